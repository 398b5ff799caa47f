import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import {
  formatBackupWindow,
  formatMaintenanceWindow,
  parseBackupWindow,
  parseMaintenanceWindow,
  type Window,
} from '../../design/window.ts';
import { type Region, regionByCode } from '../../facts/regions.ts';
import type { Hint } from './hint.ts';

/** The windows of a design, which AWS takes in UTC, by the clocks of their Region: in summer too where that differs. */
export function localTimeHints(design: Design): readonly Hint[] {
  return clustersOf(design).flatMap((cluster) => [
    ...hintOn(cluster, cluster.preferredBackupWindow, parseBackupWindow, formatBackupWindow),
    ...[cluster, ...cluster.instances.items].flatMap(({ preferredMaintenanceWindow }) =>
      hintOn(cluster, preferredMaintenanceWindow, parseMaintenanceWindow, formatMaintenanceWindow),
    ),
  ]);
}

function hintOn(
  { region }: Cluster,
  value: Value<string>,
  parse: (text: string) => Window | undefined,
  format: (window: Window) => string,
): readonly Hint[] {
  const place = regionByCode(known(region) ?? '');
  const window = parse(known(value) ?? '');
  if (place?.utcOffsetHours === undefined || window === undefined) return [];
  const at = (hours: number) => format({ ...window, start: window.start + hours * 60 });
  const text = [at(place.utcOffsetHours), ` in ${cityOf(place)}`];
  if (place.summerUtcOffsetHours !== undefined) text.push(`, in summer ${at(place.summerUtcOffsetHours)}`);
  const tooltip = `AWS takes the window in UTC. This is the local time of ${place.name}.`;
  return [{ kind: 'localTime', path: value.path, at: 'value', text: text.join(''), tooltip }];
}

/** The place in AWS's name of a Region: `Ireland` in `Europe (Ireland)`. */
function cityOf({ name }: Region): string {
  return /\((.+)\)/.exec(name)?.[1] ?? name;
}
