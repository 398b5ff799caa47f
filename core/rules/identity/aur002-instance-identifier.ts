import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { identifierRule, refusedIdentifier, soundIdentifier } from './identifier.ts';
import { renameInstance } from './rename-instance.ts';

export const rule: DesignRule = {
  id: 'AUR002',
  title: 'The instance identifier is not one that RDS accepts',
  group: 'Identity',
  severity: 'error',
  facts: [limits.instance_identifier],
  check: (design, report) => {
    const ids = clustersOf(design).flatMap(({ instances }) => instances.items.map(({ id }) => id));
    const taken = ids.flatMap((id) => known(id) ?? []);
    for (const id of ids) {
      const refused = refusedIdentifier(id);
      if (refused === undefined) continue;
      const { identifier, fault } = refused;
      const message = `The instance identifier "${identifier}" ${fault}. ${identifierRule}`;
      const sound = soundIdentifier(identifier, taken);
      report(id.path, message, {
        fixes: sound === undefined ? [] : [renameInstance(design, id.path, identifier, sound)],
      });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS reads the identifier before it creates anything and refuses one that breaks the rule.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders--a, class: db.r7g.large }
#           ^^^^^^^^^ AUR002 two hyphens
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: reports, staticMembers: [orders--a, orders-b] }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: reports, staticMembers: [orders-a, orders-b] }
`,
};
