import type { Row } from '../../run.ts';
import { clusterAt, instanceAt, instanceStateOf, rowOrNone, type Simulation } from '../simulation.ts';

/** Whether an instance has the role of a writer: the one of its cluster, or any of a multi-master cluster. */
export function isWriter(sim: Simulation, instance: Row): boolean {
  const { cluster } = instanceAt(sim, instance);
  return clusterAt(sim, cluster).isMultiMaster || sim.state.clusters.writer.get(cluster) === instance;
}

/**
 * Instances that run as writers and hold an epoch of the volume, in file order: at most one, or any number of a
 * multi-master cluster.
 */
export function runningWriters(sim: Simulation, cluster: Row): readonly Row[] {
  const { instances, isMultiMaster } = clusterAt(sim, cluster);
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  const writers = isMultiMaster ? instances : writer === undefined ? [] : [writer];
  return writers.filter((row) => instanceStateOf(sim, row) === 'running' && sim.state.instances.epoch.get(row) > 0);
}
