import {
  fourCopies,
  isReached,
  type QuorumModel,
  segmentsPerGroup,
  sixCopies,
  zoneSlotOfSegment,
} from '../../quorum.ts';
import { at, type Row } from '../../run.ts';
import { isOutOfReach, zoneAtSlot } from '../regions/zones.ts';
import { clusterAt, type Simulation } from '../simulation.ts';
import { contents, none, type State } from '../state.ts';
import { bitCount, clusterOfFailing, destroyedOf, everyMask, findFailing, segmentsOf } from './group-masks.ts';

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

/** The segments of a row that are complete and count, as a mask; `exceptSlot` leaves the AZ of that slot out. */
export function completeBits(sim: Simulation, group: Row, exceptSlot?: number): number {
  const excluded = exceptSlot ?? sim.state.clusters.excludedSlot.get(at(sim.run.groups, group).cluster);
  let complete = 0;
  for (let segment = 0; segment < segmentsPerGroup; segment++) {
    if (zoneSlotOfSegment(segment) === excluded) continue;
    if (isComplete(sim, segmentRow(group, segment))) complete |= 1 << segment;
  }
  return complete;
}

/**
 * A group is a row of the run, or one without a row that fails by itself: these are counted behind the rows. Their
 * segments are what the shared row says, save those that each has lost.
 */
export function unnamedGroup({ run }: Simulation, failing: number): number {
  return run.groups.length + failing;
}

/** Which of the groups that fail by themselves a group without a row is; undefined for one that has a row. */
export function failingWithoutRow({ run }: Simulation, group: number): number | undefined {
  return group < run.groups.length ? undefined : group - run.groups.length;
}

export function clusterOfGroup({ run }: Simulation, group: number): Row {
  return group < run.groups.length ? at(run.groups, group).cluster : clusterOfFailing(run, group - run.groups.length);
}

/** Complete copies of a group among those that count; `exceptSlot` leaves the AZ of that slot out. */
export function completeCopies(sim: Simulation, group: number, exceptSlot?: number): number {
  const failing = failingWithoutRow(sim, group);
  if (failing === undefined) return bitCount(completeBits(sim, group, exceptSlot));
  const shared = sharedGroupOf(sim, clusterOfGroup(sim, group));
  return bitCount(completeBits(sim, shared, exceptSlot) & ~destroyedOf(sim, failing));
}

/** The row that stands for what all groups share that are not named. */
export function sharedGroupOf(sim: Simulation, cluster: Row): Row {
  return at(clusterAt(sim, cluster).groups, 0);
}

/** The group of a cluster with the fewest complete copies; of several the first named one, which is the one to look at. */
export function worstGroupOf(sim: Simulation, cluster: Row): number {
  const [shared = 0, ...named] = clusterAt(sim, cluster).groups;
  const candidates = [...named, worstFailingOf(sim, cluster) ?? shared];
  return candidates.reduce((worst, group) => (completeCopies(sim, group) < completeCopies(sim, worst) ? group : worst));
}

/** The first of the groups without a row that have the fewest complete copies; undefined while none has fewer than all the others. */
export function worstFailingOf(sim: Simulation, cluster: Row): number | undefined {
  const shared = completeBits(sim, sharedGroupOf(sim, cluster));
  let fewest = bitCount(shared);
  let worst = 0;
  everyMask(sim, cluster, (destroyed) => {
    const copies = bitCount(shared & ~destroyed);
    if (copies < fewest) worst = destroyed;
    fewest = Math.min(fewest, copies);
    return true;
  });
  if (worst === 0) return undefined;
  const group = findFailing(sim, cluster, (destroyed) => bitCount(shared & ~destroyed) === fewest);
  return group === undefined ? undefined : unnamedGroup(sim, group);
}

/** Whether something holds for the complete segments of every group of a cluster; `exceptSlot` leaves the AZ of that slot out. */
export function everyGroup(
  sim: Simulation,
  cluster: Row,
  holds: (complete: number) => boolean,
  exceptSlot?: number,
): boolean {
  const rows = clusterAt(sim, cluster).groups.map((group) => completeBits(sim, group, exceptSlot));
  return rows.every(holds) && everyMask(sim, cluster, (destroyed) => holds((rows[0] as number) & ~destroyed));
}

/** Whether a commit can be acknowledged: every group has its write quorum. Source: Verbitski 2017, 4.1 (VCL spans all groups). */
export function isWritable(sim: Simulation, cluster: Row): boolean {
  const { write } = quorumModelOf(sim, cluster);
  return everyGroup(sim, cluster, (complete) => isReached(write, bitCount(complete)));
}

/** Whether any page of every group can be read. */
export function isReadable(sim: Simulation, cluster: Row): boolean {
  const areLeft = everyGroup(sim, cluster, (complete) => complete !== 0);
  return areLeft && clusterAt(sim, cluster).groups.every((group) => isGroupReadable(sim, group));
}

/**
 * Whether any page of a group can be read: one complete segment is enough, if its bytes are right. One with wrong bytes counts
 * for quorums, which are about the log, but does not give out the pages that they are in; no bytes go wrong in a group without
 * a row. Sources: Verbitski 2017, 3.3; 2018, 3.1.
 */
export function isGroupReadable(sim: Simulation, group: number): boolean {
  if (failingWithoutRow(sim, group) !== undefined) return completeCopies(sim, group) > 0;
  const { corrupt } = sim.state.segments;
  return segmentsOf(completeBits(sim, group)).some((segment) => corrupt.get(segmentRow(group, segment)) === 0);
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
  const inSlot = segmentsInSlot(slot);
  return everyGroup(
    sim,
    cluster,
    (complete) =>
      isReached(sixCopies.read, bitCount(complete)) && isReached(fourCopies.write, bitCount(complete & ~inSlot)),
    none,
  );
}

/** The segments in the AZ of a slot, as a mask. */
function segmentsInSlot(slot: number): number {
  let inSlot = 0;
  for (let segment = 0; segment < segmentsPerGroup; segment++) {
    if (zoneSlotOfSegment(segment) === slot) inSlot |= 1 << segment;
  }
  return inSlot;
}

/** Whether no copy in the AZ is behind any more, and the quorums of both memberships can be had; a destroyed copy is repaired in either. */
function canRestore(sim: Simulation, cluster: Row, slot: number): boolean {
  if (isOutOfReach(sim, zoneAtSlot(sim, cluster, slot))) return false;
  const inSlot = segmentsInSlot(slot);
  const isBehind = clusterAt(sim, cluster).groups.some((group) =>
    segmentsOf(inSlot).some((segment) => contentOf(sim.state, segmentRow(group, segment)) === 'behind'),
  );
  const isSafe = (complete: number) =>
    isReached(fourCopies.read, bitCount(complete & ~inSlot)) && isReached(sixCopies.write, bitCount(complete));
  return !isBehind && everyGroup(sim, cluster, isSafe, none);
}
