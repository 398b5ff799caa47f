import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { formatSize } from '../../design/format/size.ts';
import { known, knownOr } from '../../design/node.ts';
import { formatPath } from '../../design/path.ts';
import { placementsOf, volumeZonesOf } from '../../design/placement.ts';
import { isMultiMaster, promotionTierOf, writerOf } from '../../design/promotion.ts';
import { recoveryPointOf } from '../../design/recovery-point.ts';
import { defaultVolumeBytes, protectionGroupsOf, volumeBytesOf } from '../../design/volume.ts';
import { global_rpo_param } from '../../facts/generated/limits.ts';
import type { Row, RunCluster, RunEndpoint, RunInstance, RunRows, RunScaling } from '../run.ts';
import type { Assumption } from '../timeline.ts';
import type { AddedReader } from './added-readers.ts';
import { type AddedRegion, refusalOfGlobal } from './added-regions.ts';
import { backtrackOf } from './backtrack.ts';
import { copyableOf } from './copies.ts';
import { compileScaling, type Scaling, scaledReaderIds } from './scaling.ts';
import { serverlessOf } from './serverless.ts';

/** The rows of a design, and what was taken for values that are not known. */
export interface ClusterRows extends Omit<RunRows, 'classes'> {
  readonly defaults: readonly Assumption[];
}

/**
 * Lays the clusters of a design out as rows. `namedGroups` are the indices of the protection groups of the primary that
 * the scenario names; all others of a volume behave alike and share one row. `added` are the readers that the scenario
 * adds, and `regions` the secondary Regions: they have their rows from the start.
 */
export function compileClusters(
  design: Design,
  namedGroups: readonly number[],
  added: readonly AddedReader[],
  regions: readonly AddedRegion[],
): ClusterRows {
  const rows = { clusters: [], zones: [], instances: [], groups: [], policies: [], defaults: [] };
  const readersOf = (place: Cluster | AddedRegion) =>
    added.flatMap(({ cluster, id }) => (cluster === place ? [id] : []));
  for (const cluster of clustersOf(design)) {
    addCluster(rows, design, cluster, cluster === design.primary ? namedGroups : [], readersOf(cluster));
  }
  for (const region of regions) addRegion(rows, design, region, readersOf(region));
  return rows;
}

type Mutable<T> = { readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : never };

function addCluster(
  rows: Mutable<ClusterRows>,
  design: Design,
  cluster: Cluster,
  named: readonly number[],
  added: readonly string[],
): void {
  const row = rows.clusters.length;
  const zones = addZones(rows, cluster, row);
  const designed = addInstances(rows, cluster, row, zones);
  const scaling = compileScaling(cluster, row);
  const scaled = scaledReaderIds(scaling).map((id) => addReserved(rows, id, row, zones));
  const instances = [...designed, ...added.map((id) => addReserved(rows, id, row, zones)), ...scaled];
  const writer = writerOf(design, cluster);
  const region = known(cluster.region) ?? formatPath(cluster.path);
  const identifier = known(cluster.clusterIdentifier);
  rows.clusters.push({
    region,
    name: identifier ?? (cluster === design.primary ? known(design.name) : undefined) ?? region,
    replication: replicationOf(design, cluster),
    recoveryPoint: recoveryPointMilliseconds(cluster),
    forwards: {
      locally: known(cluster.enableLocalWriteForwarding) === true,
      globally: known(cluster.enableGlobalWriteForwarding) === true,
    },
    volume: {
      bytes: volumeBytesOf(cluster) ?? defaultVolumeBytes,
      growthPerDay: known(cluster.volume.growthPerDay) ?? 0,
    },
    backtrack: backtrackOf(design, cluster),
    ...copyableOf(design, cluster),
    zones,
    instances,
    isMultiMaster: isMultiMaster(design, cluster),
    writer: writer === undefined ? undefined : designed[cluster.instances.items.indexOf(writer)],
    endpoints: endpointsOf(cluster, rows.instances.slice(instances[0] ?? rows.instances.length)),
    storageType: known(cluster.storageType) === 'aurora-iopt1' ? 'aurora-iopt1' : 'aurora',
    ...serverlessOf(design, cluster),
    ...(scaling && { scaling: addScaling(rows, scaling, scaled) }),
    groups: addGroups(rows, cluster, row, named),
    failing: { first: 0, count: 0 },
  });
}

/** A secondary that does not exist until the run adds it: without an instance, over the volume of the primary. */
function addRegion(
  rows: Mutable<ClusterRows>,
  design: Design,
  { region, zones: names }: AddedRegion,
  added: readonly string[],
): void {
  const { primary } = design;
  const row = rows.clusters.length;
  const zones = names.map((name, slot) => rows.zones.push({ name, cluster: row, slot }) - 1);
  const [first] = rows.clusters;
  rows.defaults.push(zonesOfAurora(region, names));
  rows.clusters.push({
    region,
    name: region,
    replication: 'global',
    added: { refusal: refusalOfGlobal(design) },
    recoveryPoint: undefined,
    forwards: { locally: false, globally: false },
    volume: first?.volume ?? { bytes: defaultVolumeBytes, growthPerDay: 0 },
    backtrack: backtrackOf(design, primary),
    ...copyableOf(design, primary),
    snapshots: [],
    zones,
    instances: added.map((id) => addReserved(rows, id, row, zones)),
    isMultiMaster: false,
    writer: undefined,
    endpoints: [],
    storageType: first?.storageType ?? 'aurora',
    ...serverlessOf(design, primary),
    groups: [rows.groups.push({ id: 'pg-0', number: 0, cluster: row, shared: true }) - 1],
    failing: { first: 0, count: 0 },
  });
}

