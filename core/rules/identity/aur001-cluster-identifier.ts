import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { clusterIdentifiers } from './cluster-identifiers.ts';
import { identifierRule, refusedIdentifier, soundIdentifier } from './identifier.ts';

export const rule: DesignRule = {
  id: 'AUR001',
  title: 'The cluster identifier is not one that RDS accepts',
  group: 'Identity',
  severity: 'error',
  facts: [limits.cluster_identifier],
  check: (design, report) => {
    for (const node of clusterIdentifiers(design)) {
      const refused = refusedIdentifier(node);
      if (refused === undefined) continue;
      const { identifier, fault } = refused;
      const sound = soundIdentifier(identifier);
      const fixes = sound === undefined ? [] : [setValue(node.path, sound)];
      report(node.path, `The cluster identifier "${identifier}" ${fault}. ${identifierRule}`, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS reads the identifier before it creates anything and refuses one that breaks the rule. A cluster without clusterIdentifier takes the name of the blueprint.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  clusterIdentifier: orders_prod
#                    ^^^^^^^^^^^ AUR001 "_"
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  clusterIdentifier: orders-prod
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
