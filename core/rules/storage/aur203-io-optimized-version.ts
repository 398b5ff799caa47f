import { clustersOf } from '../../design/design.ts';
import { engineVersionOf, supportsFeature } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { engineName } from '../../facts/engine-versions.ts';
import * as features from '../../facts/generated/engine-features.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';

export const rule: DesignRule = {
  id: 'AUR203',
  title: 'I/O-Optimized storage needs a newer engine version',
  group: 'Storage',
  severity: 'error',
  facts: [features.io_optimized],
  check: (design, report, { asOf }) => {
    const engine = known(design.engine);
    if (engine === undefined) return;
    for (const cluster of clustersOf(design)) {
      const version = engineVersionOf(design, cluster);
      if (known(cluster.storageType) !== 'aurora-iopt1') continue;
      if (supportsFeature(engine, known(version), features.io_optimized) !== 'no') continue;
      const message = `${engineName(engine)} ${known(version)} has no I/O-Optimized storage. Raise the version, or use Standard storage (aurora).`;
      const fixes = [
        ...raiseVersion(design, version, asOf, [features.io_optimized]),
        setValue(cluster.storageType.path, 'aurora'),
      ];
      report(cluster.storageType.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses aurora-iopt1 with a version from before I/O-Optimized storage.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.6"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  storageType: aurora-iopt1
#              ^^^^^^^^^^^^ AUR203
  instances:
    - { id: orders-a, class: db.r6g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  storageType: aurora-iopt1
  instances:
    - { id: orders-a, class: db.r6g.large }
`,
};
