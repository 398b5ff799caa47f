import { assumptionTable } from '../assumptions.ts';
import { parseSegment } from '../compile/targets.ts';
import { segmentsPerGroup, sixCopies, zoneSlotOfSegment } from '../quorum.ts';
import { at, type Row, type RunInstance } from '../run.ts';
import type { DesignRows } from './design-rows.ts';
import type { FaultSet } from './fault-sets.ts';

/** What faults hit, as rows of the design. */
export interface Damage {
  readonly darkClusters: ReadonlySet<Row>;
  /** AZs that are dark, by themselves or with their Region. */
  readonly darkZones: ReadonlySet<Row>;
  readonly crashed: ReadonlySet<Row>;
  /** Segments of one protection group of the primary. */
  readonly destroyed: ReadonlySet<number>;
}

/** What faults hit. Of an id that several instances have, the first is meant, as in a scenario. */
export function damageOf({ clusters, zones, instances }: DesignRows, faults: FaultSet): Damage {
  const targetsOf = (kind: FaultSet[number]['kind']) =>
    new Set(faults.flatMap((fault) => (fault.kind === kind ? fault.target : [])));
  const [regions, names, ids] = [targetsOf('region'), targetsOf('az'), targetsOf('instance')];
  const darkClusters = rowsWhere(clusters, ({ region }) => regions.has(region));
  return {
    darkClusters,
    darkZones: rowsWhere(zones, ({ name, cluster }) => names.has(name) || darkClusters.has(cluster)),
    crashed: new Set([...ids].map((id) => instances.findIndex((instance) => instance.id === id))),
    destroyed: new Set([...targetsOf('segment')].flatMap((target) => parseSegment(target)?.segment ?? [])),
  };
}

function rowsWhere<T>(rows: readonly T[], is: (row: T) => boolean): ReadonlySet<Row> {
  return new Set(rows.flatMap((row, index) => (is(row) ? index : [])));
}

export function isRegionDark({ darkClusters }: Damage, cluster: Row): boolean {
  return darkClusters.has(cluster);
}

/** Whether an instance stands in the dark. */
export function isDark({ darkZones }: Damage, { zone }: RunInstance): boolean {
  return darkZones.has(zone);
}

/** Whether an instance does not run, because it crashed or because it is in the dark. */
export function isAway(damage: Damage, instance: RunInstance): boolean {
  return isDark(damage, instance) || damage.crashed.has(instance.row);
}

/** Copies of a protection group that hold what was acknowledged, lit or dark. */
export function copiesThatStay({ destroyed }: Damage): number {
  return segmentsPerGroup - destroyed.size;
}

/**
 * After how many milliseconds the volume of the primary takes writes: at once with its write quorum, after a repair with
 * its read quorum (two AZs are lit then, with four copies to make complete), otherwise (null) not before an AZ returns.
 * Source: Verbitski 2017, 2.1.
 */
export function writableFrom({ zones }: DesignRows, { darkZones, destroyed }: Damage): number | null {
  const darkSlots = new Set([...darkZones].flatMap((zone) => slotInPrimary(at(zones, zone))));
  const lit = Array.from({ length: segmentsPerGroup }, (_, segment) => segment).filter(
    (segment) => !darkSlots.has(zoneSlotOfSegment(segment)),
  );
  const complete = lit.filter((segment) => !destroyed.has(segment)).length;
  if (complete >= sixCopies.write.needs) return 0;
  return complete >= sixCopies.read.needs ? assumptionTable.segmentRepair.max : null;
}

function slotInPrimary({ cluster, slot }: DesignRows['zones'][number]): readonly number[] {
  return cluster === 0 && slot !== undefined ? [slot] : [];
}
