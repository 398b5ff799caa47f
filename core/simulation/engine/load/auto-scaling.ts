import { as_new_replica, instances_per_cluster_max } from '../../../facts/generated/limits.ts';
import { type MetricWords, scaledIn, scaledOut, scalingLimit } from '../../explanations/scaling.ts';
import { at, type Row, type RunPolicy, type RunScaling } from '../../run.ts';
import { createReader, dropInstance, emptiestZone, placeReader } from '../instances/changes.ts';
import { runningReaders } from '../instances/instances.ts';
import {
  clusterAt,
  drawForCluster,
  eventCode,
  instanceAt,
  instanceStateOf,
  presentInstances,
  rowOrNone,
  type Simulation,
  schedule,
  setInstanceState,
} from '../simulation.ts';
import { none } from '../state.ts';
import { connectionsPerReader, utilisationOf } from './load.ts';

/** Where the metric of a policy lies, in cells. */
const sides = ['at-target', 'above', 'below'] as const;
type Side = (typeof sides)[number];

/** A metric below this share of its target is low. Target tracking makes the alarm; the share is assumed. */
const lowShare = 0.9;

/** Until an alarm that lasts is looked at again. */
const period = 60_000;

/** A cluster that stands has at least the readers that its auto scaling keeps; they run when the run begins. */
export function beginScaling(sim: Simulation): void {
  for (const [cluster, { scaling, writer }] of sim.run.clusters.entries()) {
    if (scaling === undefined || writer === undefined) continue;
    const missing = Math.max(0, scaling.minCapacity - readersOf(sim, cluster).length);
    for (const reader of scaling.readers.slice(0, missing)) {
      const zone = emptiestZone(sim, cluster);
      if (zone === undefined) break;
      placeReader(sim, reader, zone, as_new_replica.value.tier);
      setInstanceState(sim, reader, 'running');
    }
  }
}

/** Readers of a cluster that exist, whoever made them and whatever they do. */
function readersOf(sim: Simulation, cluster: Row): readonly Row[] {
  const writer = sim.state.clusters.writer.get(cluster);
  return presentInstances(sim, cluster).filter((row) => row !== writer);
}

/** Auto scaling acts on a cluster that is available: taken to be one that has a writer and whose instances all run. */
function isAvailable(sim: Simulation, cluster: Row): boolean {
  if (rowOrNone(sim.state.clusters.writer.get(cluster)) === undefined) return false;
  return presentInstances(sim, cluster).every((row) => instanceStateOf(sim, row) === 'running');
}

/** The metric of a policy: the average over the readers that run. Undefined when the load is not known, or none runs. */
function metricOf(sim: Simulation, { cluster, metric }: RunPolicy): number | undefined {
  if (metric === 'RDSReaderAverageDatabaseConnections') return connectionsPerReader(sim, cluster);
  const loads = runningReaders(sim, cluster).flatMap((row) => utilisationOf(sim, cluster, row) ?? []);
  return loads.length === 0 ? undefined : loads.reduce((sum, load) => sum + load, 0) / loads.length;
}

function sideOf({ targetValue }: RunPolicy, metric: number | undefined): Side {
  if (metric === undefined) return 'at-target';
  if (metric > targetValue) return 'above';
  return metric < targetValue * lowShare ? 'below' : 'at-target';
}

/** Looks at the metric of every policy, and sets an alarm where it has crossed to another side or something changed. */
export function watchMetrics(sim: Simulation): void {
  for (const [row, policy] of sim.run.policies.entries()) watchMetric(sim, row, policy);
}

function watchMetric(sim: Simulation, row: Row, policy: RunPolicy): void {
  const { policies } = sim.state;
  const available = isAvailable(sim, policy.cluster);
  if (available && policies.creating.get(row) === 1) {
    policies.creating.set(row, 0);
    policies.quietUntil.set(row, sim.now + policy.scaleOutCooldown);
  }
  const metric = metricOf(sim, policy);
  const side = sides.indexOf(sideOf(policy, metric));
  const readers = readersOf(sim, policy.cluster).length * 2 + (available ? 1 : 0);
  const hasCrossed = side !== policies.side.get(row);
  const hasChanged = readers !== policies.readers.get(row) || (metric ?? none) !== policies.metric.get(row);
  policies.side.set(row, side);
  policies.readers.set(row, readers);
  policies.metric.set(row, metric ?? none);
  if (hasCrossed) {
    policies.alarmed.set(row, 0);
    const figure = at(sides, side) === 'above' ? 'scaleOutAlarm' : 'scaleInAlarm';
    setAlarm(sim, row, drawForCluster(sim, policy.cluster, figure));
  } else if (hasChanged && policies.alarmed.get(row) === 1) {
    setAlarm(sim, row, period);
  }
}

