import { parseArn } from '../../design/arn.ts';
import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR313',
  title: 'A clone is made of a cluster in another Region',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.clone_same_region],
  check: (design, report) => {
    for (const { region, origin } of clustersOf(design)) {
      const { sourceDBClusterIdentifier } = origin.clone;
      const source = parseArn(known(sourceDBClusterIdentifier) ?? '')?.region;
      const own = known(region);
      if (source === undefined || own === undefined || source === own) continue;
      const message = `The source lies in ${source}, and this cluster in ${own}: a clone shares the pages of its source and stays in its Region. Copy a snapshot to ${own} and restore that.`;
      report(sourceDBClusterIdentifier.path, message);
    }
  },
};

export const page: RulePage = {
  reason: 'A copy-on-write clone shares the storage of its source, which no other Region can reach.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
    clone:
      sourceDBClusterIdentifier: "arn:aws:rds:eu-west-1:123456789012:cluster:orders"
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR313 eu-west-1
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
    clone:
      sourceDBClusterIdentifier: "arn:aws:rds:us-east-1:123456789012:cluster:orders"
`,
};
