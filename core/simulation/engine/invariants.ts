import { formatDuration } from '../../design/format/duration.ts';
import { commitsLost } from '../explanations/storage.ts';
import { type ProtocolInvariant, protocolInvariants } from '../protocol/violations.ts';
import { segmentsPerGroup } from '../quorum.ts';
import { at, type Row } from '../run.ts';
import { contentOf, isComplete, segmentRow } from './quorums.ts';
import { clusterAt, instanceAt, instanceStateOf, primaryOf, type Simulation } from './simulation.ts';

/** Invariants that are checked after every event: all those of the storage protocol. */
export const judgedInvariants: readonly ProtocolInvariant[] = protocolInvariants;

/** Those that are worth expecting of every scenario: the others concern the inside of the storage. */
export const firstInvariants: readonly ProtocolInvariant[] = ['acked-commit-lost', 'two-writers-in-one-epoch'];

/** Records that an invariant broke; the first time counts. Returns whether it was the first. */
export function reportViolation(sim: Simulation, invariant: ProtocolInvariant, detail: string, at = sim.now): boolean {
  if (sim.violations.some((violation) => violation.invariant === invariant)) return false;
  sim.violations.push({ invariant, at, detail });
  return true;
}

/** Checks every invariant against the state after an event. */
export function checkInvariants(sim: Simulation): void {
  for (const cluster of sim.run.clusters.keys()) checkWriters(sim, cluster);
  checkCommits(sim, primaryOf(sim));
}

/** A volume takes writes from whoever runs, reached or not, and holds its epoch. There must not be two. */
function checkWriters(sim: Simulation, cluster: Row): void {
  const { clusters, instances } = sim.state;
  const epoch = clusters.epoch.get(cluster);
  const writers = clusterAt(sim, cluster).instances.filter(
    (row) =>
      instances.epoch.get(row) === epoch &&
      (instanceStateOf(sim, row) === 'running' || instances.cutOff.get(row) === 1),
  );
  if (writers.length < 2) return;
  const names = writers.map((row) => instanceAt(sim, row).id).join(' and ');
  reportViolation(sim, 'two-writers-in-one-epoch', `${names} both write with epoch ${epoch}`);
}

/** Every group must still have a segment, dark or lit, that holds each acknowledged commit. */
function checkCommits(sim: Simulation, cluster: Row): void {
  const { dataLoss } = sim.state.run;
  for (const group of clusterAt(sim, cluster).groups) {
    const lost = sim.commits.acknowledged - heldBy(sim, group);
    if (lost <= dataLoss.get(0)) continue;
    dataLoss.set(0, lost);
    const { id } = at(sim.run.groups, group);
    const isFirst = reportViolation(
      sim,
      'acked-commit-lost',
      `no copy of ${id} holds ${formatDuration(lost)} of commits`,
    );
    if (isFirst) sim.notes.push(commitsLost(id, lost));
  }
}

/** The commits that the best segment of a group holds. */
function heldBy(sim: Simulation, group: Row): number {
  let held = 0;
  for (let segment = 0; segment < segmentsPerGroup; segment++) {
    const row = segmentRow(group, segment);
    if (isComplete(sim, row)) return sim.commits.acknowledged;
    if (contentOf(sim.state, row) !== 'destroyed') held = Math.max(held, sim.state.segments.holdsUpTo.get(row));
  }
  return held;
}
