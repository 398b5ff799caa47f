import type { Row } from '../../run.ts';
import { clusterAt, eventCode, primaryOf, type Simulation, schedule } from '../simulation.ts';
import { catchUpTime, globalSecondaries, lagOf, replicationOf } from './replication.ts';

const minute = 60_000;

/**
 * Commits wait while every secondary of the global database is further behind than `rds.global_db_rpo` of the primary
 * allows; one that is not is enough for them to go on. Source: Aurora guide, disaster recovery.
 */
export function updateRecoveryPoint(sim: Simulation): void {
  const bound = clusterAt(sim, primaryOf(sim)).recoveryPoint;
  const secondaries = bound === undefined ? [] : globalSecondaries(sim);
  const isPast = secondaries.length > 0 && secondaries.every((row) => isPastBound(sim, row, bound ?? 0));
  sim.state.run.pastRecoveryPoint.set(0, isPast ? 1 : 0);
}

/** A secondary that gets nothing is past the bound with the next commit; one that catches up as long as it is above it. */
function isPastBound(sim: Simulation, cluster: Row, bound: number): boolean {
  const lag = lagOf(sim, cluster);
  const replication = replicationOf(sim, cluster);
  return replication === 'cut-off' || replication === 'rebuilding' ? lag >= bound : lag > bound;
}

/** Sees to it that the run looks again when the next secondary passes its bound, comes back below it, or has caught up. */
export function awaitReplication(sim: Simulation, writesGoOn: boolean): void {
  const { run } = sim.state;
  const next = Math.min(...timesToChange(sim, writesGoOn));
  if (!Number.isFinite(next)) return;
  const due = sim.now + Math.max(1, next);
  if (due === run.replicationDue.get(0)) return;
  run.replicationDue.set(0, due);
  schedule(sim, due - sim.now, eventCode.replicationDue, 0, 0);
}

function timesToChange(sim: Simulation, writesGoOn: boolean): readonly number[] {
  const times: number[] = [];
  const bound = clusterAt(sim, primaryOf(sim)).recoveryPoint;
  const passes: number[] = [];
  for (const cluster of sim.run.clusters.keys()) {
    const caughtUpIn = catchUpTime(sim, cluster, writesGoOn);
    if (caughtUpIn !== undefined) times.push(caughtUpIn);
  }
  if (bound === undefined) return times;
  const isPast = sim.state.run.pastRecoveryPoint.get(0) === 1;
  for (const cluster of globalSecondaries(sim)) {
    const replication = replicationOf(sim, cluster);
    const left = bound - lagOf(sim, cluster);
    const perMinute = sim.state.clusters.catchUpPerMinute.get(cluster);
    if (isPast && replication === 'catching-up') times.push(Math.ceil((-left * perMinute) / minute));
    passes.push(replication === 'cut-off' || replication === 'rebuilding' ? Math.max(0, left) : Infinity);
  }
  if (!isPast && writesGoOn && passes.length > 0) times.push(Math.max(...passes));
  return times;
}

/** Nothing happens by itself at that instant: what follows from replication is seen after every event. */
export function onReplicationDue(): void {}
