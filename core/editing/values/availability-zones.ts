import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { isInside, type Path } from '../../design/path.ts';
import { placementsOf, volumeZonesOf } from '../../design/placement.ts';
import * as limits from '../../facts/generated/limits.ts';
import { regionByCode } from '../../facts/regions.ts';
import { availabilityZoneAsMarkdown } from '../catalogue-documentation.ts';
import type { OfferedValue } from './offered-value.ts';

/**
 * The AZs of a cluster's Region with who stands in each: those with the fewest instances first. For instances only those
 * of the volume, where the cluster lists all three.
 */
export function zonesToChoose(cluster: Cluster, path: Path): readonly OfferedValue[] {
  const isInList = isInside(path, cluster.availabilityZones.path);
  const listed = cluster.availabilityZones.items.flatMap((zone) => known(zone) ?? []);
  const inRegion = regionByCode(known(cluster.region) ?? '')?.azs ?? [];
  if (isInList)
    return listed.length > limits.storage_azs.value ? [] : inRegion.map((name) => zoneValue(name, [cluster]));
  const names = listed.length === limits.storage_azs.value ? listed : inRegion;
  const counts = new Map(names.map((name) => [name, instancesIn([cluster], name, path).length]));
  return names
    .toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
    .map((name) => zoneValue(name, [cluster], path));
}

/** The AZs in which the volumes of a design lie, with who stands there. */
export function zonesOf(design: Design): readonly OfferedValue[] {
  const clusters = clustersOf(design);
  const names = clusters.flatMap((cluster) => volumeZonesOf(cluster).map(({ name }) => name));
  return [...new Set(names)].map((name) => zoneValue(name, clusters));
}

/** The ids of the instances that the design puts into an AZ, without the one at `path`. */
export function instancesIn(clusters: readonly Cluster[], zone: string, path: Path = []): readonly string[] {
  return clusters.flatMap((cluster) =>
    placementsOf(cluster).flatMap(({ instance, availabilityZone, chosenBy }) => {
      const isOther = path.length === 0 || !isInside(path, instance.path);
      return isOther && chosenBy === 'design' && availabilityZone === zone ? (known(instance.id) ?? []) : [];
    }),
  );
}

function zoneValue(value: string, clusters: readonly Cluster[], path?: Path): OfferedValue {
  const there = instancesIn(clusters, value, path);
  const detail = there.length === 0 ? 'nobody stands there' : there.join(', ');
  return { value, detail, documentation: availabilityZoneAsMarkdown(value) };
}
