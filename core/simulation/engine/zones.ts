import { at, type Row } from '../run.ts';
import { clusterAt, type Simulation } from './simulation.ts';

/** Whether an AZ is dark, by itself or with its Region. */
export function isDark({ run, state }: Simulation, zone: Row): boolean {
  const { cluster } = at(run.zones, zone);
  return state.zones.failures.get(zone) > 0 || state.clusters.regionFailures.get(cluster) > 0;
}

/** Whether a whole Region is dark. */
export function isRegionDark({ state }: Simulation, cluster: Row): boolean {
  return state.clusters.regionFailures.get(cluster) > 0;
}

/** The AZ at a place among the three of the volume. */
export function zoneAtSlot(sim: Simulation, cluster: Row, slot: number): Row {
  return at(clusterAt(sim, cluster).zones, slot);
}
