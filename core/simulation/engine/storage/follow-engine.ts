import { invariantBroken } from '../../explanations/integrity.ts';
import { beginReplacement, excludeZone, finishReplacement, hydrate, replacementOf } from '../../protocol/membership.ts';
import { playUntil } from '../../protocol/play.ts';
import { startReplica, stopReplica } from '../../protocol/reads.ts';
import { resumeRecovery, startWriter } from '../../protocol/recovery.ts';
import { catchUp, corruptSeat, darkenSeat, destroySeat, lightSeat } from '../../protocol/segments.ts';
import { type ProtocolVolume, seatRow, seatStateOf } from '../../protocol/volume.ts';
import { stopWriter } from '../../protocol/writer.ts';
import { segmentsPerGroup } from '../../quorum.ts';
import type { Row } from '../../run.ts';
import { reportViolation } from '../invariants.ts';
import { isOutOfReach } from '../regions/zones.ts';
import { clusterAt, instanceStateOf, rowOrNone, type Simulation } from '../simulation.ts';
import { none } from '../state.ts';
import { contentOf, segmentRow, zoneOfSegment } from './quorums.ts';

/**
 * Plays the protocol of the named groups up to now, then tells it what has happened to their segments, to the quorum and to
 * the instances. What it makes of that is its own: it copies records, counts its quorums and recovers by itself. It is the
 * volume of the first primary: while another Region writes it has no writer, and that Region has a volume of its own.
 */
export function followEngine(sim: Simulation): void {
  if (sim.protocol === undefined) return;
  const { volume } = sim.protocol;
  playUntil(volume, sim.now);
  followSegments(sim, volume, loseSegment);
  followSegments(sim, volume, returnSegment);
  followSegments(sim, volume, fillSegment);
  const excluded = sim.state.clusters.excludedSlot.get(0);
  if (excluded !== volume.state.volume.excludedSlot.get(0)) excludeZone(volume, excluded);
  followInstances(sim, volume);
  resumeRecovery(volume);
  for (const { invariant, detail, at: since } of volume.violations) {
    if (reportViolation(sim, invariant, detail, since)) sim.notes.push(invariantBroken(invariant, detail));
  }
}

/** A segment of the run, and its seat in the protocol. */
type Follow = (sim: Simulation, volume: ProtocolVolume, row: Row, seat: Row) => void;

function followSegments(sim: Simulation, volume: ProtocolVolume, follow: Follow): void {
  for (const [index, group] of (sim.protocol?.groups ?? []).entries()) {
    for (let segment = 0; segment < segmentsPerGroup; segment++) {
      follow(sim, volume, segmentRow(group, segment), seatRow(index, segment));
    }
  }
}

function loseSegment(sim: Simulation, volume: ProtocolVolume, row: Row, seat: Row): void {
  const isLost = contentOf(sim.state, row) === 'destroyed' && seatStateOf(volume, seat) !== 'destroyed';
  const isAway = isOutOfReach(sim, zoneOfSegment(sim, row)) && volume.state.seats.away.get(seat) === 0;
  if (isAway) for (const one of [seat, replacementOf(seat)]) darkenSeat(volume, one);
  if (isLost) destroySeat(volume, seat);
}

function returnSegment(sim: Simulation, volume: ProtocolVolume, row: Row, seat: Row): void {
  const content = contentOf(sim.state, row);
  const { seats } = volume.state;
  const isBack = !isOutOfReach(sim, zoneOfSegment(sim, row)) && seats.away.get(seat) === 1;
  if (isBack) for (const one of [seat, replacementOf(seat)]) lightSeat(volume, one, content === 'behind');
  if (content === 'destroyed' && sim.state.segments.copying.get(row) === 1) beginReplacement(volume, seat);
  const isCorrupt = sim.state.segments.corrupt.get(row) !== 0;
  if (isCorrupt && seats.corrupt.get(seat) === 0) corruptSeat(volume, seat);
  if (!isCorrupt) seats.corrupt.set(seat, 0);
}

function fillSegment(sim: Simulation, volume: ProtocolVolume, row: Row, seat: Row): void {
  if (contentOf(sim.state, row) !== 'complete') return;
  const state = seatStateOf(volume, seat);
  if (state === 'destroyed' && hydrate(volume, seat)) finishReplacement(volume, seat);
  if (state === 'behind') catchUp(volume, seat);
}

/** Who writes, with the epoch that the volume has given; and who reads. */
function followInstances(sim: Simulation, volume: ProtocolVolume): void {
  const { instances, volume: own } = volume.state;
  const writer = runningWriter(sim);
  const epoch = sim.state.clusters.epoch.get(0);
  const isCandidate = own.candidate.get(0) !== none;
  const current = isCandidate ? own.candidate.get(0) : own.writer.get(0);
  const currentEpoch = isCandidate ? own.candidateEpoch.get(0) : own.epoch.get(0);
  if (current !== (writer ?? none) || (writer !== undefined && epoch !== currentEpoch)) {
    stopWriter(volume);
    if (writer !== undefined) startWriter(volume, writer, epoch);
  }
  for (const instance of clusterAt(sim, 0).instances) {
    if (instance === writer) continue;
    const runs = instanceStateOf(sim, instance) === 'running';
    if (runs && instances.alive.get(instance) === 0) startReplica(volume, instance);
    if (!runs && instances.alive.get(instance) === 1) stopReplica(volume, instance);
  }
}

/** The writer of the first primary, as long as it runs and holds the epoch of the volume. */
function runningWriter(sim: Simulation): Row | undefined {
  const { clusters, instances } = sim.state;
  const writer = rowOrNone(clusters.writer.get(0));
  if (writer === undefined || clusters.isPrimary.get(0) === 0) return undefined;
  const holdsEpoch = instances.epoch.get(writer) === clusters.epoch.get(0);
  return holdsEpoch && instanceStateOf(sim, writer) === 'running' ? writer : undefined;
}
