import { choosePromotion } from '../../../design/promotion.ts';
import { readerCreated } from '../../explanations/change.ts';
import { readerBack, readerStartsAgain } from '../../explanations/reader.ts';
import { nobodyInRegion } from '../../explanations/region.ts';
import {
  nobodyToPromote,
  readerChosen,
  readerPromoted,
  recoveryWaits,
  writerBack,
  writerRecreated,
} from '../../explanations/writer.ts';
import { at, type Row } from '../../run.ts';
import { resumeForPromotion } from '../load/pause.ts';
import { isHeldByCopy } from '../regions/added-regions.ts';
import {
  clusterAt,
  drawForCluster,
  drawForInstance,
  eventCode,
  instanceAt,
  instanceStateOf,
  phaseOf,
  rowOrNone,
  type Simulation,
  schedule,
  setInstanceState,
  setPhase,
} from '../simulation.ts';
import { none } from '../state.ts';
import { completeCopies, isWritable, quorumModelOf, worstGroupOf } from '../storage/quorums.ts';
import { groupId } from '../storage/volume.ts';
import { beginRecreation, beginRestart, isCrashed, runningReaders } from './instances.ts';
import { onClusterEndpointMoved, onWriterNoticed, onWriterReady } from './multi-master.ts';
import { spent, spentOn } from './outage.ts';

/** The loss of an instance is noticed: a new writer is sought, or a crashed reader is started again. */
export function onNoticed(sim: Simulation, instance: Row): void {
  const { cluster } = instanceAt(sim, instance);
  if (clusterAt(sim, cluster).isMultiMaster) {
    onWriterNoticed(sim, instance);
    return;
  }
  const { clusters } = sim.state;
  if (phaseOf(sim, cluster) === 'lost' && clusters.noticing.get(cluster) === instance) {
    spent(sim, cluster, 'detection');
    seekWriter(sim, cluster);
  }
  if (clusters.writer.get(cluster) === instance || !isCrashed(sim, instance)) return;
  sim.notes.push(readerStartsAgain(instanceAt(sim, instance).id, beginRestart(sim, instance)));
}

/** Promotes the reader that the rule names; without one the writer is recreated, or everything waits. */
export function seekWriter(sim: Simulation, cluster: Row): void {
  const choice = choosePromotion(runningReaders(sim, cluster).map((row) => instanceAt(sim, row)));
  if (choice === undefined) {
    waitForInstance(sim, cluster);
    return;
  }
  const { promoted, reason } = choice;
  sim.notes.push(readerChosen(promoted, reason, beginPromotion(sim, cluster, promoted.row)));
}

/** Begins to make a reader the writer. Returns how long it takes. */
export function beginPromotion(sim: Simulation, cluster: Row, candidate: Row): number {
  const token = setPhase(sim, cluster, 'promoting');
  sim.state.clusters.candidate.set(cluster, candidate);
  setInstanceState(sim, candidate, 'promoting');
  const takes = resumeForPromotion(sim, candidate) + drawForInstance(sim, candidate, 'promotion');
  schedule(sim, takes, eventCode.promotionDue, cluster, token);
  return takes;
}

function waitForInstance(sim: Simulation, cluster: Row): void {
  setPhase(sim, cluster, 'waiting');
  sim.state.clusters.candidate.set(cluster, none);
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  if (writer === undefined) {
    sim.notes.push(nobodyInRegion(clusterAt(sim, cluster).region));
    return;
  }
  const { id, zone } = instanceAt(sim, writer);
  const { name } = at(sim.run.zones, zone);
  if (isCrashed(sim, writer)) {
    sim.state.clusters.endpoint.set(cluster, none);
    sim.notes.push(writerRecreated(id, name, beginRecreation(sim, writer)));
    return;
  }
  const state = instanceStateOf(sim, writer);
  if (state === 'restarting') beginRestart(sim, writer);
  sim.notes.push(nobodyToPromote(state === 'unreachable' ? `${name} is dark` : `${id} is away`));
}

/** The candidate is ready: what is left is the recovery of the volume. */
export function onPromotionDue(sim: Simulation, cluster: Row, token: number): void {
  if (token !== sim.state.clusters.token.get(cluster)) return;
  spent(sim, cluster, 'promotion');
  beginRecovery(sim, cluster, sim.state.clusters.candidate.get(cluster));
}

/** The volume takes the epoch of its next writer as soon as it has a write quorum. Source: Verbitski 2018, 2.4. */
export function beginRecovery(sim: Simulation, cluster: Row, candidate: Row): void {
  setPhase(sim, cluster, 'recovering');
  sim.state.clusters.candidate.set(cluster, candidate);
  if (isWritable(sim, cluster)) return;
  const group = worstGroupOf(sim, cluster);
  const { needs } = quorumModelOf(sim, cluster).write;
  sim.notes.push(recoveryWaits(instanceAt(sim, candidate).id, groupId(sim, group), completeCopies(sim, group), needs));
}

