import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { formatCount } from '../../text/quantity.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { cappedClusters } from './connection-cap.ts';

const cap = limits.sv2_max_connections_cap.value;

export const rule: DesignRule = {
  id: 'AUR722',
  title: 'The workload opens more connections than the minimum capacity allows',
  group: 'Serverless v2',
  severity: 'warning',
  formats: ['blueprint'],
  facts: [limits.sv2_max_connections_cap],
  check: (design, report) => {
    const { connections } = design.workload;
    const count = known(connections) ?? 0;
    if (count <= cap) return;
    const capped = cappedClusters(design).find(({ cluster }) => cluster === design.primary);
    if (capped === undefined) return;
    const message = `The workload opens ${formatCount(count)} connections, and with minCapacity ${capped.minimum} an instance takes at most ${formatCount(cap)}. Set minCapacity to 1 or more.`;
    report(connections.path, message, { fixes: capped.fixes });
  },
};

export const page: RulePage = {
  reason:
    'Aurora PostgreSQL refuses connections above max_connections, which ends at 2,000 with a minimum of 0 or 0.5 ACU.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless }
workload: { connections: 3000 }
#                        ^^^^ AUR722
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless }
workload: { connections: 3000 }
`,
};
