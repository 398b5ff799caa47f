import { clustersOf } from '../../design/design.ts';
import { engineVersionOf } from '../../design/engine-version.ts';
import { formatSize } from '../../design/format/size.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';
import { largestVolume, maximumVolumeOf } from './volume-maximum.ts';

export const rule: DesignRule = {
  id: 'AUR206',
  title: 'The volume is larger than the engine version allows',
  group: 'Storage',
  severity: 'error',
  formats: ['blueprint'],
  facts: [limits.storage_max_256, limits.storage_max_128, features.volume_256_tib],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      const { size } = cluster.volume;
      const bytes = known(size);
      const maximum = maximumVolumeOf(design, cluster);
      if (bytes === undefined || bytes <= maximum) continue;
      const version = engineVersionOf(design, cluster);
      const fits = bytes <= largestVolume;
      const where = maximum === largestVolume ? 'on any version' : `on ${known(version) ?? 'this engine'}`;
      const advice = fits ? 'Raise the version.' : 'Split the data over several clusters.';
      const message = `The volume is to hold ${formatSize(bytes)}; a cluster volume holds at most ${formatSize(maximum)} ${where}. ${advice}`;
      report(size.path, message, { fixes: fits ? raiseVersion(design, version, asOf, [features.volume_256_tib]) : [] });
    }
  },
};

export const page: RulePage = {
  reason: 'A volume that is full takes no more writes. The maximum depends on the engine version: 128 or 256 TiB.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  volume: { size: 200 TiB }
#                 ^^^^^^^ AUR206
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "15.18"
primary:
  region: us-east-1
  volume: { size: 200 TiB }
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
