import { instances_per_cluster_max, multi_master_max_instances_history } from '../../../facts/generated/limits.ts';
import { classChanges, instanceRemoved, readerAdded, tierChanges } from '../../explanations/change.ts';
import { writerAdded } from '../../explanations/multi-master.ts';
import { refused } from '../../explanations/request.ts';
import { at, type InstanceChange, type Row } from '../../run.ts';
import { resetCapacity } from '../load/capacity.ts';
import { endBilling } from '../load/meter.ts';
import { leftOfCopy } from '../regions/added-regions.ts';
import { exists } from '../regions/presence.ts';
import { isDark } from '../regions/zones.ts';
import {
  changeInstance,
  clusterAt,
  instanceAt,
  instanceStateOf,
  phaseOf,
  presentInstances,
  primaryOf,
  rowOrNone,
  type Simulation,
  setInstanceState,
} from '../simulation.ts';
import { none } from '../state.ts';
import { beginClassChange, beginCreation, runningReaders } from './instances.ts';
import { stopWriting, tellOfStop } from './multi-master.ts';
import { loseWriter } from './outage.ts';
import { seekWriter } from './recovery.ts';

/** Promotion tier of a reader that is added by hand. Source: Aurora guide (1 when nothing is said). */
const defaultTier = 1;

/** A reader is added: of the class of the writer, in the AZ that is named or in the one with the fewest instances. */
export function addReader(sim: Simulation, instance: Row, zone: Row | undefined): void {
  const { cluster, id } = instanceAt(sim, instance);
  const place = zone ?? emptiestZone(sim, cluster);
  const refusal = refusalOfReader(sim, cluster, place);
  if (place === undefined || refusal !== undefined) {
    sim.notes.push(refused('reader', refusal ?? noZone));
    return;
  }
  const takes = Math.max(createReader(sim, instance, place, defaultTier), leftOfCopy(sim, cluster));
  if (clusterAt(sim, cluster).isMultiMaster) {
    sim.notes.push(writerAdded(id, at(sim.run.zones, place).name, takes));
    return;
  }
  sim.notes.push(readerAdded(id, at(sim.run.zones, place).name, instanceAt(sim, instance).class, takes));
}

const noZone = 'no AZ of the cluster is lit';

/** Why a cluster gets no further reader in an AZ; undefined when it does. Source: Aurora guide, replication (15 readers). */
function refusalOfReader(sim: Simulation, cluster: Row, zone: Row | undefined): string | undefined {
  if (sim.state.run.deletedAt.get(0) !== none) return `${clusterAt(sim, cluster).name} is deleted`;
  const { isMultiMaster, name } = clusterAt(sim, cluster);
  const { value: most } = isMultiMaster ? multi_master_max_instances_history : instances_per_cluster_max;
  if (!exists(sim, cluster)) return `${clusterAt(sim, cluster).region} has no cluster yet`;
  if (presentInstances(sim, cluster).length >= most) {
    return `${name} has ${most} instances, and no ${isMultiMaster ? 'multi-master ' : ''}cluster has more`;
  }
  if (zone === undefined) return noZone;
  return isDark(sim, zone) ? `${at(sim.run.zones, zone).name} is dark` : undefined;
}

/** The lit AZ of a volume with the fewest instances, the earlier one when two have as few; undefined when none is lit. */
export function emptiestZone(sim: Simulation, cluster: Row): Row | undefined {
  const present = presentInstances(sim, cluster);
  const countOf = (zone: Row) => present.filter((row) => instanceAt(sim, row).zone === zone).length;
  const lit = clusterAt(sim, cluster).zones.filter(
    (zone) => at(sim.run.zones, zone).slot !== undefined && !isDark(sim, zone),
  );
  return lit.toSorted((one, other) => countOf(one) - countOf(other))[0];
}

/** Begins to create a reader. Returns how long it takes. */
export function createReader(sim: Simulation, instance: Row, zone: Row, promotionTier: number): number {
  placeReader(sim, instance, zone, promotionTier);
  return beginCreation(sim, instance);
}

