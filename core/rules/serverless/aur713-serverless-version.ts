import { clustersOf } from '../../design/design.ts';
import { engineVersionOf, supportsFeature } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { engineName } from '../../facts/engine-versions.ts';
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
    const engine = known(design.engine);
    if (engine === undefined) return;
    for (const cluster of clustersOf(design)) {
      const [instance] = serverlessInstances(cluster);
      const version = engineVersionOf(design, cluster);
      if (instance === undefined) continue;
      if (supportsFeature(engine, known(version), features.serverless_v2) !== 'no') continue;
      const message = `${engineName(engine)} ${known(version)} has no Serverless v2. Raise the version, or choose a provisioned class.`;
      report(instance.class.path, message, { fixes: raiseVersion(design, version, asOf, [features.serverless_v2]) });
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
