import { writesBackOn } from '../../explanations/multi-master.ts';
import { recoveryPointKept, recoveryPointPassed } from '../../explanations/replication.ts';
import { commitsGoOn, commitsWait } from '../../explanations/storage.ts';
import { writesBack } from '../../explanations/writer.ts';
import { at, type Row } from '../../run.ts';
import type { Instant } from '../../timeline.ts';
import { readsOf, writesOf } from '../instances/service.ts';
import { runningWriters } from '../instances/writers.ts';
import { globalSecondaries } from '../regions/replication.ts';
import { clusterAt, instanceAt, primaryOf, rowOrNone, type Simulation } from '../simulation.ts';
import { type Column, none, readStates, writeStates } from '../state.ts';
import { isWritable, worstGroupOf } from '../storage/quorums.ts';
import { groupInWords } from '../storage/volume.ts';
import { meter } from './meter.ts';

/** Moves on to an instant. Until then reads and writes went as they did since the last event. */
export function advance(sim: Simulation, until: Instant): void {
  const { run } = sim.state;
  const elapsed = until - sim.now;
  const writesAreUp = at(writeStates, run.writes.get(0)) === 'up';
  const readsAreUp = at(readStates, run.reads.get(0)) === 'up';
  sim.commits.advance(until, writesAreUp);
  meter(sim, elapsed, readsAreUp, writesAreUp);
  if (!writesAreUp) add(run.writesUnavailable, elapsed);
  if (!readsAreUp) add(run.readsUnavailable, elapsed);
  sim.now = until;
}

function add(column: Column, amount: number): void {
  column.set(0, column.get(0) + amount);
}

/** Takes down what the primary does for its clients from now on, and says so when writes stop waiting or come back. */
export function measureService(sim: Simulation): void {
  const { run } = sim.state;
  const primary = primaryOf(sim);
  const before = at(writeStates, run.writes.get(0));
  const writes = writesOf(sim, primary);
  run.reads.set(0, readStates.indexOf(readsOf(sim, primary)));
  if (writes === before) return;
  if (writes === 'stalled') beginStall(sim, primary);
  if (writes === 'up' && !endOutage(sim) && before === 'stalled') endStall(sim, primary);
  run.writes.set(0, writeStates.indexOf(writes));
  run.writesSince.set(0, sim.now);
}

function beginStall(sim: Simulation, primary: Row): void {
  const { waitsForSecondary } = sim.state.run;
  waitsForSecondary.set(0, isWritable(sim, primary) ? 1 : 0);
  if (waitsForSecondary.get(0) === 1) {
    const regions = globalSecondaries(sim).map((row) => clusterAt(sim, row).region);
    sim.notes.push(recoveryPointPassed(clusterAt(sim, primary).recoveryPoint ?? 0, regions));
    return;
  }
  const group = worstGroupOf(sim, primary);
  const words = groupInWords(sim, group);
  sim.state.run.stalledGroup.set(0, words.every ? none : group);
  sim.notes.push(commitsWait(words));
}

function endStall(sim: Simulation, primary: Row): void {
  const { stalledGroup, writesSince, waitsForSecondary } = sim.state.run;
  if (waitsForSecondary.get(0) === 1) {
    const bound = clusterAt(sim, primary).recoveryPoint ?? 0;
    sim.notes.push(recoveryPointKept(bound, sim.now - writesSince.get(0)));
    return;
  }
  const group = rowOrNone(stalledGroup.get(0));
  const words = groupInWords(sim, group ?? worstGroupOf(sim, primary));
  sim.notes.push(commitsGoOn({ ...words, every: group === undefined }, sim.now - writesSince.get(0)));
}

/** Ends the outage that lasts, if one does. */
function endOutage(sim: Simulation): boolean {
  const waited = sim.state.run.waitsForSecondary.get(0) === 1 ? 'a secondary' : 'the quorum';
  sim.recoveries.spent(`waiting for ${waited}`, 'documented', sim.now);
  const recovery = sim.recoveries.end(sim.now);
  if (recovery === undefined) return false;
  const { run, clusters } = sim.state;
  measureRecovery(sim, run.writerLostAt, run.writerRecovery);
  measureRecovery(sim, run.regionLostAt, run.regionRecovery);
  const primary = primaryOf(sim);
  if (clusterAt(sim, primary).isMultiMaster) {
    const [first = none] = runningWriters(sim, primary);
    sim.notes.push(writesBackOn(instanceAt(sim, first).id, sim.now - recovery.from, recovery.parts));
    return true;
  }
  const writer = instanceAt(sim, clusters.writer.get(primary));
  sim.notes.push(writesBack(writer.id, sim.now - recovery.from, recovery.parts));
  return true;
}

/** The longest recovery counts. */
function measureRecovery({ now }: Simulation, lostAt: Column, longest: Column): void {
  if (lostAt.get(0) === none) return;
  longest.set(0, Math.max(longest.get(0), now - lostAt.get(0)));
  lostAt.set(0, none);
}
