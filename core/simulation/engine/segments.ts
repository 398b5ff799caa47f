import { isReached, segmentsPerGroup, zoneSlotOfSegment } from '../quorum.ts';
import { at, type Row } from '../run.ts';
import { completeCopies, contentOf, quorumModelOf, segmentRow, zoneOfSegment } from './quorums.ts';
import { commitsIn } from './replication.ts';
import { clusterAt, drawForCluster, eventCode, type Simulation, schedule } from './simulation.ts';
import { contents, none } from './state.ts';
import { isOutOfReach } from './zones.ts';

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

/** Whether a segment that is not complete can be made so. */
export function canCopy(sim: Simulation, cluster: Row, group: Row, row: Row): boolean {
  const content = contentOf(sim.state, row);
  if (content === 'complete' || isOutOfReach(sim, zoneOfSegment(sim, row))) return false;
  if (content === 'destroyed') return isReached(quorumModelOf(sim, cluster).read, completeCopies(sim, group));
  return completeCopies(sim, group, none) > 0;
}

function startCopying(sim: Simulation, cluster: Row, row: Row): void {
  const token = sim.state.segments.token.get(row) + 1;
  sim.state.segments.copying.set(row, 1);
  sim.state.segments.token.set(row, token);
  const figure = contentOf(sim.state, row) === 'destroyed' ? 'segmentRepair' : 'segmentCatchUp';
  schedule(sim, drawForCluster(sim, cluster, figure), eventCode.copied, row, token);
}

/** A copy is done. Says what the segment was before, or undefined when the copy had been broken off. */
export function finishCopy(sim: Simulation, row: Row, token: number): 'behind' | 'destroyed' | undefined {
  const content = contentOf(sim.state, row);
  if (token !== sim.state.segments.token.get(row) || content === 'complete') return undefined;
  setContent(sim, row, 'complete');
  stopCopying(sim, row);
  return content;
}
