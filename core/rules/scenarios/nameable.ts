import { clustersOf, type Design } from '../../design/design.ts';
import { allKnown, known } from '../../design/node.ts';
import { placementsOf, volumeZonesOf } from '../../design/placement.ts';

/** What the scenarios of a design can name, each list undefined when not all of it is known. */
export interface Nameable {
  readonly instances: readonly string[] | undefined;
  readonly availabilityZones: readonly string[] | undefined;
  readonly regions: readonly string[] | undefined;
  /** Custom endpoints, those that every cluster has, and that of a global database. */
  readonly endpoints: readonly string[] | undefined;
  readonly snapshots: readonly string[] | undefined;
}

const builtInEndpoints = ['cluster', 'reader'];

/** What a design has, by the names that the simulator uses. Of secondaries that stand in another file nothing is known. */
export function nameableIn(design: Design): Nameable {
  const clusters = clustersOf(design);
  const zones = clusters.flatMap(volumeZonesOf);
  const placed = clusters.flatMap(placementsOf);
  const isWhole = design.secondaries.presence !== 'unknown';
  const certain =
    isWhole &&
    zones.every(({ origin }) => origin !== 'unknown') &&
    placed.every(({ chosenBy }) => chosenBy !== 'unknown');
  const names = [...zones.map(({ name }) => name), ...placed.map(({ availabilityZone }) => availabilityZone)];
  const endpoints = isWhole
    ? allKnown(clusters.flatMap((cluster) => cluster.endpoints.items.map(({ id }) => id)))
    : undefined;
  const isGlobal = design.secondaries.items.some(({ replication }) => known(replication) !== 'binlog');
  return {
    instances: isWhole ? allKnown(clusters.flatMap(({ instances }) => instances.items.map(({ id }) => id))) : undefined,
    availabilityZones: certain ? [...new Set(names)] : undefined,
    regions: isWhole ? allKnown(clusters.map(({ region }) => region)) : undefined,
    endpoints: endpoints && [...endpoints, ...builtInEndpoints, ...(isGlobal ? ['global'] : [])],
    snapshots: isWhole ? allKnown(clusters.flatMap(({ snapshots }) => snapshots.items.map(({ id }) => id))) : undefined,
  };
}
