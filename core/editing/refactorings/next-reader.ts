import { type Cluster, clustersOf, type Design, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { readersOf, tierBehind, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import { identifierFault } from '../../rules/identity/identifier.ts';
import { emptiestZone, mayHaveSubnet } from '../snippets/reader.ts';
import { nextName } from './next-name.ts';

/** A reader that a cluster could have beside its instances. */
export interface NextReader {
  /** Undefined where the ids of the others show none. */
  readonly id: string | undefined;
  readonly class: string;
  readonly availabilityZone: string;
  /** Behind the tiers of the readers that are there; undefined where there are none, or nobody knows theirs. */
  readonly promotionTier: number | undefined;
}

/**
 * The reader that a cluster lacks most: of the writer's class, in the AZ with the fewest instances unless a zone is asked for. Undefined where that
 * cannot be known, the cluster is full, or has no writer that it could follow.
 */
export function nextReader(design: Design, cluster: Cluster, zone?: string): NextReader | undefined {
  const { items, presence } = cluster.instances;
  const model = writerOf(design, cluster) ?? items[0] ?? writerOf(design, design.primary);
  const instanceClass = model && known(model.class);
  const availabilityZone = zone !== undefined && mayHaveSubnet(cluster, zone) ? zone : emptiestZone(design, cluster);
  const isEmptyPrimary = cluster === design.primary && items.length === 0;
  const isFull = items.length >= limits.instances_per_cluster_max.value;
  if (presence === 'unknown' || isEmptyPrimary || isFull) return undefined;
  if (instanceClass === undefined || availabilityZone === undefined || lacksRange(cluster, instanceClass))
    return undefined;
  const readers = readersOf(design, cluster);
  const id = nextId(design, cluster, availabilityZone);
  return { id, class: instanceClass, availabilityZone, promotionTier: tierBehind(readers) };
}

/** Whether a Serverless v2 instance could not be created in a cluster, as that states no range of capacities. */
function lacksRange({ serverlessV2ScalingConfiguration }: Cluster, instanceClass: string): boolean {
  return instanceClass === serverlessClass && serverlessV2ScalingConfiguration.presence === 'absent';
}

/** An id like those of the other readers; where the ids end with the letters of their AZs, with that of the new one. */
export function nextId(design: Design, cluster: Cluster, zone: string | undefined): string | undefined {
  const idsOf = (instances: readonly Instance[]) => instances.flatMap(({ id }) => known(id) ?? []);
  const clusters = clustersOf(design);
  const all = clusters.flatMap(({ clusterIdentifier, instances }) => [
    ...idsOf(instances.items),
    known(clusterIdentifier) ?? '',
  ]);
  const taken = new Set(all.map((name) => name.toLowerCase()));
  const isFree = (id: string | undefined) => id !== undefined && !taken.has(id.toLowerCase());
  const [own, ofReaders] = [idsOf(cluster.instances.items), idsOf(readersOf(design, cluster))];
  const prefix = known(cluster.clusterIdentifier) ?? known(design.name);
  const first = prefix === undefined ? undefined : `${prefix}-a`;
  const lettered = letteredId(cluster, own, zone);
  const next = isFree(lettered) ? lettered : (nextName(ofReaders.length > 0 ? ofReaders : own, taken, '-') ?? first);
  return next !== undefined && isFree(next) && identifierFault(next) === undefined ? next : undefined;
}

/** The id with the letter of an AZ, where every instance of a cluster has the letter of its own at the end. */
function letteredId({ instances }: Cluster, [own]: readonly string[], zone: string | undefined): string | undefined {
  const letterOf = (name: string | undefined) => name?.at(-1);
  const isLettered = instances.items.every(({ id, availabilityZone }) => {
    const letter = letterOf(known(availabilityZone));
    return letter !== undefined && letterOf(known(id)) === letter;
  });
  return own === undefined || zone === undefined || !isLettered ? undefined : `${own.slice(0, -1)}${letterOf(zone)}`;
}
