import { at, type Row } from '../../run.ts';
import { clusterAt, type Simulation } from '../simulation.ts';

/** Whether an AZ is dark, by itself or with its Region. */
export function isDark({ run, state }: Simulation, zone: Row): boolean {
  const { cluster } = at(run.zones, zone);
  return state.zones.failures.get(zone) > 0 || state.clusters.regionFailures.get(cluster) > 0;
}

/** Whether a partition keeps an AZ from the side on which the clients are. */
export function isCutOff({ state }: Simulation, zone: Row): boolean {
  return state.zones.cutOffs.get(zone) > 0;
}

/** Whether nobody reaches an AZ: it is dark, or cut off. */
export function isOutOfReach(sim: Simulation, zone: Row): boolean {
  return isDark(sim, zone) || isCutOff(sim, zone);
}

/** Whether a whole Region is dark. */
export function isRegionDark({ state }: Simulation, cluster: Row): boolean {
  return state.clusters.regionFailures.get(cluster) > 0;
}

/** Whether a partition that lasts keeps the Regions of two clusters from each other. */
export function areApart({ run, state }: Simulation, one: Row, other: Row): boolean {
  return run.events.some((event, index) => {
    if (event.kind !== 'partition' || event.of !== 'clusters' || state.partitions.home.get(index) < 0) return false;
    const sideOf = (cluster: Row) => event.sides.findIndex((side) => side.includes(cluster));
    const side = sideOf(one);
    return side >= 0 && sideOf(other) >= 0 && sideOf(other) !== side;
  });
}

/** The AZ at a place among the three of the volume. */
export function zoneAtSlot(sim: Simulation, cluster: Row, slot: number): Row {
  return at(clusterAt(sim, cluster).zones, slot);
}