/** Sets the alarm of a policy; one that was set before no longer counts. */
function setAlarm(sim: Simulation, row: Row, delay: number): void {
  const token = sim.state.policies.token.get(row) + 1;
  sim.state.policies.token.set(row, token);
  schedule(sim, delay, eventCode.alarm, row, token);
}

/** A metric has lain beside its target for long enough: readers are added or removed, as soon as that may be. */
export function onAlarm(sim: Simulation, row: Row, token: number): void {
  const { policies } = sim.state;
  const side = at(sides, policies.side.get(row));
  if (token !== policies.token.get(row) || side === 'at-target') return;
  const isFirst = policies.alarmed.get(row) === 0;
  policies.alarmed.set(row, 1);
  const policy = at(sim.run.policies, row);
  if (!isAvailable(sim, policy.cluster)) return;
  const quietFor = policies.quietUntil.get(row) - sim.now;
  const { scaling } = clusterAt(sim, policy.cluster);
  if (quietFor > 0) schedule(sim, quietFor, eventCode.alarm, row, token);
  else if (scaling === undefined) return;
  else if (side === 'above') scaleOut(sim, row, policy, scaling, isFirst);
  else scaleIn(sim, row, policy, scaling);
}

/** Adds as many readers as bring the metric to its target, within the bounds. */
function scaleOut(sim: Simulation, row: Row, policy: RunPolicy, scaling: RunScaling, isFirst: boolean): void {
  const { cluster, targetValue } = policy;
  const metric = sim.state.policies.metric.get(row);
  const readers = readersOf(sim, cluster).length;
  const most = Math.min(scaling.maxCapacity, instances_per_cluster_max.value - 1);
  const wanted = Math.min(most, Math.max(readers + 1, Math.ceil((readers * metric) / targetValue)));
  const absent = scaling.readers.filter((reader) => instanceStateOf(sim, reader) === 'absent');
  const ids: string[] = [];
  let takes = 0;
  for (const reader of absent.slice(0, Math.max(0, wanted - readers))) {
    const zone = emptiestZone(sim, cluster);
    if (zone === undefined) break;
    takes = Math.max(takes, createReader(sim, reader, zone, as_new_replica.value.tier));
    ids.push(instanceAt(sim, reader).id);
  }
  if (ids.length > 0) {
    sim.state.policies.creating.set(row, 1);
    sim.notes.push(scaledOut(ids, wordsOf(policy, metric), takes));
  } else if (isFirst) {
    sim.notes.push(scalingLimit(readers, wordsOf(policy, metric)));
  }
}

/** Removes one reader of its own, where every policy has room for that and the target is still met afterwards. */
function scaleIn(sim: Simulation, row: Row, policy: RunPolicy, scaling: RunScaling): void {
  const { cluster, targetValue } = policy;
  const { policies } = sim.state;
  const metric = policies.metric.get(row);
  const readers = readersOf(sim, cluster).length;
  const allAreLow = scaling.policies.every((other) => at(sides, policies.side.get(other)) === 'below');
  const own = scaling.readers.filter((reader) => instanceStateOf(sim, reader) === 'running');
  const last = own.filter((reader) => sim.state.clusters.writer.get(cluster) !== reader).at(-1);
  if (last === undefined || policy.disableScaleIn || !allAreLow || readers <= scaling.minCapacity) return;
  if (metric * readers > targetValue * (readers - 1)) return;
  dropInstance(sim, last);
  policies.quietUntil.set(row, sim.now + policy.scaleInCooldown);
  sim.notes.push(scaledIn(instanceAt(sim, last).id, wordsOf(policy, metric), readers - 1));
}

function wordsOf({ metric, targetValue }: RunPolicy, value: number): MetricWords {
  return { metric, value, targetValue };
}
