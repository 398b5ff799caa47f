import { clustersOf } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { clusterIdentifiers } from './cluster-identifiers.ts';
import { renameInstance } from './rename-instance.ts';

export const rule: DesignRule = {
  id: 'AUR003',
  title: 'The identifier has capitals, which RDS does not keep',
  group: 'Identity',
  severity: 'info',
  facts: [limits.cluster_identifier, limits.instance_identifier],
  check: (design, report) => {
    for (const node of clusterIdentifiers(design)) {
      reportCapitals(report, node, (kept) => setValue(node.path, kept));
    }
    for (const { id } of clustersOf(design).flatMap(({ instances }) => instances.items)) {
      reportCapitals(report, id, (kept, identifier) => renameInstance(design, id.path, identifier, kept));
    }
  },
};

type Rename = (kept: string, identifier: string) => DesignFix;

function reportCapitals(report: Report, node: Value<string>, rename: Rename): void {
  const identifier = known(node) ?? '';
  const kept = identifier.toLowerCase();
  if (kept === identifier) return;
  const message = `RDS keeps ${identifier} as ${kept}: endpoints, logs and other tools show that spelling. Write it in lower case.`;
  report(node.path, message, { fixes: [rename(kept, identifier)] });
}

export const page: RulePage = {
  reason:
    'Identifiers are stored in lower case. A search for the spelling of the design then finds nothing in logs and consoles.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  clusterIdentifier: Orders
#                    ^^^^^^ AUR003 as orders
  instances:
    - { id: orders-A, class: db.r7g.large }
#           ^^^^^^^^ AUR003 orders-a
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: reports, staticMembers: [orders-A] }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  clusterIdentifier: orders
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: reports, staticMembers: [orders-a] }
`,
};
