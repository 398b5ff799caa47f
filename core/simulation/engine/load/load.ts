import { instanceClassByName, serverlessClass } from '../../../facts/instance-classes.ts';
import type { Row } from '../../run.ts';
import type { InstanceMoment } from '../../timeline.ts';
import { runningReaders } from '../instances/instances.ts';
import { answeringReads, readsOf, writesOf } from '../instances/service.ts';
import { isWriter, runningWriters } from '../instances/writers.ts';
import { instanceAt, instanceStateOf, type Simulation } from '../simulation.ts';
import { none } from '../state.ts';
import { replicaLag } from './replica-lag.ts';

/** The parts of a load, as the columns that hold them. */
export const loadParts = ['readsPerSecond', 'writesPerSecond', 'connections'] as const;

/** vCPU of an instance whose class is not known: that of the smallest class of most families. */
const defaultVcpu = 2;

/** Whether an instance is of Serverless v2, in a cluster whose capacity range is known. */
export function isServerless(sim: Simulation, instance: Row): boolean {
  const { class: name, cluster } = instanceAt(sim, instance);
  return name === serverlessClass && sim.state.clusters.maxCapacity.get(cluster) !== none;
}

/** The workload of the design is the load from the start. */
export function beginLoad({ run, state }: Simulation): void {
  for (const part of loadParts) state.run[part].set(0, run.load[part] ?? none);
}

/** A part of the load that is asked of the primary now; undefined when it is not known. */
export function loadNow({ state }: Simulation, part: (typeof loadParts)[number]): number | undefined {
  const amount = state.run[part].get(0);
  return amount === none ? undefined : amount;
}

/** Reads and writes per second that one instance has to do with. */
interface Share {
  readonly reads: number;
  readonly writes: number;
}

/**
 * What an instance of the primary carries: reads spread evenly over whoever answers the reader endpoint, whatever their
 * size, and writes are the writer's, evenly those of several. Undefined when neither is known.
 */
function shareOf(sim: Simulation, cluster: Row, instance: Row): Share | undefined {
  const reads = loadNow(sim, 'readsPerSecond');
  const writes = loadNow(sim, 'writesPerSecond');
  if (reads === undefined && writes === undefined) return undefined;
  const answering = readsOf(sim, cluster) === 'up' ? answeringReads(sim, cluster) : [];
  const writers = runningWriters(sim, cluster);
  return {
    reads: answering.includes(instance) ? (reads ?? 0) / answering.length : 0,
    writes: writers.includes(instance) && writesOf(sim, cluster) === 'up' ? (writes ?? 0) / writers.length : 0,
  };
}

/**
 * How much of what an instance of the primary can do is asked of it: 1 is all, more than it can do is more than 1.
 * Undefined while it does not run, or when no load is known.
 */
function demandOn(sim: Simulation, cluster: Row, instance: Row): number | undefined {
  const wanted = vcpusWanted(sim, cluster, instance);
  if (wanted === undefined) return undefined;
  return wanted === 0 ? 0 : wanted / vcpusOf(sim, instance);
}

/** The vCPU that the requests to an instance of the primary take; undefined while it does not run, or without a load. */
export function vcpusWanted(sim: Simulation, cluster: Row, instance: Row): number | undefined {
  if (sim.state.clusters.isPrimary.get(cluster) !== 1 || instanceStateOf(sim, instance) !== 'running') return undefined;
  const share = shareOf(sim, cluster, instance);
  if (share === undefined) return undefined;
  const { readsPerVcpu, writesPerVcpu } = sim.run.figures;
  return share.reads / readsPerVcpu.min + share.writes / writesPerVcpu.min;
}

/**
 * Connections of a reader of the primary on average: connections divide between the writer and the readers as requests
 * do, and all are readers' where only reads are known. Undefined when they are not known, or no reader runs.
 */
export function connectionsPerReader(sim: Simulation, cluster: Row): number | undefined {
  const connections = loadNow(sim, 'connections');
  const readers = runningReaders(sim, cluster).length;
  if (connections === undefined || readers === 0 || sim.state.clusters.isPrimary.get(cluster) !== 1) return undefined;
  const reads = loadNow(sim, 'readsPerSecond') ?? 0;
  const requests = reads + (loadNow(sim, 'writesPerSecond') ?? 0);
  return (connections * (requests === 0 ? 1 : reads / requests)) / readers;
}

/** vCPU of an instance by its class, or by the capacity that it has now. */
export function vcpusOf(sim: Simulation, instance: Row): number {
  if (isServerless(sim, instance))
    return sim.state.instances.capacity.get(instance) / 2 / sim.run.figures.acuPerVcpu.min;
  return instanceClassByName(instanceAt(sim, instance).class ?? '')?.vcpu ?? defaultVcpu;
}

/** How busy an instance is, in whole percent: at most 100, whatever is asked of it. */
export function utilisationOf(sim: Simulation, cluster: Row, instance: Row): number | undefined {
  const demand = demandOn(sim, cluster, instance);
  return demand === undefined ? undefined : Math.min(100, Math.round(demand * 100));
}

/** Load and lag of an instance as the picture shows them. */
export function burdenOf(sim: Simulation, cluster: Row, instance: Row): Pick<InstanceMoment, 'load' | 'lag'> {
  const load = utilisationOf(sim, cluster, instance);
  const lag = lagOf(sim, cluster, instance);
  return { ...(load !== undefined && { load }), ...(lag !== undefined && { lag }) };
}

/** How far a running reader of the primary is behind, in milliseconds, while writes of a known rate are taken. */
function lagOf(sim: Simulation, cluster: Row, instance: Row): number | undefined {
  const writes = loadNow(sim, 'writesPerSecond');
  if (writes === undefined || sim.state.clusters.isPrimary.get(cluster) !== 1) return undefined;
  const reads = !isWriter(sim, instance) && instanceStateOf(sim, instance) === 'running';
  return reads && writesOf(sim, cluster) === 'up' ? replicaLag(writes) : undefined;
}
