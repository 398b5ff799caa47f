import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { formatCount } from '../../text/quantity.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { cappedClusters } from './connection-cap.ts';

const { value: cap, felt_above_max: felt } = limits.sv2_max_connections_cap;

export const rule: DesignRule = {
  id: 'AUR711',
  title: 'The small minimum capacity caps the connections',
  group: 'Serverless v2',
  severity: 'info',
  facts: [limits.sv2_max_connections_cap],
  check: (design, report) => {
    for (const { cluster, minimum, fixes } of cappedClusters(design)) {
      const { minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
      const maximum = known(maxCapacity);
      if (maximum === undefined || maximum <= felt) continue;
      const message = `With minCapacity ${minimum} max_connections is at most ${formatCount(cap)}, although ${maximum} ACU would carry more. From 1 ACU on it follows the maximum.`;
      report(minCapacity.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'max_connections is set by the maximum capacity, except with a minimum of 0 or 0.5: then it ends at 2,000 however large the maximum is. Up to 8 ACU that makes no difference.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 16 }
#                                                  ^^^ AUR711
  instances:
    - { id: orders-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
