import { isReached, segmentsPerGroup, zoneSlotOfSegment } from '../../quorum.ts';
import { at, type Row } from '../../run.ts';
import { commitsIn } from '../regions/replication.ts';
import { isOutOfReach } from '../regions/zones.ts';
import { clusterAt, draw, drawForCluster, eventCode, type Simulation, schedule, streamOfGroup } from '../simulation.ts';
import { contents, none } from '../state.ts';
import { everyMask, failingOf } from './group-masks.ts';
import { completeBits, completeCopies, contentOf, quorumModelOf, segmentRow, zoneOfSegment } from './quorums.ts';

function setContent({ state }: Simulation, row: Row, content: (typeof contents)[number]): void {
  state.segments.content.set(row, contents.indexOf(content));
}

/** Segments of the volume of a cluster that lie in an AZ. */
export function segmentsIn(sim: Simulation, zone: Row): readonly Row[] {
  const { cluster, slot } = at(sim.run.zones, zone);
  return clusterAt(sim, cluster).groups.flatMap((group) => {
    const segments = Array.from({ length: segmentsPerGroup }, (_, segment) => segment);
    return segments.filter((segment) => zoneSlotOfSegment(segment) === slot).map((one) => segmentRow(group, one));
  });
}

/** Segments of an AZ that goes dark keep what they hold, and from now on miss what is written. */
export function darkenSegments(sim: Simulation, zone: Row): void {
  const given = commitsIn(sim, at(sim.run.zones, zone).cluster);
  for (const row of segmentsIn(sim, zone)) {
    if (contentOf(sim.state, row) === 'complete') sim.state.segments.holdsUpTo.set(row, given);
    stopCopying(sim, row);
  }
}

/** Segments of an AZ that comes back count at once when nothing was written meanwhile; otherwise they have to catch up. */
export function lightSegments(sim: Simulation, zone: Row): void {
  const given = commitsIn(sim, at(sim.run.zones, zone).cluster);
  for (const row of segmentsIn(sim, zone)) {
    const missed = sim.state.segments.holdsUpTo.get(row) < given;
    if (missed && contentOf(sim.state, row) === 'complete') setContent(sim, row, 'behind');
  }
}

/** A segment loses what it held. */
export function destroySegment(sim: Simulation, row: Row): void {
  setContent(sim, row, 'destroyed');
  sim.state.segments.corrupt.set(row, 0);
  stopCopying(sim, row);
}

function stopCopying({ state }: Simulation, row: Row): void {
  state.segments.copying.set(row, 0);
  state.segments.token.set(row, state.segments.token.get(row) + 1);
}

/**
 * Begins the copies that can begin, and breaks off those whose source is gone. A destroyed segment is copied while the
 * group has its read quorum; one that is only behind gets what it missed from any complete peer.
 * Source: Verbitski 2017, 2.1 and 3.3.
 */
export function copySegments(sim: Simulation, cluster: Row): void {
  for (const group of clusterAt(sim, cluster).groups) {
    for (let segment = 0; segment < segmentsPerGroup; segment++) {
      const row = segmentRow(group, segment);
      const copying = sim.state.segments.copying.get(row) === 1;
      const possible = canCopy(sim, cluster, group, row);
      if (possible && !copying) startCopying(sim, cluster, row);
      if (!possible && copying) stopCopying(sim, row);
    }
  }
}

/** Whether a segment that is not complete can be made so. The shared row has its source when all groups have that it stands for. */
export function canCopy(sim: Simulation, cluster: Row, group: Row, row: Row): boolean {
  const content = contentOf(sim.state, row);
  if (content === 'complete' || isOutOfReach(sim, zoneOfSegment(sim, row))) return false;
  if (content === 'destroyed') return isReached(quorumModelOf(sim, cluster).read, completeCopies(sim, group));
  const complete = completeBits(sim, group, none);
  if (!at(sim.run.groups, group).shared) return complete !== 0;
  return complete !== 0 && everyMask(sim, cluster, (destroyed) => (complete & ~destroyed) !== 0);
}

/** The segments of a cluster hold nothing yet: they are complete when the first copy of the volume has come. */
export function emptySegments(sim: Simulation, cluster: Row): void {
  for (const row of segmentsOf(sim, cluster)) {
    setContent(sim, row, 'behind');
    stopCopying(sim, row);
  }
}

/** The first copy of the volume has come. Segments out of reach get theirs from their peers. */
export function fillSegments(sim: Simulation, cluster: Row): void {
  for (const row of segmentsOf(sim, cluster)) {
    if (!isOutOfReach(sim, zoneOfSegment(sim, row))) setContent(sim, row, 'complete');
  }
}

function segmentsOf(sim: Simulation, cluster: Row): readonly Row[] {
  return clusterAt(sim, cluster).zones.flatMap((zone) => segmentsIn(sim, zone));
}

function startCopying(sim: Simulation, cluster: Row, row: Row): void {
  const token = sim.state.segments.token.get(row) + 1;
  sim.state.segments.copying.set(row, 1);
  sim.state.segments.token.set(row, token);
  const isDestroyed = contentOf(sim.state, row) === 'destroyed';
  const takes = isDestroyed ? drawRepair(sim, cluster, row) : drawForCluster(sim, cluster, 'segmentCatchUp');
  schedule(sim, takes, eventCode.copied, row, token);
}

/** A group that fails by itself has a stream of its own, for its repairs too. */
function drawRepair(sim: Simulation, cluster: Row, row: Row): number {
  const failing = failingOf(sim.run, at(sim.run.groups, Math.floor(row / segmentsPerGroup)));
  if (failing === undefined) return drawForCluster(sim, cluster, 'segmentRepair');
  return draw(sim, streamOfGroup(sim, failing), 'segmentRepair');
}

/** A copy is done. Says what the segment was before, or undefined when the copy had been broken off. */
export function finishCopy(sim: Simulation, row: Row, token: number): 'behind' | 'destroyed' | undefined {
  const content = contentOf(sim.state, row);
  if (token !== sim.state.segments.token.get(row) || content === 'complete') return undefined;
  setContent(sim, row, 'complete');
  stopCopying(sim, row);
  return content;
}
