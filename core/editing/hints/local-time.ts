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
  if (place === undefined || window === undefined) return [];
  const at = (hours: number) => format({ ...window, start: window.start + hours * 60 });
  const startAt = (hours: number) => at(hours).replace(/-.*/, '');
  const [standard, summer] = [place.utcOffsetHours, place.summerUtcOffsetHours];
  const text = `${cityOf(place)} ${startAt(standard)}${summer === undefined ? '' : `, summer ${startAt(summer)}`}`;
  const clocks = summer === undefined ? at(standard) : `${at(standard)}, in summer ${at(summer)}`;
  const tooltip = `AWS takes the window in UTC. By the clocks of ${place.name} it is ${clocks}.`;
  return [{ kind: 'localTime', path: value.path, at: 'value', text, tooltip }];
}

/** The place in AWS's name of a Region: `Ireland` in `Europe (Ireland)`. */
function cityOf({ name }: Region): string {
  return /\((.+)\)/.exec(name)?.[1] ?? name;
}
