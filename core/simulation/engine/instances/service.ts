import { readerSilent, type Silence, silenceOfCluster, silenceOfMembers } from '../../explanations/silence.ts';
import { at, type Row, type RunEndpoint } from '../../run.ts';
import type { ClusterMoment, EndpointMoment } from '../../timeline.ts';
import { hasGlobalSecondary } from '../regions/presence.ts';
import { isRegionDark } from '../regions/zones.ts';
import {
  clusterAt,
  instanceAt,
  instanceStateOf,
  phaseOf,
  primaryOf,
  rowOrNone,
  type Simulation,
} from '../simulation.ts';
import { isReadable, isWritable } from '../storage/quorums.ts';
import { runningReaders } from './instances.ts';
import { isWriter, runningWriters } from './writers.ts';

/** The instance that the cluster endpoint leads to and that is the running writer. */
function answeringWriter(sim: Simulation, cluster: Row): Row | undefined {
  const { clusters } = sim.state;
  if (clusterAt(sim, cluster).isMultiMaster) {
    const leadsTo = clusters.endpoint.get(cluster);
    return runningWriters(sim, cluster).find((row) => row === leadsTo);
  }
  const writer = rowOrNone(clusters.writer.get(cluster));
  if (writer === undefined || phaseOf(sim, cluster) === 'fenced') return undefined;
  const answers = clusters.endpoint.get(cluster) === writer && instanceStateOf(sim, writer) === 'running';
  return answers ? writer : undefined;
}

/**
 * Whether a write is taken by the cluster endpoint, in a multi-master cluster by that of any instance: taken, left waiting
 * by the volume, or taken by nobody.
 */
export function writesOf(sim: Simulation, cluster: Row): ClusterMoment['writes'] {
  const { isMultiMaster } = clusterAt(sim, cluster);
  const isTaken = isMultiMaster ? runningWriters(sim, cluster).length > 0 : answeringWriter(sim, cluster) !== undefined;
  if (!isTaken) return 'down';
  const isPast = sim.state.clusters.isPrimary.get(cluster) === 1 && sim.state.run.pastRecoveryPoint.get(0) === 1;
  return isWritable(sim, cluster) && !isPast ? 'up' : 'stalled';
}

/**
 * Who answers the reader endpoint: the readers that run, or the writer where there is none. A multi-master cluster has no
 * such endpoint: whoever writes answers reads. Source: Aurora guide, reader endpoint.
 */
export function answeringReads(sim: Simulation, cluster: Row): readonly Row[] {
  if (clusterAt(sim, cluster).isMultiMaster) return runningWriters(sim, cluster);
  const readers = runningReaders(sim, cluster);
  if (readers.length > 0) return readers;
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  return writer !== undefined && instanceStateOf(sim, writer) === 'running' ? [writer] : [];
}

/** Whether somebody answers a read of the cluster. */
export function readsOf(sim: Simulation, cluster: Row): ClusterMoment['reads'] {
  return answeringReads(sim, cluster).length > 0 && isReadable(sim, cluster) ? 'up' : 'down';
}

/** Every endpoint of a cluster with who answers it now: custom ones, the reader endpoint, then those of the writer. */
export function endpointsOf(sim: Simulation, cluster: Row): readonly EndpointMoment[] {
  const { endpoints, replication, isMultiMaster } = clusterAt(sim, cluster);
  const moments = endpoints.map((endpoint) => customEndpoint(sim, endpoint));
  const readers = answeringReads(sim, cluster);
  const reader = endpointMoment(sim, 'reader', readers, () => readerSilent(silenceOf(sim, cluster)));
  const forwarding = forwardingOf(sim, cluster, readers);
  if (!isMultiMaster) moments.push(forwarding === undefined ? reader : { ...reader, forwarding });
  const isPrimary = sim.state.clusters.isPrimary.get(cluster) === 1;
  const standsAlone = sim.state.clusters.standsAlone.get(cluster) === 1;
  if (!isPrimary && replication !== 'binlog' && !standsAlone) return moments;
  const writer = answeringWriter(sim, cluster);
  const answers = writer === undefined ? [] : [writer];
  const isGlobal = isPrimary && replication !== 'binlog' && hasGlobalSecondary(sim);
  for (const name of isGlobal ? ['cluster', 'global'] : ['cluster']) {
    moments.push(endpointMoment(sim, name, answers, () => silenceOfCluster(silenceOf(sim, cluster))));
  }
  return moments;
}

/**
 * What becomes of a write that readers of a cluster forward: to their own writer, or to that of the primary Region.
 * Source: Aurora guide, write forwarding.
 */
function forwardingOf(sim: Simulation, cluster: Row, readers: readonly Row[]): EndpointMoment['forwarding'] {
  const primary = primaryOf(sim);
  const { forwards, replication } = clusterAt(sim, cluster);
  if (!(cluster === primary ? forwards.locally : forwards.globally && replication !== 'binlog')) return undefined;
  const isCutOff = cluster !== primary && sim.state.clusters.cutOff.get(cluster) === 1;
  return readers.length === 0 || isCutOff ? 'down' : writesOf(sim, primary);
}

/** A custom endpoint. One of type READER loses a member that is promoted. Source: Aurora guide, custom endpoints. */
function customEndpoint(sim: Simulation, { id, readersOnly, members }: RunEndpoint): EndpointMoment {
  const answers = members.filter(
    (member) => instanceStateOf(sim, member) === 'running' && !(readersOnly && isWriter(sim, member)),
  );
  const present = members.filter((member) => instanceStateOf(sim, member) !== 'absent');
  const ids = present.map((member) => instanceAt(sim, member).id);
  const [first] = present;
  const isPromoted = readersOnly && first !== undefined && isWriter(sim, first);
  return endpointMoment(sim, id, answers, () => silenceOfMembers(ids, isPromoted));
}

function endpointMoment(sim: Simulation, name: string, answers: readonly Row[], reason: () => string): EndpointMoment {
  const ids = answers.map((row) => instanceAt(sim, row).id);
  return ids.length > 0 ? { name, answers: ids } : { name, answers: ids, reason: reason() };
}

/** Why the writer of a cluster does not answer. */
function silenceOf(sim: Simulation, cluster: Row): Silence {
  const { clusters } = sim.state;
  const { region } = clusterAt(sim, cluster);
  const idOf = (row: Row | undefined) => (row === undefined ? undefined : instanceAt(sim, row).id);
  const writer = rowOrNone(clusters.writer.get(cluster));
  return {
    region,
    isRegionDark: isRegionDark(sim, cluster),
    phase: phaseOf(sim, cluster),
    candidate: idOf(rowOrNone(clusters.candidate.get(cluster))),
    writer: idOf(writer),
    writerState: writer === undefined ? undefined : instanceStateOf(sim, writer),
    writerZone: writer === undefined ? undefined : at(sim.run.zones, instanceAt(sim, writer).zone).name,
  };
}
