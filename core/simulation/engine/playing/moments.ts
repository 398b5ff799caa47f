import type { Note } from '../../explanations/note.ts';
import { at, type Row } from '../../run.ts';
import type { ClusterMoment, InstanceMoment, Moment } from '../../timeline.ts';
import { endpointsOf, readsOf, writesOf } from '../instances/service.ts';
import { isWriter } from '../instances/writers.ts';
import { capacityMoment } from '../load/capacity.ts';
import { burdenOf } from '../load/load.ts';
import { readCapacityOf } from '../load/read-capacity.ts';
import { conflictsPerSecond } from '../load/write-conflicts.ts';
import { exists } from '../regions/presence.ts';
import { lagOf, replicationOf } from '../regions/replication.ts';
import { isCutOff, isDark, isRegionDark } from '../regions/zones.ts';
import { clusterAt, instanceAt, instanceStateOf, type Simulation } from '../simulation.ts';
import { branchesOf } from '../storage/branches.ts';
import { volumeMoment } from '../storage/volume.ts';

/** What is noted about an event, each with the state after it. */
export function momentsOf(sim: Simulation, notes: readonly Note[]): readonly Moment[] {
  if (notes.length === 0) return [];
  const clusters = clusterMoments(sim);
  return notes.map((note) => ({ at: sim.now, ...note, clusters }));
}

/** Every cluster that exists, as it is now: those of the design first. */
export function clusterMoments(sim: Simulation): readonly ClusterMoment[] {
  return [...sim.run.clusters.keys()].filter((row) => exists(sim, row)).map((row) => clusterMoment(sim, row));
}

function clusterMoment(sim: Simulation, row: Row): ClusterMoment {
  const { region, zones, instances } = clusterAt(sim, row);
  const { clusters } = sim.state;
  const isPrimary = clusters.isPrimary.get(row) === 1;
  const replication = isPrimary ? undefined : replicationOf(sim, row);
  return {
    region,
    role: isPrimary ? 'primary' : 'secondary',
    ...(isRegionDark(sim, row) && { darkSince: clusters.darkSince.get(row) }),
    zones: zones.map((zone) => ({
      name: at(sim.run.zones, zone).name,
      ...(isDark(sim, zone) && { darkSince: sim.state.zones.darkSince.get(zone) }),
      ...(isCutOff(sim, zone) && { cutOffSince: sim.state.zones.cutOffSince.get(zone) }),
    })),
    instances: instances.flatMap((instance) => instanceMoment(sim, row, instance)),
    endpoints: endpointsOf(sim, row),
    volume: volumeMoment(sim, row),
    writes: writesOf(sim, row),
    reads: readsOf(sim, row),
    ...conflictsOf(sim, row),
    ...readCapacityOf(sim, row),
    ...branchesOf(sim, row),
    ...(replication && {
      replication,
      ...(replication !== 'rebuilding' && replication !== 'copying' && { lag: lagOf(sim, row) }),
    }),
  };
}

/** What the writers of a multi-master cluster are in each other's way; nothing where it is not known. */
function conflictsOf(sim: Simulation, cluster: Row): Pick<ClusterMoment, 'conflictsPerSecond'> {
  if (!clusterAt(sim, cluster).isMultiMaster || writesOf(sim, cluster) !== 'up') return {};
  const rate = conflictsPerSecond(sim, cluster);
  return rate === undefined ? {} : { conflictsPerSecond: rate };
}

/** An instance at present; nothing for one that does not exist. */
function instanceMoment(sim: Simulation, cluster: Row, instance: Row): readonly InstanceMoment[] {
  const state = instanceStateOf(sim, instance);
  if (state === 'absent') return [];
  const { id, zone, class: name, promotionTier } = instanceAt(sim, instance);
  const moment: InstanceMoment = {
    id,
    role: isWriter(sim, instance) ? 'writer' : 'reader',
    zone: at(sim.run.zones, zone).name,
    ...(name !== undefined && { class: name }),
    promotionTier,
    state,
    since: sim.state.instances.since.get(instance),
    ...capacityMoment(sim, instance),
    ...burdenOf(sim, cluster, instance),
  };
  return [moment];
}
