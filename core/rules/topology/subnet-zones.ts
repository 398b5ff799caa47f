import type { Cluster } from '../../design/design.ts';
import { known } from '../../design/node.ts';

/** The AZs that the subnets of a cluster cover; undefined when it lists none, or one that is unknown. */
export function subnetZonesOf({ subnets }: Cluster): readonly string[] | undefined {
  const zones = subnets.items.flatMap(({ availabilityZone }) => known(availabilityZone) ?? []);
  return zones.length === 0 || zones.length < subnets.items.length ? undefined : [...new Set(zones)];
}
