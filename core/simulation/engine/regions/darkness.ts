import { emptyRegionDark, primaryRegionDark, regionBack, secondaryRegionDark } from '../../explanations/region.ts';
import { otherZoneDark, zoneBack, zoneDark } from '../../explanations/storage.ts';
import { at, type Row } from '../../run.ts';
import { rebuildCluster } from '../instances/instances.ts';
import { loseInstance, reviveInstance } from '../instances/losses.ts';
import { beginDetection } from '../instances/outage.ts';
import { writesOf } from '../instances/service.ts';
import { runningWriters } from '../instances/writers.ts';
import {
  clusterAt,
  instanceAt,
  instanceStateOf,
  phaseOf,
  primaryOf,
  rowOrNone,
  type Simulation,
} from '../simulation.ts';
import { none } from '../state.ts';
import { worstGroupInWords } from '../storage/volume.ts';
import { exists, isWhole } from './presence.ts';
import { comeIntoReach, instancesIn, leaveReach } from './reach.ts';
import { areApart, isCutOff, isDark, isOutOfReach } from './zones.ts';

/** An AZ fails. It stays dark until everything that keeps it so is over. */
export function failZone(sim: Simulation, zone: Row): void {
  const { zones } = sim.state;
  const wasDark = isDark(sim, zone);
  zones.failures.set(zone, zones.failures.get(zone) + 1);
  if (wasDark) return;
  darken(sim, zone);
  sim.notes.push(noteOfDarkness(sim, zone));
  loseInstancesIn(sim, zone);
}

function noteOfDarkness(sim: Simulation, zone: Row) {
  const { name, cluster, slot } = at(sim.run.zones, zone);
  if (sim.state.clusters.isPrimary.get(cluster) !== 1) return otherZoneDark(name, 'secondary');
  if (slot === undefined) return otherZoneDark(name, 'no-copies');
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  const writesElsewhere = runningWriters(sim, cluster).some((row) => instanceAt(sim, row).zone !== zone);
  const isInside = writer !== undefined && instanceAt(sim, writer).zone === zone && !writesElsewhere;
  const inside = isInside ? instanceAt(sim, writer).id : undefined;
  const writesGoOn = inside === undefined && writesOf(sim, cluster) === 'up';
  return zoneDark(name, worstGroupInWords(sim, cluster), writesGoOn, inside);
}

/** What made an AZ fail is over. */
export function endZoneFailure(sim: Simulation, zone: Row): void {
  const { zones } = sim.state;
  zones.failures.set(zone, zones.failures.get(zone) - 1);
  if (isOutOfReach(sim, zone)) return;
  sim.notes.push(zoneBack(at(sim.run.zones, zone).name, sim.now - zones.darkSince.get(zone)));
  comeIntoReach(sim, zone, 'dark');
  for (const instance of instancesIn(sim, zone)) reviveInstance(sim, instance);
}

/** A whole Region fails. */
export function failRegion(sim: Simulation, cluster: Row): void {
  const { clusters, run } = sim.state;
  const lit = clusterAt(sim, cluster).zones.filter((zone) => !isDark(sim, zone));
  const failures = clusters.regionFailures.get(cluster) + 1;
  clusters.regionFailures.set(cluster, failures);
  if (failures > 1) return;
  clusters.darkSince.set(cluster, sim.now);
  for (const zone of lit) darken(sim, zone);
  const { region } = clusterAt(sim, cluster);
  if (clusters.isPrimary.get(cluster) === 1) {
    const secondaries = sim.run.clusters.filter(
      ({ replication }, row) => replication !== 'binlog' && row !== cluster && isWhole(sim, row),
    );
    sim.notes.push(primaryRegionDark(region, secondaries.length));
    sim.recoveries.begin(`${region} went dark`, sim.now);
    if (run.regionLostAt.get(0) === none) run.regionLostAt.set(0, sim.now);
  } else {
    sim.notes.push(exists(sim, cluster) ? secondaryRegionDark(region) : emptyRegionDark(region));
  }
  for (const zone of lit) loseInstancesIn(sim, zone);
}

/** What made a Region fail is over. AZs of it that failed by themselves stay dark. */
export function endRegionFailure(sim: Simulation, cluster: Row): void {
  const { clusters } = sim.state;
  const failures = clusters.regionFailures.get(cluster) - 1;
  clusters.regionFailures.set(cluster, failures);
  if (failures > 0) return;
  const { region, zones } = clusterAt(sim, cluster);
  const isRebuilt = clusters.needsRebuild.get(cluster) === 1 && !areApart(sim, primaryOf(sim), cluster);
  if (isRebuilt) clusters.needsRebuild.set(cluster, 0);
  sim.notes.push(regionBack(region, sim.now - clusters.darkSince.get(cluster), isRebuilt));
  for (const zone of zones.filter((candidate) => !isOutOfReach(sim, candidate))) {
    comeIntoReach(sim, zone, 'dark');
    for (const instance of instancesIn(sim, zone)) reviveInstance(sim, instance);
  }
  if (isRebuilt) rebuildCluster(sim, cluster);
  const writer = rowOrNone(clusters.writer.get(cluster));
  if (writer !== undefined && phaseOf(sim, cluster) === 'lost' && instanceStateOf(sim, writer) !== 'restarting') {
    beginDetection(sim, writer);
  }
}

function darken(sim: Simulation, zone: Row): void {
  sim.state.zones.darkSince.set(zone, sim.now);
  if (!isCutOff(sim, zone)) leaveReach(sim, zone);
}

function loseInstancesIn(sim: Simulation, zone: Row): void {
  for (const instance of instancesIn(sim, zone)) {
    sim.state.instances.cutOff.set(instance, 0);
    if (instanceStateOf(sim, instance) !== 'unreachable') loseInstance(sim, instance, 'dark');
  }
}