function replicationOf(design: Design, cluster: Cluster): RunCluster['replication'] {
  const secondary = design.secondaries.items.find((candidate) => candidate === cluster);
  if (secondary === undefined) return 'primary';
  return known(secondary.replication) === 'binlog' ? 'binlog' : 'global';
}

/** How far all secondaries may be behind, in milliseconds; undefined when nothing is said, or less than AWS takes. */
function recoveryPointMilliseconds(cluster: Cluster): number | undefined {
  const node = recoveryPointOf(cluster);
  const seconds = node === undefined ? undefined : Number(known(node));
  return seconds !== undefined && seconds >= global_rpo_param.min ? seconds * 1000 : undefined;
}

function addZones(rows: Mutable<ClusterRows>, cluster: Cluster, row: Row): readonly Row[] {
  const volumeZones = volumeZonesOf(cluster);
  const names = new Set(volumeZones.map(({ name }) => name));
  for (const { availabilityZone } of placementsOf(cluster)) names.add(availabilityZone);
  if (volumeZones.some(({ origin }) => origin === 'region' || origin === 'unknown')) {
    const region = known(cluster.region) ?? formatPath(cluster.path);
    rows.defaults.push(
      zonesOfAurora(
        region,
        volumeZones.map(({ name }) => name),
      ),
    );
  }
  const first = rows.zones.length;
  for (const [slot, name] of [...names].entries()) {
    rows.zones.push({ name, cluster: row, slot: slot < volumeZones.length ? slot : undefined });
  }
  return [...names].map((_, slot) => first + slot);
}

function addInstances(rows: Mutable<ClusterRows>, cluster: Cluster, row: Row, zones: readonly Row[]): readonly Row[] {
  return placementsOf(cluster).map(({ instance, availabilityZone, chosenBy }) => {
    const id = known(instance.id) ?? formatPath(instance.path);
    const zone = zones.find((candidate) => rows.zones[candidate]?.name === availabilityZone) ?? 0;
    const tier = promotionTierOf(instance);
    const own = rows.instances.length;
    const promotionTier = tier ?? 1;
    rows.instances.push({
      id,
      row: own,
      cluster: row,
      zone,
      promotionTier,
      class: known(instance.class),
      designed: true,
    });
    if (tier === undefined) rows.defaults.push(unknownValue(`promotionTier of ${id}`, '1'));
    if (chosenBy !== 'design') {
      const meaning = chosenBy === 'aurora' ? 'left out of the design' : notKnown;
      const source = 'Aurora chooses; the AZ of the volume with the fewest instances is taken';
      const name = `availabilityZone of ${id}`;
      rows.defaults.push({ name, meaning, value: availabilityZone, basis: 'assumed', source });
    }
    return own;
  });
}

/** A row for a reader that the run may add; AZ, class and tier are those it is added with. */
function addReserved(rows: Mutable<ClusterRows>, id: string, cluster: Row, [zone = 0]: readonly Row[]): Row {
  const row = rows.instances.length;
  rows.instances.push({ id, row, cluster, zone, promotionTier: 1, class: undefined, designed: false });
  return row;
}

function addScaling(rows: Mutable<ClusterRows>, scaling: Scaling, readers: readonly Row[]): RunScaling {
  const { minCapacity, maxCapacity, policies } = scaling;
  const first = rows.policies.length;
  rows.policies.push(...policies);
  return { minCapacity, maxCapacity, readers, policies: policies.map((_, index) => first + index) };
}

function endpointsOf({ endpoints }: Cluster, instances: readonly RunInstance[]): readonly RunEndpoint[] {
  return endpoints.items.map((endpoint) => {
    const listed = new Set(endpoint.staticMembers.items.map(known));
    const excluded = new Set(endpoint.excludedMembers.items.map(known));
    const isStatic = endpoint.staticMembers.presence !== 'absent';
    return {
      id: known(endpoint.id) ?? formatPath(endpoint.path),
      readersOnly: knownOr(endpoint.type, 'ANY') === 'READER',
      members: instances.filter(({ id }) => (isStatic ? listed.has(id) : !excluded.has(id))).map(({ row }) => row),
    };
  });
}

function addGroups(rows: Mutable<ClusterRows>, cluster: Cluster, row: Row, named: readonly number[]): readonly Row[] {
  if (volumeBytesOf(cluster) === undefined) {
    rows.defaults.push(
      unknownValue(`volume of ${known(cluster.region) ?? 'the cluster'}`, formatSize(defaultVolumeBytes)),
    );
  }
  let unnamed = 0;
  while (named.includes(unnamed)) unnamed++;
  const first = rows.groups.length;
  const groupOf = (number: number, shared: boolean) => ({ id: `pg-${number}`, number, cluster: row, shared });
  rows.groups.push(groupOf(unnamed, true), ...named.map((number) => groupOf(number, false)));
  return [first, ...named.map((_, index) => first + 1 + index)];
}

/** How many protection groups the volume of a cluster has; the default volume when its size is unknown. */
export function groupCountOf(cluster: Cluster): number {
  return protectionGroupsOf(volumeBytesOf(cluster) ?? defaultVolumeBytes);
}

function zonesOfAurora(region: string, zones: readonly string[]): Assumption {
  return {
    name: `availabilityZones of ${region}`,
    meaning: 'not all three are in the design',
    value: zones.join(', '),
    basis: 'assumed',
    source: 'Aurora chooses; the first of the Region by name are taken',
  };
}

const notKnown = 'the value in the design is not known';

function unknownValue(name: string, value: string): Assumption {
  return { name, meaning: notKnown, value, basis: 'assumed', source: 'what holds when nothing is said' };
}
