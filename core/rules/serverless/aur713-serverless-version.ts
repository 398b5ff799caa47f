import { clustersOf } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import * as features from '../../facts/generated/engine-features.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';
import { serverlessInstances } from './capacity.ts';

export const rule: DesignRule = {
  id: 'AUR713',
  title: 'The engine version has no Serverless v2',
  group: 'Serverless v2',
  severity: 'error',
  facts: [features.serverless_v2],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      const [instance] = serverlessInstances(cluster);
      if (instance === undefined) continue;
      const older = versionWithout(design, cluster, features.serverless_v2);
      if (older === undefined) continue;
      const message = `${older.name} has no Serverless v2. Raise the version, or choose a provisioned class.`;
      report(instance.class.path, message, {
        fixes: raiseVersion(design, older.version, asOf, [features.serverless_v2]),
      });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses db.serverless with a version from before Serverless v2.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "12.22"
#              ^^^^^^^ AUR506
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
#                            ^^^^^^^^^^^^^ AUR713
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "15.18"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