/** Gives a new reader its AZ, its tier and the class of the writer; in a cluster without one, of the writer of the primary. */
export function placeReader(sim: Simulation, instance: Row, zone: Row, promotionTier: number): void {
  const { cluster } = instanceAt(sim, instance);
  const { writer } = sim.state.clusters;
  const model = rowOrNone(writer.get(cluster)) ?? rowOrNone(writer.get(primaryOf(sim)));
  const className = model === undefined ? undefined : instanceAt(sim, model).class;
  sim.state.instances.failures.set(instance, 0);
  changeInstance(sim, instance, { zone, class: className, promotionTier });
  resetCapacity(sim, instance);
}

/** An instance is deleted. When it is the writer, a reader is promoted at once, as there is nothing to notice. */
export function removeInstance(sim: Simulation, named: Row | undefined): void {
  const instance = named ?? rowOrNone(sim.state.clusters.writer.get(primaryOf(sim)));
  if (instance === undefined || instanceStateOf(sim, instance) === 'absent') {
    const why =
      instance === undefined
        ? 'there is no writer at this moment'
        : `${instanceAt(sim, instance).id} does not exist at this moment`;
    sim.notes.push(refused('removal', why));
    return;
  }
  const { cluster, id } = instanceAt(sim, instance);
  const { clusters } = sim.state;
  if (clusterAt(sim, cluster).isMultiMaster) {
    dropInstance(sim, instance);
    if (clusters.writer.get(cluster) === instance) clusters.writer.set(cluster, none);
    stopWriting(sim, instance, `${id} was removed`);
    tellOfStop(sim, instance, `${id} is deleted`);
    return;
  }
  const wasWriter = clusters.writer.get(cluster) === instance;
  const wasCandidate = clusters.candidate.get(cluster) === instance;
  dropInstance(sim, instance);
  const left = runningReaders(sim, cluster).length;
  sim.notes.push(instanceRemoved(id, wasWriter ? 'writer' : 'reader', left));
  if (wasWriter) clusters.writer.set(cluster, none);
  const isReplaced = phaseOf(sim, cluster) === 'fenced' || (clusters.candidate.get(cluster) !== none && !wasCandidate);
  if ((!wasWriter && !wasCandidate) || isReplaced) return;
  loseWriter(sim, cluster, `${id} was removed`);
  seekWriter(sim, cluster);
}

/** An instance exists no longer. */
export function dropInstance(sim: Simulation, instance: Row): void {
  endBilling(sim, instance);
  setInstanceState(sim, instance, 'absent');
  sim.state.instances.failures.set(instance, 0);
  sim.state.instances.epoch.set(instance, 0);
}

/** An instance gets another promotion tier, at once, or another class, for which it restarts. */
export function modifyInstance(sim: Simulation, { instance, class: index, promotionTier }: InstanceChange): void {
  const { id, cluster } = instanceAt(sim, instance);
  const state = instanceStateOf(sim, instance);
  if (state === 'absent') {
    sim.notes.push(refused('change', `${id} does not exist at this moment`));
    return;
  }
  if (promotionTier !== undefined) {
    changeInstance(sim, instance, { promotionTier });
    sim.notes.push(tierChanges(id, promotionTier));
  }
  if (index === undefined) return;
  const isWriter = sim.state.clusters.writer.get(cluster) === instance;
  const moves = isWriter && phaseOf(sim, cluster) === 'fenced';
  if (state !== 'running' || moves) {
    sim.notes.push(refused('change', moves ? 'writes move to another Region' : `${id} does not run`));
    return;
  }
  const className = at(sim.run.classes, index);
  endBilling(sim, instance);
  changeInstance(sim, instance, { class: className });
  resetCapacity(sim, instance);
  if (clusterAt(sim, cluster).isMultiMaster) {
    const takes = beginClassChange(sim, instance);
    stopWriting(sim, instance, `the change of the class of ${id}`);
    tellOfStop(sim, instance, `${id} restarts as ${className}`, takes);
    return;
  }
  if (isWriter) loseWriter(sim, cluster, `the change of the class of ${id}`);
  sim.notes.push(classChanges(id, className, isWriter ? 'writer' : 'reader', beginClassChange(sim, instance)));
}
