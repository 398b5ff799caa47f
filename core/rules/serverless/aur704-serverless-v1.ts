import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { forNewClusters, remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR704',
  title: 'The engine mode is Serverless v1, which has ended',
  group: 'Serverless v2',
  severity: 'error',
  facts: [limits.sv1_eol],
  check: (design, report) => {
    for (const { engineMode } of clustersOf(design)) {
      if (known(engineMode) !== 'serverless') continue;
      const message = `Serverless v1 ended on ${limits.sv1_eol.date}. Remove engineMode, and use instances of class db.serverless with serverlessV2ScalingConfiguration.`;
      report(engineMode.path, message, { fixes: [forNewClusters(remove(engineMode.path))] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Serverless v2 is an instance class, db.serverless, in a provisioned cluster; v1 clusters can no longer be created.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  engineMode: serverless
#             ^^^^^^^^^^ AUR704
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
