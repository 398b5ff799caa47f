import {
  clusterEndpointMoves,
  lastWriterLost,
  writerComesIn,
  writerStartsAgain,
  writerStops,
} from '../../explanations/multi-master.ts';
import { recoveryWaits } from '../../explanations/writer.ts';
import { at, type Row } from '../../run.ts';
import { isRegionDark } from '../regions/zones.ts';
import {
  clusterAt,
  drawForCluster,
  eventCode,
  instanceAt,
  instanceStateOf,
  phaseOf,
  presentInstances,
  type Simulation,
  schedule,
  setInstanceState,
  setPhase,
} from '../simulation.ts';
import { completeCopies, isWritable, quorumModelOf, worstGroupOf } from '../storage/quorums.ts';
import { groupId } from '../storage/volume.ts';
import { beginPatch, beginRestart, isCrashed } from './instances.ts';
import { beginNoticing, loseWriter, spent, spentOn } from './outage.ts';
import { runningWriters } from './writers.ts';

/*
 * Multi-master clusters: every instance writes, restarts and recovers by itself, and nobody is promoted.
 * Source: Aurora guide of 2023, multi-master clusters. It does not say how the volume tells the writers apart; here each
 * has an epoch of its own, a new one each time it starts, as the single writer has.
 */

/** How an instance stops to write. */
type Stop = 'crash' | 'failure' | 'dark' | 'cut-off';

/** An instance is lost. The others write on; without another one the outage begins. */
export function loseOneWriter(sim: Simulation, instance: Row, stop: Stop): void {
  const { cluster, id, zone } = instanceAt(sim, instance);
  const { name } = at(sim.run.zones, zone);
  const { what, cause } = {
    crash: { what: `${id} crashed`, cause: 'the crash' },
    failure: { what: `${id} is gone`, cause: `${id} failed` },
    dark: { what: `${id} is in ${name}, which is dark`, cause: `${name} went dark` },
    'cut-off': { what: `${id} is in ${name}, which is cut off`, cause: `${name} was cut off` },
  }[stop];
  stopWriting(sim, instance, cause);
  if (!isRegionDark(sim, cluster)) tellOfStop(sim, instance, what);
  if (stop === 'crash') beginNoticing(sim, instance);
}

/** Says that an instance does not write any more, and who does. `takes` is how long it is away, where that is known. */
export function tellOfStop(sim: Simulation, instance: Row, what: string, takes?: number): void {
  const { cluster, id } = instanceAt(sim, instance);
  const left = runningWriters(sim, cluster).map((row) => instanceAt(sim, row).id);
  sim.notes.push(left.length > 0 ? writerStops(id, what, left, takes) : lastWriterLost(id, what, takes));
}

/** An instance does not run any more. It gives up its epoch, unless a partition alone keeps it from the others. */
export function stopWriting(sim: Simulation, instance: Row, cause: string): void {
  const { cluster } = instanceAt(sim, instance);
  const { instances } = sim.state;
  if (instances.cutOff.get(instance) === 0) instances.epoch.set(instance, 0);
  if (runningWriters(sim, cluster).length === 0 && phaseOf(sim, cluster) !== 'lost') loseWriter(sim, cluster, cause);
}

/** The crash of an instance is noticed, and it restarts. */
export function onWriterNoticed(sim: Simulation, instance: Row): void {
  const { cluster, id } = instanceAt(sim, instance);
  if (phaseOf(sim, cluster) === 'lost') spent(sim, cluster, 'detection');
  if (isCrashed(sim, instance)) sim.notes.push(writerStartsAgain(id, beginRestart(sim, instance)));
}

/** An instance runs again, or for the first time. It writes as soon as the volume takes its epoch. */
export function onWriterReady(sim: Simulation, instance: Row, figure: Parameters<typeof spent>[2]): void {
  const { cluster, id } = instanceAt(sim, instance);
  if (phaseOf(sim, cluster) === 'lost') spent(sim, cluster, figure);
  sim.state.instances.epoch.set(instance, 0);
  setInstanceState(sim, instance, 'running');
  if (isWritable(sim, cluster)) return;
  const group = worstGroupOf(sim, cluster);
  const { needs } = quorumModelOf(sim, cluster).write;
  sim.notes.push(recoveryWaits(id, groupId(sim, group), completeCopies(sim, group), needs));
}

/** Lets follow what can: instances that wait for their epoch write, the cluster endpoint moves, the patch goes on. */
export function settleWriters(sim: Simulation, cluster: Row): void {
  if (isWritable(sim, cluster)) takeEpochs(sim, cluster);
  if (runningWriters(sim, cluster).length === 0) return;
  if (phaseOf(sim, cluster) === 'lost') {
    spentOn(sim, cluster, 'waiting for the quorum', 'documented');
    setPhase(sim, cluster, 'settled');
  }
  patchNext(sim, cluster);
  moveClusterEndpoint(sim, cluster);
}

function takeEpochs(sim: Simulation, cluster: Row): void {
  const { clusters, instances } = sim.state;
  for (const row of clusterAt(sim, cluster).instances) {
    if (instanceStateOf(sim, row) !== 'running' || instances.epoch.get(row) > 0) continue;
    const epoch = clusters.epoch.get(cluster) + 1;
    clusters.epoch.set(cluster, epoch);
    instances.epoch.set(row, epoch);
    sim.notes.push(writerComesIn(instanceAt(sim, row).id, epoch));
  }
}

/** The cluster endpoint leads to an instance that writes; when that one does not, another one is found after a while. */
function moveClusterEndpoint(sim: Simulation, cluster: Row): void {
  const leadsTo = sim.state.clusters.endpoint.get(cluster);
  if (phaseOf(sim, cluster) !== 'settled' || runningWriters(sim, cluster).includes(leadsTo)) return;
  const takes = drawForCluster(sim, cluster, 'detection') + drawForCluster(sim, cluster, 'dns');
  schedule(sim, takes, eventCode.repointed, cluster, setPhase(sim, cluster, 'repointing'));
}

/** The cluster endpoint has been led on: to the first instance that writes, unless its own does again. */
export function onClusterEndpointMoved(sim: Simulation, cluster: Row): void {
  const { clusters } = sim.state;
  setPhase(sim, cluster, 'settled');
  const writers = runningWriters(sim, cluster);
  const [first] = writers;
  if (first === undefined || writers.includes(clusters.endpoint.get(cluster))) return;
  clusters.endpoint.set(cluster, first);
  clusters.writer.set(cluster, first);
  sim.notes.push(clusterEndpointMoves(instanceAt(sim, first).id));
}

/** The engine is to be patched: instance after instance, while another one writes. Returns how many there are. */
export function beginStaggeredPatch(sim: Simulation, cluster: Row): number {
  const present = presentInstances(sim, cluster);
  for (const row of present) sim.state.instances.awaitsPatch.set(row, 1);
  return present.length;
}

function patchNext(sim: Simulation, cluster: Row): void {
  const { awaitsPatch } = sim.state.instances;
  const present = presentInstances(sim, cluster);
  const writers = runningWriters(sim, cluster);
  const isBusy = present.some((row) => instanceStateOf(sim, row) === 'upgrading');
  const next = writers.find((row) => awaitsPatch.get(row) === 1);
  if (isBusy || next === undefined || (writers.length === 1 && present.length > 1)) return;
  awaitsPatch.set(next, 0);
  const takes = beginPatch(sim, next, 'patch');
  stopWriting(sim, next, 'the patch');
  tellOfStop(sim, next, `${instanceAt(sim, next).id} is patched`, takes);
}
