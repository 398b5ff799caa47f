import { regionByCode, regionOfAvailabilityZone } from '../facts/regions.ts';
import type { Cluster, Instance } from './design.ts';
import { known } from './node.ts';

/** One of the three AZs that hold the six copies of a cluster volume. */
export interface VolumeZone {
  readonly name: string;
  /**
   * Why it is one of the three: `availabilityZones` lists it, an instance stands in it, or it is the next of the Region
   * by name. `unknown` when not even the Region is known: the name is then a placeholder (`AZ 2`).
   */
  readonly origin: 'listed' | 'instance' | 'region' | 'unknown';
}

const zonesPerVolume = 3;

/**
 * The AZs a cluster lives in: those listed, then those of its instances, then the first of the Region by name; always
 * three in all. Segments A and D lie in the first, B and E in the second, C and F in the third.
 * Source: Aurora guide, Regions and AZs (a volume spans three AZs; a shorter list is filled up by Aurora).
 */
export function volumeZonesOf(cluster: Cluster): readonly VolumeZone[] {
  const zones = new Map<string, VolumeZone>();
  const add = (name: string, origin: VolumeZone['origin']) => {
    if (zones.size < zonesPerVolume && !zones.has(name)) zones.set(name, { name, origin });
  };
  const written = known(cluster.region);
  for (const zone of cluster.availabilityZones.items) {
    const name = known(zone);
    if (name !== undefined) add(name, 'listed');
  }
  for (const instance of cluster.instances.items) {
    const name = known(instance.availabilityZone);
    if (name !== undefined && mayLieIn(name, written)) add(name, 'instance');
  }
  const region = written ?? firstDefined([...zones.keys()].map(regionOfAvailabilityZone));
  if (region !== undefined) {
    const listed = regionByCode(region)?.azs ?? [];
    for (const name of [...listed, ...['a', 'b', 'c'].map((letter) => `${region}${letter}`)]) add(name, 'region');
  }
  while (zones.size < zonesPerVolume) add(`AZ ${zones.size + 1}`, 'unknown');
  return [...zones.values()];
}

/** An instance with the AZ it stands in. */
export interface Placement {
  readonly instance: Instance;
  readonly availabilityZone: string;
  /** Who chose the AZ; `unknown` when the design names one that cannot be read. */
  readonly chosenBy: 'design' | 'aurora' | 'unknown';
}

/**
 * Where each instance of a cluster stands, in file order. Aurora chooses the AZ of an instance without one; it is taken
 * to choose the AZ of the volume with the fewest instances, the earlier one when two have as few.
 * Source: Aurora guide, Regions and AZs (an instance stands in one of the three AZs of the volume).
 */
export function placementsOf(cluster: Cluster): readonly Placement[] {
  const instances = cluster.instances.items;
  const load = new Map(volumeZonesOf(cluster).map(({ name }) => [name, 0]));
  for (const instance of instances) {
    const name = known(instance.availabilityZone);
    if (name !== undefined && load.has(name)) load.set(name, (load.get(name) ?? 0) + 1);
  }
  return instances.map((instance) => {
    const named = known(instance.availabilityZone);
    if (named !== undefined) return { instance, availabilityZone: named, chosenBy: 'design' };
    const [availabilityZone, count] = [...load].reduce((least, zone) => (zone[1] < least[1] ? zone : least));
    load.set(availabilityZone, count + 1);
    const chosenBy = instance.availabilityZone.presence === 'absent' ? 'aurora' : 'unknown';
    return { instance, availabilityZone, chosenBy };
  });
}

/** Whether an AZ can lie in the Region; a name that tells no Region, or an unknown Region, rules nothing out. */
function mayLieIn(zone: string, region: string | undefined): boolean {
  const own = regionOfAvailabilityZone(zone);
  return own === undefined || region === undefined || own === region;
}

function firstDefined<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}
