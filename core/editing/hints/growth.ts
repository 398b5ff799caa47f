import { clustersOf, type Design } from '../../design/design.ts';
import { formatSize } from '../../design/format/size.ts';
import { known } from '../../design/node.ts';
import { volumeBytesOf } from '../../design/volume.ts';
import type { Hint } from './hint.ts';

const daysPerYear = 365;

/** How large the volumes of a design are in a year, at the growth that is planned. */
export function growthHints(design: Design): readonly Hint[] {
  return clustersOf(design).flatMap((cluster) => {
    const growth = known(cluster.volume.growthPerDay);
    const bytes = volumeBytesOf(cluster);
    if (growth === undefined || bytes === undefined) return [];
    const text = `${formatSize(bytes + growth * daysPerYear)} in a year`;
    const tooltip = `From ${formatSize(bytes)}, ${formatSize(growth)} more each day.`;
    return [{ kind: 'growth' as const, path: cluster.volume.growthPerDay.path, at: 'value' as const, text, tooltip }];
  });
}
