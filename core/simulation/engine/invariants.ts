import { formatDuration } from '../../design/format/duration.ts';
import { commitsLost } from '../explanations/storage.ts';
import { type ProtocolInvariant, protocolInvariants } from '../protocol/violations.ts';
import { segmentsPerGroup } from '../quorum.ts';
import type { Row } from '../run.ts';
import { clusterAt, instanceAt, instanceStateOf, primaryOf, type Simulation } from './simulation.ts';
import { everyMask, findFailing } from './storage/group-masks.ts';
import { contentOf, isComplete, segmentRow, sharedGroupOf, unnamedGroup } from './storage/quorums.ts';
import { groupId } from './storage/volume.ts';

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

/**
 * A volume takes writes from whoever runs, reached or not, and holds its epoch; that of a multi-master cluster takes them
 * from several, each with an epoch of its own. In no epoch there must be two.
 */
function checkWriters(sim: Simulation, cluster: Row): void {
  const { isMultiMaster, instances } = clusterAt(sim, cluster);
  const given = instances.map((row) => sim.state.instances.epoch.get(row)).filter((epoch) => epoch > 0);
  const accepted = isMultiMaster ? new Set(given) : [sim.state.clusters.epoch.get(cluster)];
  for (const epoch of accepted) checkEpoch(sim, cluster, epoch);
}

function checkEpoch(sim: Simulation, cluster: Row, epoch: number): void {
  const { instances } = sim.state;
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
  const { acknowledged } = sim.commits;
  for (const group of clusterAt(sim, cluster).groups) {
    checkLoss(sim, acknowledged - heldBy(sim, group), () => group);
  }
  const shared = sharedGroupOf(sim, cluster);
  everyMask(sim, cluster, (destroyed) => {
    const groupOf = () => unnamedGroup(sim, findFailing(sim, cluster, (other) => other === destroyed) ?? 0);
    checkLoss(sim, acknowledged - heldBy(sim, shared, destroyed), groupOf);
    return true;
  });
}

function checkLoss(sim: Simulation, lost: number, groupOf: () => number): void {
  const { dataLoss } = sim.state.run;
  if (lost <= dataLoss.get(0)) return;
  dataLoss.set(0, lost);
  const id = groupId(sim, groupOf());
  const detail = `no copy of ${id} holds ${formatDuration(lost)} of commits`;
  if (reportViolation(sim, 'acked-commit-lost', detail)) sim.notes.push(commitsLost(id, lost));
}

/** The commits that the best segment of a row holds, of those that are not destroyed besides. */
function heldBy(sim: Simulation, group: Row, destroyed = 0): number {
  let held = 0;
  for (let segment = 0; segment < segmentsPerGroup; segment++) {
    if ((destroyed >> segment) & 1) continue;
    const row = segmentRow(group, segment);
    if (isComplete(sim, row)) return sim.commits.acknowledged;
    if (contentOf(sim.state, row) !== 'destroyed') held = Math.max(held, sim.state.segments.holdsUpTo.get(row));
  }
  return held;
}
