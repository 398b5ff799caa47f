import { clustersOf } from '../../design/design.ts';
import { engineVersionOf } from '../../design/engine-version.ts';
import { formatSize } from '../../design/format/size.ts';
import { known } from '../../design/node.ts';
import { volumeBytesOf } from '../../design/volume.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import { countOf } from '../../text/quantity.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';
import { largestVolume, maximumVolumeOf } from './volume-maximum.ts';

const year = 365;

export const rule: DesignRule = {
  id: 'AUR213',
  title: 'The volume is full within a year',
  group: 'Storage',
  severity: 'info',
  formats: ['blueprint'],
  facts: [limits.storage_max_256, limits.storage_max_128, features.volume_256_tib],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      const { growthPerDay } = cluster.volume;
      const [size, growth] = [volumeBytesOf(cluster), known(growthPerDay)];
      const maximum = maximumVolumeOf(design, cluster);
      if (size === undefined || growth === undefined || size > maximum || size + growth * year <= maximum) continue;
      const days = Math.floor((maximum - size) / growth);
      const message = `At ${formatSize(growth)} a day the volume reaches its maximum of ${formatSize(maximum)} in ${countOf(days, 'day')}. Raise the version, delete data, or split it.`;
      const version = engineVersionOf(design, cluster);
      const fixes =
        size + growth * year <= largestVolume ? raiseVersion(design, version, asOf, [features.volume_256_tib]) : [];
      report(growthPerDay.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason: 'A volume that is full takes no more writes, and moving a hundred terabytes takes longer than one thinks.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  volume: { size: 100 TiB, growthPerDay: 100 GiB }
#                                        ^^^^^^^ AUR213 in 286 days
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "15.18"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  volume: { size: 100 TiB, growthPerDay: 100 GiB }
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
