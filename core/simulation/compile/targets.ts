import { nearestName } from '../../text/nearest-name.ts';
import { segmentLetters } from '../quorum.ts';
import type { Row, RunInstance, RunRows } from '../run.ts';
import type { Problem } from '../scenario.ts';

export function findInstance({ instances }: RunRows, id: string): RunInstance | Problem {
  const names = instances.map((instance) => instance.id);
  return instances.find((instance) => instance.id === id) ?? unknownTarget('instance', id, names);
}

/** An AZ, once for each cluster that has it. */
export function findZones({ zones }: RunRows, name: string): readonly Row[] | Problem {
  const found = rowsWhere(zones, (zone) => zone.name === name);
  const names = zones.map((zone) => zone.name);
  return found.length > 0 ? found : unknownTarget('AZ', name, names);
}

/** The clusters of a Region. */
export function findRegion({ clusters }: RunRows, region: string): readonly Row[] | Problem {
  const found = rowsWhere(clusters, (cluster) => cluster.region === region);
  const names = clusters.map((cluster) => cluster.region);
  return found.length > 0 ? found : unknownTarget('Region', region, names);
}

/** A segment as the format writes it, such as `pg-17/A`. */
export function parseSegment(target: string): { readonly group: number; readonly segment: number } | undefined {
  const match = /^pg-(\d{1,9})\/([A-F])$/.exec(target);
  return match === null
    ? undefined
    : { group: Number(match[1]), segment: segmentLetters.join('').indexOf(match[2] ?? '') };
}

/** The number of a protection group, such as `pg-17`. */
export function parseGroup(id: string): number | undefined {
  const match = /^pg-(\d{1,9})$/.exec(id);
  return match === null ? undefined : Number(match[1]);
}

/** A segment of the primary. */
export function findSegment(
  { clusters, groups }: RunRows,
  groupCount: number,
  target: string,
): { readonly group: Row; readonly segment: number } | Problem {
  const parsed = parseSegment(target);
  if (parsed === undefined) return { problem: `${target} is no segment; name one such as pg-17/A.` };
  if (parsed.group >= groupCount) {
    const last = `pg-${groupCount - 1}`;
    return { problem: `${target} is not in the volume, whose protection groups are pg-0 to ${last}.` };
  }
  const named = clusters[0]?.groups.filter((row) => groups[row]?.shared === false) ?? [];
  const group = named.find((row) => groups[row]?.id === `pg-${parsed.group}`);
  return group === undefined
    ? { problem: `${target} is in no volume of the design.` }
    : { group, segment: parsed.segment };
}

function rowsWhere<T>(rows: readonly T[], is: (row: T) => boolean): readonly Row[] {
  return rows.flatMap((row, index) => (is(row) ? [index] : []));
}

function unknownTarget(what: string, name: string, names: readonly string[]): Problem {
  const unique = [...new Set(names)];
  const meant = nearestName(name, unique);
  const hint = meant === undefined ? `it has ${unique.slice(0, 20).join(', ')}` : `did you mean ${meant}?`;
  return { problem: `The design has no ${what} ${name}; ${hint}${meant === undefined ? '.' : ''}` };
}
