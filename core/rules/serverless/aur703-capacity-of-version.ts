import { clustersOf } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import type { EngineSupport } from '../../facts/engine-versions.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';

const leastAwake = limits.sv2_capacity.step;
const mostBefore = 128;

export const rule: DesignRule = {
  id: 'AUR703',
  title: 'The engine version does not take this Serverless v2 capacity',
  group: 'Serverless v2',
  severity: 'error',
  facts: [limits.sv2_capacity_by_version, limits.sv2_autopause_versions],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      if (versionWithout(design, cluster, features.serverless_v2) !== undefined) continue;
      const { minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
      const lacks = (feature: EngineSupport) => versionWithout(design, cluster, feature);
      const awake = known(minCapacity) === 0 ? lacks(features.serverless_v2_scale_to_zero) : undefined;
      if (awake !== undefined) {
        const message = `${awake.name} cannot pause: minCapacity begins at ${leastAwake}. Raise the version, or set ${leastAwake}.`;
        const raise = raiseVersion(design, awake.version, asOf, [features.serverless_v2_scale_to_zero]);
        report(minCapacity.path, message, { fixes: [...raise, setValue(minCapacity.path, leastAwake)] });
      }
      const small = (known(maxCapacity) ?? 0) > mostBefore ? lacks(features.serverless_v2_256_acu) : undefined;
      if (small !== undefined) {
        const message = `${small.name} takes at most ${mostBefore} ACU. Raise the version, or set maxCapacity to ${mostBefore}.`;
        const raise = raiseVersion(design, small.version, asOf, [features.serverless_v2_256_acu]);
        report(maxCapacity.path, message, { fixes: [...raise, setValue(maxCapacity.path, mostBefore)] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Auto-pause (a minimum of 0) and more than 128 ACU came with later versions of each major; RDS refuses them on earlier ones.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.6"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8 }
#                                                  ^ AUR703 cannot pause
  instances:
    - { id: orders-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
