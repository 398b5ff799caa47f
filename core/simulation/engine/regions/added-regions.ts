import { global_secondary_regions_max } from '../../../facts/generated/limits.ts';
import { isBurstable } from '../../../facts/instance-classes.ts';
import { copyBeginsAgain, copyWaits, regionAdded, regionCopied } from '../../explanations/added-region.ts';
import { refused } from '../../explanations/request.ts';
import { at, type Row } from '../../run.ts';
import {
  clusterAt,
  drawForCluster,
  eventCode,
  instanceAt,
  instanceStateOf,
  presentInstances,
  primaryOf,
  type Simulation,
  schedule,
  setInstanceState,
} from '../simulation.ts';
import { none, presences } from '../state.ts';
import { emptySegments, fillSegments } from '../storage/segments.ts';
import { volumeBytesIn } from '../storage/volume-growth.ts';
import { exists, firstCopyOf } from './presence.ts';
import { areApart, isRegionDark } from './zones.ts';

const gibibyte = 1_073_741_824;

/**
 * A secondary Region is added: a cluster without an instance, whose storage is copied before it follows.
 * Source: Aurora guide, global database (adding a Region; a secondary needs no instance).
 */
export function addRegion(sim: Simulation, target: Row): void {
  const refusal = refusalOf(sim, target);
  if (refusal !== undefined) {
    sim.notes.push(refused('Region', refusal));
    return;
  }
  const { clusters } = sim.state;
  clusters.addedAt.set(target, sim.now);
  clusters.standsAlone.set(target, 0);
  const takes = beginCopy(sim, target);
  const primary = primaryOf(sim);
  sim.notes.push(
    regionAdded(clusterAt(sim, target).region, clusterAt(sim, primary).region, volumeBytesIn(sim, primary), takes),
  );
}

function refusalOf(sim: Simulation, target: Row): string | undefined {
  const primary = primaryOf(sim);
  const { region, added } = clusterAt(sim, target);
  if (added === undefined || exists(sim, target)) return `${region} holds a cluster of the global database already`;
  if (added.refusal !== undefined) return added.refusal;
  if (sim.state.run.deletedAt.get(0) !== none) return `${clusterAt(sim, primary).name} is deleted`;
  const { value: most } = global_secondary_regions_max;
  const secondaries = sim.run.clusters.filter(
    ({ replication }, row) => row !== primary && replication !== 'binlog' && exists(sim, row),
  );
  if (secondaries.length >= most) return `there are ${most} secondary Regions, and no global database has more`;
  const burstable = presentInstances(sim, primary).find((row) => isBurstable(instanceAt(sim, row).class ?? ''));
  if (burstable !== undefined) {
    const { id, class: name } = instanceAt(sim, burstable);
    return `${id} is a ${name ?? ''}, and global databases refuse burstable classes`;
  }
  if (sim.state.run.moveTarget.get(0) !== none) return 'a change of the primary Region is under way';
  return obstacleOf(sim, target);
}

/** What keeps the storage of the primary from a Region. */
function obstacleOf(sim: Simulation, target: Row): string | undefined {
  const primary = primaryOf(sim);
  const [{ region: from }, { region: to }] = [clusterAt(sim, primary), clusterAt(sim, target)];
  if (isRegionDark(sim, target)) return `${to} is dark`;
  if (isRegionDark(sim, primary)) return `${from} is dark`;
  return areApart(sim, primary, target) ? `${from} and ${to} cannot reach each other` : undefined;
}

/** Begins to copy the volume of the primary as it is now. Returns how long that takes. */
function beginCopy(sim: Simulation, target: Row): number {
  const { clusters } = sim.state;
  const primary = primaryOf(sim);
  const gibibytes = Math.ceil(volumeBytesIn(sim, primary) / gibibyte);
  const takes = Math.max(1, gibibytes) * drawForCluster(sim, target, 'regionCopy');
  const token = clusters.copyToken.get(target) + 1;
  clusters.presence.set(target, presences.indexOf('copying'));
  clusters.copyToken.set(target, token);
  clusters.copyFrom.set(target, primary);
  clusters.copyDue.set(target, sim.now + takes);
  clusters.arrived.set(target, sim.commits.acknowledged);
  emptySegments(sim, target);
  schedule(sim, takes, eventCode.regionCopied, target, token);
  for (const instance of presentInstances(sim, target)) {
    if (instanceStateOf(sim, instance) === 'creating') waitForCopy(sim, instance);
  }
  return takes;
}

/** Copies that lost their way or their source stop; as soon as there is one again they begin anew. */
export function watchFirstCopies(sim: Simulation): void {
  const { clusters } = sim.state;
  for (const target of sim.run.clusters.keys()) {
    const copy = firstCopyOf(sim, target);
    if (copy === undefined) continue;
    const { region } = clusterAt(sim, target);
    const obstacle = obstacleOf(sim, target);
    const hasSource = clusters.copyFrom.get(target) === primaryOf(sim);
    if (copy === 'copying' && obstacle !== undefined) {
      clusters.presence.set(target, presences.indexOf('interrupted'));
      clusters.copyToken.set(target, clusters.copyToken.get(target) + 1);
      sim.notes.push(copyWaits(region, obstacle));
    } else if (obstacle === undefined && !(copy === 'copying' && hasSource)) {
      sim.notes.push(copyBeginsAgain(region, clusterAt(sim, primaryOf(sim)).region, beginCopy(sim, target)));
    }
  }
}

/** The first copy is complete: from now on the cluster follows. */
export function onRegionCopied(sim: Simulation, target: Row, token: number): void {
  const { clusters } = sim.state;
  if (token !== clusters.copyToken.get(target)) return;
  clusters.presence.set(target, presences.indexOf('present'));
  clusters.cutOff.set(target, 0);
  clusters.catchingUpSince.set(target, none);
  fillSegments(sim, target);
  const primary = at(sim.run.clusters, primaryOf(sim));
  const instances = presentInstances(sim, target).length;
  sim.notes.push(regionCopied(clusterAt(sim, target).region, primary.region, clusters.lag.get(target), instances));
}

/** Whether an instance that would be ready has to wait for the first copy of its volume. */
export function isHeldByCopy(sim: Simulation, instance: Row): boolean {
  if (firstCopyOf(sim, instanceAt(sim, instance).cluster) === undefined) return false;
  waitForCopy(sim, instance);
  return true;
}

/** An instance comes with the end of the copy that is under way; without one it waits for the next. */
function waitForCopy(sim: Simulation, instance: Row): void {
  const { cluster } = instanceAt(sim, instance);
  const token = setInstanceState(sim, instance, 'creating');
  if (firstCopyOf(sim, cluster) !== 'copying') return;
  schedule(sim, leftOfCopy(sim, cluster), eventCode.instanceBack, instance, token);
}

/** How long the first copy of a cluster still takes; 0 when it needs none. */
export function leftOfCopy({ state, now }: Simulation, cluster: Row): number {
  return Math.max(0, state.clusters.copyDue.get(cluster) - now);
}
