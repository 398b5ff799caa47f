import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { placementsOf, volumeZonesOf } from '../../design/placement.ts';
import { readersOf, writerOf } from '../../design/promotion.ts';
import { renderInline } from '../../design/writers/blueprint/render.ts';
import * as limits from '../../facts/generated/limits.ts';
import { escapeSnippet } from '../snippet.ts';
import { freeName } from './free-name.ts';
import type { WholeSnippet } from './whole-snippet.ts';

/** A reader of the writer's class in the AZ of the volume with the fewest instances; the writer itself where none stands. */
export function readerSnippets(design: Design, cluster: Cluster): readonly WholeSnippet[] {
  // An item that is only begun has no id yet.
  const items = cluster.instances.items.filter(({ id }) => known(id) !== undefined);
  const zone = emptiestZone(design, cluster);
  if (items.length >= limits.instances_per_cluster_max.value || zone === undefined) return [];
  const { name, instanceClass } = nextInstance(design, cluster);
  const instance = { id: name, class: instanceClass, availabilityZone: zone };
  const role = items.length === 0 && cluster === design.primary ? 'writer' : 'reader';
  return [
    {
      label: `${role} in ${zone}`,
      detail: `${instanceClass}, in the AZ with the fewest instances`,
      text: escapeSnippet(`{ ${entriesOf(instance)} }`),
    },
  ];
}

/**
 * The AZ of the volume in which the fewest instances stand, of several the one with the fewest readers. Undefined where no AZ
 * is known, or none of them has a subnet.
 */
export function emptiestZone(design: Design, cluster: Cluster): string | undefined {
  const readers = readersOf(design, cluster);
  // An item that is only begun says nothing yet.
  const placements = placementsOf(cluster).filter(({ instance }) => instance.id.presence !== 'absent');
  const count = (zone: string) => {
    const standing = placements.filter(({ availabilityZone }) => availabilityZone === zone);
    return {
      instances: standing.length,
      readers: standing.filter(({ instance }) => readers.includes(instance)).length,
    };
  };
  const zones = volumeZonesOf(cluster).filter(
    ({ name, origin }) => origin !== 'unknown' && mayHaveSubnet(cluster, name),
  );
  const counted = zones.map(({ name }) => ({ name, ...count(name) }));
  return counted.toSorted((a, b) => a.instances - b.instances || a.readers - b.readers)[0]?.name;
}

/** Whether instances can stand in an AZ, as far as the cluster says where its subnets lie. */
export function mayHaveSubnet({ subnets }: Cluster, zone: string): boolean {
  const zones = subnets.items.map(({ availabilityZone }) => known(availabilityZone));
  return zones.length === 0 || zones.includes(zone) || zones.includes(undefined);
}

/** An id that is free and looks like those of the cluster, and the class of its writer. */
export function nextInstance(
  design: Design,
  cluster: Cluster,
): { readonly name: string; readonly instanceClass: string } {
  const ids = clustersOf(design).flatMap(({ instances }) => instances.items.flatMap(({ id }) => known(id) ?? []));
  const own = cluster.instances.items.flatMap(({ id }) => known(id) ?? [])[0];
  const prefix = own?.replace(/-[^-]*$/, '') ?? known(cluster.clusterIdentifier) ?? known(design.name) ?? 'orders';
  const writer = writerOf(design, cluster) ?? cluster.instances.items[0] ?? writerOf(design, design.primary);
  const instanceClass = (writer && known(writer.class)) ?? 'db.r7g.large';
  return { name: freeName(prefix, new Set(ids)), instanceClass };
}

/** The entries of a flow mapping. */
export function entriesOf(content: Readonly<Record<string, string>>): string {
  return Object.entries(content)
    .map(([key, value]) => `${key}: ${renderInline(value)}`)
    .join(', ');
}
