import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
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
      const identifier = known(node) ?? '';
      reportCapitals(report, node.path, identifier, setValue(node.path, identifier.toLowerCase()));
    }
    for (const { id } of clustersOf(design).flatMap(({ instances }) => instances.items)) {
      const identifier = known(id) ?? '';
      const fix = renameInstance(design, id.path, identifier, identifier.toLowerCase());
      reportCapitals(report, id.path, identifier, fix);
    }
  },
};

function reportCapitals(report: Report, path: Parameters<Report>[0], identifier: string, fix: DesignFix): void {
  const kept = identifier.toLowerCase();
  if (kept === identifier) return;
  const message = `RDS keeps ${identifier} as ${kept}: endpoints, logs and other tools show that spelling. Write it in lower case.`;
  report(path, message, { fixes: [fix] });
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
