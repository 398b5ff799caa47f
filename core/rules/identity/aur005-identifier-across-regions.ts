import { globalMembers } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { freeIdentifier, identifierFault } from './identifier.ts';

export const rule: DesignRule = {
  id: 'AUR005',
  title: 'Clusters of one global database have the same identifier',
  group: 'Identity',
  severity: 'warning',
  facts: [limits.global_cluster_name_unique],
  check: (design, report) => {
    const taken: string[] = [];
    for (const { clusterIdentifier, region } of globalMembers(design)) {
      const identifier = known(clusterIdentifier);
      if (identifier === undefined) continue;
      if (taken.some((other) => other.toLowerCase() === identifier.toLowerCase())) {
        const message = `${identifier} is the identifier of another cluster of this global database too. AWS asks for names that are unique across its Regions: add the Region.`;
        const code = known(region);
        const named = code === undefined ? identifier : `${identifier}-${code}`;
        const value = identifierFault(named) === undefined && !taken.includes(named) ? named : undefined;
        report(clusterIdentifier.path, message, {
          fixes: [setValue(clusterIdentifier.path, value ?? freeIdentifier(identifier, taken))],
        });
      }
      taken.push(identifier);
    }
  },
};

export const page: RulePage = {
  reason:
    'The guide wants the clusters of a global database to have distinct names. RDS does not insist, but alarms, logs and people then cannot tell the Regions apart.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  clusterIdentifier: orders-db
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-db
#                      ^^^^^^^^^ AUR005
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  clusterIdentifier: orders-db
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-db-eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
