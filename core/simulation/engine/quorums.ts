import {
  fourCopies,
  isReached,
  type QuorumModel,
  segmentsPerGroup,
  segmentsPerZone,
  sixCopies,
  zoneSlotOfSegment,
} from '../quorum.ts';
import { at, type Row } from '../run.ts';
import { clusterAt, type Simulation } from './simulation.ts';
import { contents, none, type State } from './state.ts';
import { isOutOfReach, zoneAtSlot } from './zones.ts';

/** Row of a segment (0 to 5) of a group. */
export function segmentRow(group: Row, segment: number): Row {
  return group * segmentsPerGroup + segment;
}

/** The AZ in which a segment lies. */
export function zoneOfSegment(sim: Simulation, row: Row): Row {
  const group = at(sim.run.groups, Math.floor(row / segmentsPerGroup));
  return zoneAtSlot(sim, group.cluster, zoneSlotOfSegment(row % segmentsPerGroup));
}

export function contentOf({ segments }: State, row: Row): (typeof contents)[number] {
  return at(contents, segments.content.get(row));
}

/** Whether a segment holds everything and can be reached. */
export function isComplete(sim: Simulation, row: Row): boolean {
  return contentOf(sim.state, row) === 'complete' && !isOutOfReach(sim, zoneOfSegment(sim, row));
}

/** How many copies a group of this cluster needs at present. */
export function quorumModelOf({ state }: Simulation, cluster: Row): QuorumModel {
  return state.clusters.excludedSlot.get(cluster) === none ? sixCopies : fourCopies;
}

/** Complete copies of a group among those that count; `exceptSlot` leaves the AZ of that slot out. */
export function completeCopies(sim: Simulation, group: Row, exceptSlot?: number): number {
  const excluded = exceptSlot ?? sim.state.clusters.excludedSlot.get(at(sim.run.groups, group).cluster);
  let complete = 0;
  for (let segment = 0; segment < segmentsPerGroup; segment++) {
    if (zoneSlotOfSegment(segment) !== excluded && isComplete(sim, segmentRow(group, segment))) complete++;
  }
  return complete;
}

/** The group of a cluster with the fewest complete copies; of several the first named one, which is the one to look at. */
export function worstGroupOf(sim: Simulation, cluster: Row): Row {
  const { groups } = clusterAt(sim, cluster);
  const [shared, ...named] = groups;
  const candidates = [...named, shared ?? 0];
  return candidates.reduce((worst, group) => (completeCopies(sim, group) < completeCopies(sim, worst) ? group : worst));
}

/** Whether a commit can be acknowledged: every group has its write quorum. Source: Verbitski 2017, 4.1 (VCL spans all groups). */
export function isWritable(sim: Simulation, cluster: Row): boolean {
  const { write } = quorumModelOf(sim, cluster);
  return clusterAt(sim, cluster).groups.every((group) => isReached(write, completeCopies(sim, group)));
}

/** Whether a page of every group can be read: one complete segment is enough. Source: Verbitski 2018, 3.1. */
export function isReadable(sim: Simulation, cluster: Row): boolean {
  return clusterAt(sim, cluster).groups.every((group) => completeCopies(sim, group) > 0);
}

/**
 * Changes the membership of a volume where that is due: away from an AZ that has been dark for long, and back once it has
 * caught up. A change fences the old membership through its read quorum, which meets every write quorum of it, and takes
 * effect with a write quorum of the new one. Returns what has changed. Source: Verbitski 2018, 4.1.
 */
export function changeMembership(sim: Simulation, cluster: Row): { excluded?: Row; restored?: Row } {
  const { clusters, zones } = sim.state;
  const slot = clusters.excludedSlot.get(cluster);
  if (slot === none) {
    const excluded = zonesOfVolume(sim, cluster).find(
      (zone, candidate) => zones.darkForLong.get(zone) === 1 && canExclude(sim, cluster, candidate),
    );
    if (excluded === undefined) return {};
    clusters.excludedSlot.set(cluster, at(sim.run.zones, excluded).slot ?? none);
    return { excluded };
  }
  if (!canRestore(sim, cluster, slot)) return {};
  clusters.excludedSlot.set(cluster, none);
  return { restored: zoneAtSlot(sim, cluster, slot) };
}

function zonesOfVolume(sim: Simulation, cluster: Row): readonly Row[] {
  return clusterAt(sim, cluster).zones.filter((zone) => at(sim.run.zones, zone).slot !== undefined);
}

function canExclude(sim: Simulation, cluster: Row, slot: number): boolean {
  return clusterAt(sim, cluster).groups.every((group) => {
    const left = completeCopies(sim, group, slot);
    return isReached(sixCopies.read, completeCopies(sim, group, none)) && isReached(fourCopies.write, left);
  });
}

function canRestore(sim: Simulation, cluster: Row, slot: number): boolean {
  if (isOutOfReach(sim, zoneAtSlot(sim, cluster, slot))) return false;
  return clusterAt(sim, cluster).groups.every((group) => {
    const old = completeCopies(sim, group, slot);
    const all = completeCopies(sim, group, none);
    return all - old === segmentsPerZone && isReached(fourCopies.read, old) && isReached(sixCopies.write, all);
  });
}