/** Finishes the recovery of a cluster whose volume can take a new epoch. */
export function finishRecovery(sim: Simulation, cluster: Row): void {
  if (phaseOf(sim, cluster) !== 'recovering' || !isWritable(sim, cluster)) return;
  const { clusters, instances, run } = sim.state;
  const former = rowOrNone(clusters.writer.get(cluster));
  const writer = clusters.candidate.get(cluster);
  const epoch = clusters.epoch.get(cluster) + 1;
  const state = instanceStateOf(sim, writer);
  spentOn(sim, cluster, 'waiting for the quorum', 'documented');
  clusters.epoch.set(cluster, epoch);
  clusters.writer.set(cluster, writer);
  clusters.candidate.set(cluster, none);
  instances.epoch.set(writer, epoch);
  setInstanceState(sim, writer, 'running');
  const scope = clusters.globalMove.get(cluster) === 1 ? 'region' : 'cluster';
  const endpointIn = leadEndpointTo(sim, cluster, writer);
  const { id } = instanceAt(sim, writer);
  if (former === writer) {
    sim.notes.push(writerBack(id, epoch, state === 'recreating' ? 'recreating' : 'restarting'));
    return;
  }
  run.promoted.set(0, writer);
  sim.notes.push(readerPromoted(id, epoch, endpointIn, scope));
  if (former !== undefined && canRestart(sim, former)) beginRestart(sim, former);
}

function canRestart(sim: Simulation, instance: Row): boolean {
  const state = instanceStateOf(sim, instance);
  return state === 'running' || state === 'restarting' || isCrashed(sim, instance);
}

/** Makes the cluster endpoint lead to the writer. Returns how long that takes. */
function leadEndpointTo(sim: Simulation, cluster: Row, writer: Row): number {
  const { clusters } = sim.state;
  if (clusters.endpoint.get(cluster) === writer) {
    setPhase(sim, cluster, 'settled');
    return 0;
  }
  const token = setPhase(sim, cluster, 'repointing');
  const takes = drawForCluster(sim, cluster, clusters.globalMove.get(cluster) === 1 ? 'globalDns' : 'dns');
  schedule(sim, takes, eventCode.repointed, cluster, token);
  return takes;
}

/** The cluster endpoint leads to the new writer. */
export function onRepointed(sim: Simulation, cluster: Row, token: number): void {
  const { clusters } = sim.state;
  if (token !== clusters.token.get(cluster)) return;
  if (clusterAt(sim, cluster).isMultiMaster) {
    onClusterEndpointMoved(sim, cluster);
    return;
  }
  spent(sim, cluster, clusters.globalMove.get(cluster) === 1 ? 'globalDns' : 'dns');
  clusters.globalMove.set(cluster, 0);
  clusters.endpoint.set(cluster, clusters.writer.get(cluster));
  setPhase(sim, cluster, 'settled');
}

/** An instance runs again: as the writer that it was when nobody took its place, otherwise as a reader. */
export function onInstanceBack(sim: Simulation, instance: Row): void {
  const { cluster, id } = instanceAt(sim, instance);
  const { clusters, instances } = sim.state;
  if (clusterAt(sim, cluster).isMultiMaster) {
    onWriterReady(sim, instance, figureOfReturn(instanceStateOf(sim, instance)));
    return;
  }
  const phase = phaseOf(sim, cluster);
  if (clusters.writer.get(cluster) === instance) {
    if (phase !== 'lost' && phase !== 'waiting') return;
    spent(sim, cluster, figureOfReturn(instanceStateOf(sim, instance)));
    beginRecovery(sim, cluster, instance);
    return;
  }
  if (isHeldByCopy(sim, instance)) return;
  const isNew = instanceStateOf(sim, instance) === 'creating';
  setInstanceState(sim, instance, 'running');
  instances.epoch.set(instance, 0);
  sim.notes.push(isNew ? readerCreated(id) : readerBack(id));
  if (phase === 'waiting') seekWriter(sim, cluster);
}

/** What the time went to until an instance runs again. */
function figureOfReturn(
  state: ReturnType<typeof instanceStateOf>,
): 'recreation' | 'creation' | 'classChange' | 'patch' | 'restart' {
  if (state === 'creating') return 'creation';
  if (state === 'recreating') return 'recreation';
  if (state === 'upgrading') return 'patch';
  return state === 'modifying' ? 'classChange' : 'restart';
}
