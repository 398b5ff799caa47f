import { segmentCorrupt, segmentScrubbed } from '../../explanations/integrity.ts';
import { refused } from '../../explanations/request.ts';
import { segmentsPerGroup } from '../../quorum.ts';
import { at, type Row } from '../../run.ts';
import { drawForCluster, eventCode, type Simulation, schedule } from '../simulation.ts';
import { contentOf, isComplete, isGroupReadable, segmentRow } from './quorums.ts';
import { nameOfSegment } from './storage-events.ts';

/** Bytes of a segment go wrong. The token of what follows is one more than the index of the event. */
export function corruptSegment(sim: Simulation, index: number, group: Row, segment: number): void {
  const row = segmentRow(group, segment);
  const { corrupt } = sim.state.segments;
  if (contentOf(sim.state, row) === 'destroyed' || corrupt.get(row) !== 0) {
    const why = corrupt.get(row) === 0 ? 'holds nothing' : 'is corrupt already';
    sim.notes.push(refused('corruption', `${nameOfSegment(sim, row)} ${why}`));
    return;
  }
  corrupt.set(row, index + 1);
  scheduleScrub(sim, row, index + 1);
  sim.notes.push(segmentCorrupt(nameOfSegment(sim, row), isGroupReadable(sim, group)));
}

function scheduleScrub(sim: Simulation, row: Row, token: number): void {
  const { cluster } = at(sim.run.groups, Math.floor(row / segmentsPerGroup));
  schedule(sim, drawForCluster(sim, cluster, 'segmentScrub'), eventCode.scrubbed, row, token);
}

/**
 * Scrubbing comes to the wrong bytes and has a peer repair them; while none can, it tries again.
 * Source: Verbitski 2017, 3.3.
 */
export function onScrubbed(sim: Simulation, row: Row, token: number): void {
  const { corrupt } = sim.state.segments;
  if (corrupt.get(row) !== token) return;
  if (!isComplete(sim, row) || !hasSoundPeer(sim, row)) {
    scheduleScrub(sim, row, token);
    return;
  }
  corrupt.set(row, 0);
  const since = at(sim.run.events, token - 1).at;
  sim.notes.push(segmentScrubbed(nameOfSegment(sim, row), sim.now - since));
}

function hasSoundPeer(sim: Simulation, row: Row): boolean {
  const group = Math.floor(row / segmentsPerGroup);
  for (let segment = 0; segment < segmentsPerGroup; segment++) {
    const peer = segmentRow(group, segment);
    if (peer !== row && isComplete(sim, peer) && sim.state.segments.corrupt.get(peer) === 0) return true;
  }
  return false;
}
