import type { Row } from '../../run.ts';
import { isOutOfReach } from '../regions/zones.ts';
import {
  clusterAt,
  drawForCluster,
  drawForInstance,
  eventCode,
  instanceAt,
  instanceStateOf,
  presentInstances,
  type Simulation,
  schedule,
  setInstanceState,
} from '../simulation.ts';
import { isWriter } from './writers.ts';

/** Whether an instance has crashed and may be started again: it is not kept away by the scenario or a dark AZ. */
export function isCrashed(sim: Simulation, instance: Row): boolean {
  return (
    instanceStateOf(sim, instance) === 'failed' &&
    sim.state.instances.failures.get(instance) === 0 &&
    !isOutOfReach(sim, instanceAt(sim, instance).zone)
  );
}

/** Instances of a cluster that run as readers, in file order. */
export function runningReaders(sim: Simulation, cluster: Row): readonly Row[] {
  return clusterAt(sim, cluster).instances.filter(
    (row) => !isWriter(sim, row) && instanceStateOf(sim, row) === 'running',
  );
}

/** Restarts an instance in place. Returns how long it takes. */
export function beginRestart(sim: Simulation, instance: Row): number {
  return comeBack(sim, instance, 'restarting', 'restart');
}

/** Makes the writer anew in its AZ, under a new address. Returns how long it takes. */
export function beginRecreation(sim: Simulation, instance: Row): number {
  return comeBack(sim, instance, 'recreating', 'recreation');
}

/** Makes a new instance. Returns how long it takes. */
export function beginCreation(sim: Simulation, instance: Row): number {
  return comeBack(sim, instance, 'creating', 'creation');
}

/** Restarts an instance with the class that it has now. Returns how long it takes. */
export function beginClassChange(sim: Simulation, instance: Row): number {
  return comeBack(sim, instance, 'modifying', 'classChange');
}

/** Patches the engine of an instance. Returns how long it is away. */
export function beginPatch(sim: Simulation, instance: Row, figure: 'patch' | 'zeroDowntimePatch'): number {
  return comeBack(sim, instance, 'upgrading', figure);
}

function comeBack(
  sim: Simulation,
  instance: Row,
  state: 'restarting' | 'recreating' | 'creating' | 'modifying' | 'upgrading',
  figure: 'restart' | 'recreation' | 'creation' | 'classChange' | 'patch' | 'zeroDowntimePatch',
): number {
  const token = setInstanceState(sim, instance, state);
  const takes = drawForInstance(sim, instance, figure);
  schedule(sim, takes, eventCode.instanceBack, instance, token);
  return takes;
}

/** Makes the instances of a cluster anew over a volume that is rebuilt from another Region; those that are away stay so. */
export function rebuildCluster(sim: Simulation, cluster: Row): void {
  const takes = drawForCluster(sim, cluster, 'regionRebuild');
  const { rebuiltAt, arrived } = sim.state.clusters;
  rebuiltAt.set(cluster, sim.now + takes);
  arrived.set(cluster, sim.commits.acknowledged);
  for (const instance of presentInstances(sim, cluster)) {
    if (isOutOfReach(sim, instanceAt(sim, instance).zone) || sim.state.instances.failures.get(instance) > 0) continue;
    schedule(sim, takes, eventCode.instanceBack, instance, setInstanceState(sim, instance, 'recreating'));
  }
}
