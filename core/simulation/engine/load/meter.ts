import { billing_by_second } from '../../../facts/generated/pricing.ts';
import type { Row } from '../../run.ts';
import { isWhole } from '../regions/presence.ts';
import { instanceAt, instanceStateOf, primaryOf, type Simulation } from '../simulation.ts';
import { none } from '../state.ts';
import { isServerless, loadNow } from './load.ts';
import { conflictsPerSecond } from './write-conflicts.ts';

/** Milliseconds for which an instance is billed at least, each time its billing begins anew. */
export const leastBilled = billing_by_second.minimum * 1000;

/** Instances that run at the start have done so for long: their first ten minutes are over. */
export function beginMeter(sim: Simulation): void {
  const { instances } = sim.state;
  for (const { row } of sim.run.instances) {
    const { class: name } = instanceAt(sim, row);
    instances.class.set(row, name === undefined ? none : sim.run.classes.indexOf(name));
    if (instanceStateOf(sim, row) !== 'absent') instances.billed.set(row, leastBilled);
  }
}

/** Takes down what is used in a stretch of time in which nothing changes. */
export function meter(sim: Simulation, elapsed: number, readsAreUp: boolean, writesAreUp: boolean): void {
  if (elapsed === 0) return;
  const { clusters, instances, run } = sim.state;
  for (const { row, cluster } of sim.run.instances) {
    const state = instanceStateOf(sim, row);
    if (state === 'absent' || state === 'creating') continue;
    if (isServerless(sim, row)) {
      clusters.acuUse.set(cluster, clusters.acuUse.get(cluster) + instances.capacity.get(row) * elapsed);
    } else {
      bill(sim, row, elapsed);
    }
  }
  const reads = loadNow(sim, 'readsPerSecond');
  const writes = loadNow(sim, 'writesPerSecond');
  if (readsAreUp) run.readsServed.set(0, run.readsServed.get(0) + (reads ?? 0) * elapsed);
  if (writesAreUp) {
    const served = (writes ?? 0) * elapsed;
    const replicas = sim.run.clusters.filter(({ replication }, row) => replication === 'global' && isWhole(sim, row));
    run.writesServed.set(0, run.writesServed.get(0) + served);
    run.writesReplicated.set(0, run.writesReplicated.get(0) + served * replicas.length);
    meterConflicts(sim, elapsed);
  }
  if (reads === undefined || writes === undefined) run.unknownRequests.set(0, 1);
}

function meterConflicts(sim: Simulation, elapsed: number): void {
  const { writesRolledBack, unknownConflicts } = sim.state.run;
  const rate = conflictsPerSecond(sim, primaryOf(sim));
  if (rate === undefined) unknownConflicts.set(0, 1);
  else writesRolledBack.set(0, writesRolledBack.get(0) + rate * elapsed);
}

function bill({ run, state }: Simulation, instance: Row, time: number): void {
  const { instances, classes } = state;
  const index = instances.class.get(instance);
  const row = index === none ? run.classes.length : index;
  instances.billed.set(instance, instances.billed.get(instance) + time);
  classes.use.set(row, classes.use.get(row) + time);
}

/** An instance is deleted or gets another class: what is missing to ten minutes is billed. Source: Aurora guide, billing. */
export function endBilling(sim: Simulation, instance: Row): void {
  const { billed } = sim.state.instances;
  const missing = leastBilled - billed.get(instance);
  if (billed.get(instance) > 0 && missing > 0) bill(sim, instance, missing);
  billed.set(instance, 0);
}
