import { instanceClassByName } from '../../../facts/instance-classes.ts';
import { capacityFollows, rangeChanges } from '../../explanations/capacity.ts';
import { refused } from '../../explanations/request.ts';
import type { Row, RunEvent } from '../../run.ts';
import type { InstanceMoment } from '../../timeline.ts';
import {
  drawForCluster,
  eventCode,
  instanceAt,
  instanceStateOf,
  presentInstances,
  rowOrNone,
  type Simulation,
  schedule,
} from '../simulation.ts';
import { none } from '../state.ts';
import { isServerless, vcpusWanted } from './load.ts';

/** Readers up to this tier scale with the writer. Source: Aurora guide, how Serverless v2 works. */
export const lastTierWithWriter = 1;

/** GiB of memory that an ACU has, so that a class can be measured in ACU. Source: Aurora guide, Serverless v2. */
const gibPerAcu = 2;

/** Capacities at the start: every instance has followed the workload long ago. */
export function beginCapacities(sim: Simulation): void {
  const { clusters, instances } = sim.state;
  for (const [row, { serverless }] of sim.run.clusters.entries()) {
    clusters.minCapacity.set(row, serverless?.minCapacity ?? none);
    clusters.maxCapacity.set(row, serverless?.maxCapacity ?? none);
    for (const instance of writerFirst(sim, row)) instances.capacity.set(instance, capacityWanted(sim, row, instance));
  }
}

/** The Serverless v2 instances of a cluster; the writer before those that follow it. */
function writerFirst(sim: Simulation, cluster: Row): readonly Row[] {
  const writer = sim.state.clusters.writer.get(cluster);
  const rows = presentInstances(sim, cluster).filter((row) => isServerless(sim, row));
  return [...rows.filter((row) => row === writer), ...rows.filter((row) => row !== writer)];
}

/** An instance begins with the least capacity that a running one has. */
export function resetCapacity(sim: Simulation, instance: Row): void {
  if (isServerless(sim, instance)) sim.state.instances.capacity.set(instance, leastRunning(sim, instance));
}

/** Half ACU that an instance has at least while it is not paused. */
export function leastRunning(sim: Simulation, instance: Row): number {
  return Math.max(1, sim.state.clusters.minCapacity.get(instanceAt(sim, instance).cluster));
}

/** Whether an instance is paused: it has no capacity, and answers once it has resumed. */
export function isPaused(sim: Simulation, instance: Row): boolean {
  return isServerless(sim, instance) && sim.state.instances.capacity.get(instance) === 0;
}

/**
 * The half ACU that an instance wants: enough for its requests, no less than the writer has where it scales with the
 * writer, within the range of the cluster. Source: Aurora guide, how Serverless v2 works (tiers 0 and 1).
 */
function capacityWanted(sim: Simulation, cluster: Row, instance: Row): number {
  const { acuPerVcpu, capacityInUse } = sim.run.figures;
  const wanted = vcpusWanted(sim, cluster, instance) ?? 0;
  const own = Math.ceil((2 * wanted * acuPerVcpu.min * 100) / capacityInUse.min);
  const most = sim.state.clusters.maxCapacity.get(cluster);
  return Math.min(most, Math.max(own, followedCapacity(sim, cluster, instance), leastRunning(sim, instance)));
}

/** The half ACU of the writer that a reader of tier 0 or 1 keeps up with; of a provisioned one, what its memory is worth. */
function followedCapacity(sim: Simulation, cluster: Row, instance: Row): number {
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  const follows = instanceAt(sim, instance).promotionTier <= lastTierWithWriter;
  if (writer === undefined || writer === instance || !follows) return 0;
  if (isServerless(sim, writer)) return sim.state.instances.capacity.get(writer);
  const memory = instanceClassByName(instanceAt(sim, writer).class ?? '')?.memoryGib ?? 0;
  return Math.ceil((2 * memory) / gibPerAcu);
}

/** What is between the capacity of an instance and the one that it wants; 0 while it does not run or is paused. */
function distance(sim: Simulation, cluster: Row, instance: Row): number {
  if (instanceStateOf(sim, instance) !== 'running' || isPaused(sim, instance)) return 0;
  return capacityWanted(sim, cluster, instance) - sim.state.instances.capacity.get(instance);
}

/** Has the next step of the capacities come where they do not fit the load. */
export function watchCapacities(sim: Simulation): void {
  const { growing, shrinking } = sim.state.clusters;
  for (const cluster of sim.run.clusters.keys()) {
    const distances = writerFirst(sim, cluster).map((row) => distance(sim, cluster, row));
    if (growing.get(cluster) === 0 && distances.some((steps) => steps > 0)) {
      growing.set(cluster, 1);
      schedule(sim, drawForCluster(sim, cluster, 'capacityGrowth'), eventCode.capacityGrows, cluster, 0);
    }
    if (shrinking.get(cluster) === 0 && distances.some((steps) => steps < 0)) {
      shrinking.set(cluster, 1);
      schedule(sim, drawForCluster(sim, cluster, 'capacityShrink'), eventCode.capacityShrinks, cluster, 0);
    }
  }
}

/** Capacities double, or go as far up as they have to. */
export function onCapacityGrows(sim: Simulation, cluster: Row): void {
  sim.state.clusters.growing.set(cluster, 0);
  step(sim, cluster, 'up', (now, wanted) => (wanted > now ? Math.min(wanted, now * 2) : now));
}

/** Capacities halve, or go as far down as they may. */
export function onCapacityShrinks(sim: Simulation, cluster: Row): void {
  sim.state.clusters.shrinking.set(cluster, 0);
  step(sim, cluster, 'down', (now, wanted) => (wanted < now ? Math.max(wanted, Math.ceil(now / 2)) : now));
}

function step(
  sim: Simulation,
  cluster: Row,
  direction: 'up' | 'down',
  next: (now: number, wanted: number) => number,
): void {
  const { capacity } = sim.state.instances;
  const changed: { readonly id: string; readonly acu: number }[] = [];
  for (const row of writerFirst(sim, cluster)) {
    const now = capacity.get(row);
    const then = next(now, now + distance(sim, cluster, row));
    capacity.set(row, then);
    if (then !== now) changed.push({ id: instanceAt(sim, row).id, acu: then / 2 });
  }
  if (changed.length > 0) sim.notes.push(capacityFollows(changed, direction));
}

/** The capacity range of the primary of the design changes. */
export function modifyCapacity(sim: Simulation, event: Extract<RunEvent, { readonly kind: 'modify-capacity' }>): void {
  const { clusters, instances } = sim.state;
  const min = event.minCapacity ?? clusters.minCapacity.get(0);
  const max = event.maxCapacity ?? clusters.maxCapacity.get(0);
  const isRange = min !== none && max !== none && min <= max && max > 1;
  if (!isRange) {
    sim.notes.push(refused('change', `minCapacity ${min / 2} and maxCapacity ${max / 2} ACU are no range`));
    return;
  }
  clusters.minCapacity.set(0, min);
  clusters.maxCapacity.set(0, max);
  for (const row of writerFirst(sim, 0)) {
    if (!isPaused(sim, row)) continue;
    if (min > 0) instances.capacity.set(row, min);
  }
  sim.notes.push(rangeChanges(min / 2, max / 2));
}

/** Capacity of an instance as the picture shows it; nothing for a provisioned one. */
export function capacityMoment(sim: Simulation, instance: Row): Pick<InstanceMoment, 'capacity'> {
  return isServerless(sim, instance) ? { capacity: sim.state.instances.capacity.get(instance) / 2 } : {};
}
