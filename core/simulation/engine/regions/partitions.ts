import { writerInReach } from '../../explanations/multi-master.ts';
import {
  azPartitionBegins,
  azPartitionEnds,
  formerWriterRefused,
  regionPartitionBegins,
  regionPartitionEnds,
  writerReached,
} from '../../explanations/partition.ts';
import { at, type Row, type RunEvent } from '../../run.ts';
import { beginRestart, rebuildCluster } from '../instances/instances.ts';
import { loseInstance, reviveInstance } from '../instances/losses.ts';
import {
  clusterAt,
  instanceAt,
  instanceStateOf,
  phaseOf,
  primaryOf,
  rowOrNone,
  type Simulation,
  setInstanceState,
  setPhase,
} from '../simulation.ts';
import { none } from '../state.ts';
import { completeCopies, quorumModelOf, worstGroupOf } from '../storage/quorums.ts';
import { comeIntoReach, instancesIn, leaveReach } from './reach.ts';
import { areApart, isCutOff, isDark, isOutOfReach, isRegionDark } from './zones.ts';

type Partition = Extract<RunEvent, { readonly kind: 'partition' }>;

/** AZs or Regions cannot reach each other from now on. */
export function beginPartition(sim: Simulation, index: number, event: Partition): void {
  sim.state.partitions.home.set(index, event.of === 'zones' ? homeOf(sim, event.sides) : 0);
  if (event.of === 'zones') cutZonesOff(sim, index, event);
  else sim.notes.push(regionPartitionBegins(...regionsInWords(sim, event)));
}

/** What kept AZs or Regions from each other is over. */
export function endPartition(sim: Simulation, index: number, event: Partition): void {
  const { home } = sim.state.partitions;
  if (event.of === 'zones') {
    const far = farZones(sim, index, event);
    home.set(index, none);
    joinZones(sim, far);
    return;
  }
  home.set(index, none);
  sim.notes.push(regionPartitionEnds(...regionsInWords(sim, event)));
  for (const cluster of event.sides.flat()) rebuildIfDue(sim, cluster);
}

/**
 * The side on which the clients and the control plane are taken to be: the one with most AZs of volumes; of equal ones
 * that of the writer, then the first.
 */
function homeOf(sim: Simulation, sides: Partition['sides']): number {
  const writer = rowOrNone(sim.state.clusters.writer.get(primaryOf(sim)));
  const zone = writer === undefined ? none : instanceAt(sim, writer).zone;
  const weights = sides.map((side) => {
    const slots = side.filter((row) => at(sim.run.zones, row).slot !== undefined);
    return 2 * slots.length + (side.includes(zone) ? 1 : 0);
  });
  return weights.indexOf(Math.max(...weights));
}

/** Zones of the other sides. */
function farZones(sim: Simulation, index: number, { sides }: Partition): readonly Row[] {
  const home = sim.state.partitions.home.get(index);
  return sides.flatMap((side, row) => (row === home ? [] : side));
}

function cutZonesOff(sim: Simulation, index: number, event: Partition): void {
  const { zones, partitions } = sim.state;
  const far = farZones(sim, index, event);
  const reached = far.filter((zone) => !isOutOfReach(sim, zone));
  for (const zone of far) {
    if (!isCutOff(sim, zone)) zones.cutOffSince.set(zone, sim.now);
    zones.cutOffs.set(zone, zones.cutOffs.get(zone) + 1);
  }
  for (const zone of reached) leaveReach(sim, zone);
  const home = at(event.sides, partitions.home.get(index));
  const { cluster } = at(sim.run.zones, home[0] ?? 0);
  const complete = completeCopies(sim, worstGroupOf(sim, cluster));
  sim.notes.push(azPartitionBegins(namesOf(sim, far), namesOf(sim, home), complete, quorumModelOf(sim, cluster)));
  for (const instance of reached.flatMap((zone) => instancesIn(sim, zone))) {
    if (instanceStateOf(sim, instance) !== 'unreachable') loseInstance(sim, instance, 'cut-off');
  }
}

function namesOf(sim: Simulation, zones: readonly Row[]): readonly string[] {
  return [...new Set(zones.map((zone) => at(sim.run.zones, zone).name))];
}

function joinZones(sim: Simulation, far: readonly Row[]): void {
  const { zones } = sim.state;
  for (const zone of far) zones.cutOffs.set(zone, zones.cutOffs.get(zone) - 1);
  const joined = far.filter((zone) => !isCutOff(sim, zone));
  const [first] = joined;
  if (first === undefined) return;
  sim.notes.push(azPartitionEnds(namesOf(sim, joined), sim.now - zones.cutOffSince.get(first)));
  for (const zone of joined.filter((candidate) => !isDark(sim, candidate))) {
    comeIntoReach(sim, zone, 'cut off');
    for (const instance of instancesIn(sim, zone)) rejoin(sim, instance);
  }
}

/** An instance can be reached again. One that ran all the while goes on; a writer whose place was taken is refused. */
function rejoin(sim: Simulation, instance: Row): void {
  const { instances, clusters } = sim.state;
  const { cluster, id } = instanceAt(sim, instance);
  const ran = instances.cutOff.get(instance) === 1 && instances.failures.get(instance) === 0;
  instances.cutOff.set(instance, 0);
  if (!ran) {
    if (instanceStateOf(sim, instance) === 'unreachable') reviveInstance(sim, instance);
    return;
  }
  setInstanceState(sim, instance, 'running');
  const epoch = instances.epoch.get(instance);
  if (clusterAt(sim, cluster).isMultiMaster) {
    sim.notes.push(writerInReach(id, epoch));
  } else if (clusters.writer.get(cluster) === instance) {
    rejoinWriter(sim, instance);
  } else if (epoch > 0) {
    sim.notes.push(formerWriterRefused(id, epoch, clusters.epoch.get(cluster)));
    beginRestart(sim, instance);
  }
}

/** Nobody took the place of the writer while it was cut off. Unless somebody is about to, it goes on with its epoch. */
function rejoinWriter(sim: Simulation, instance: Row): void {
  const { clusters } = sim.state;
  const { cluster, id } = instanceAt(sim, instance);
  const phase = phaseOf(sim, cluster);
  if (phase === 'promoting' || phase === 'recovering') beginRestart(sim, instance);
  if (phase !== 'lost' && phase !== 'waiting') return;
  setPhase(sim, cluster, 'settled');
  clusters.noticing.set(cluster, none);
  clusters.endpoint.set(cluster, instance);
  sim.notes.push(writerReached(id, clusters.epoch.get(cluster)));
}

/** The primary Region, and those of other Regions that this partition keeps from it. */
function regionsInWords(sim: Simulation, { sides }: Partition): [string, readonly string[]] {
  const primary = primaryOf(sim);
  const own = sides.find((side) => side.includes(primary));
  const far = own === undefined ? [] : sides.filter((side) => side !== own).flat();
  return [clusterAt(sim, primary).region, far.map((cluster) => clusterAt(sim, cluster).region)];
}

/** A cluster that waited for a way to the new primary Region is rebuilt from it now. */
function rebuildIfDue(sim: Simulation, cluster: Row): void {
  const { needsRebuild } = sim.state.clusters;
  const waits = isRegionDark(sim, cluster) || areApart(sim, primaryOf(sim), cluster);
  if (needsRebuild.get(cluster) === 0 || waits) return;
  needsRebuild.set(cluster, 0);
  rebuildCluster(sim, cluster);
}
