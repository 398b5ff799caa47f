import { type Cluster, clustersOf, type Design, type Instance } from '../../design/design.ts';
import { known, knownOr } from '../../design/node.ts';
import { formatPath } from '../../design/path.ts';
import { placementsOf, volumeZonesOf } from '../../design/placement.ts';
import { isWriter, nextWriterOf, promotionTierOf, readersOf, writerOf } from '../../design/promotion.ts';
import { protectionGroupsOf, volumeBytesOf } from '../../design/volume.ts';
import { instanceClassByName, serverlessClass } from '../../facts/instance-classes.ts';
import type {
  ClusterPicture,
  InstancePicture,
  PillarPicture,
  ScalingPicture,
  VolumePicture,
} from './cluster-picture.ts';
import { endpointsOfDesign } from './endpoints-of-design.ts';

/** The clusters of a design as the picture shows them, the primary first. */
export function clusterPicturesOf(design: Design): readonly ClusterPicture[] {
  const secondaries = new Map(design.secondaries.items.map((secondary) => [secondary as Cluster, secondary]));
  return clustersOf(design).map((cluster) => {
    const secondary = secondaries.get(cluster);
    const scaling = scalingOf(design, cluster);
    return {
      path: formatPath(cluster.path),
      role: secondary === undefined ? 'primary' : 'secondary',
      region: known(cluster.region) ?? null,
      clusterIdentifier: known(cluster.clusterIdentifier) ?? (secondary === undefined ? nameOf(design, cluster) : null),
      pillars: pillarsOf(design, cluster),
      endpoints: endpointsOfDesign(design, cluster),
      volume: volumeOf(cluster),
      ...(scaling && { scaling }),
      ...(secondary && { replication: knownOr(secondary.replication, 'global') ?? null }),
    };
  });
}

/** A primary that says no name of its own has the name of the blueprint. */
function nameOf(design: Design, { clusterIdentifier }: Cluster): string | null {
  return clusterIdentifier.presence === 'absent' ? (known(design.name) ?? null) : null;
}

function pillarsOf(design: Design, cluster: Cluster): readonly PillarPicture[] {
  const clusterPath = formatPath(cluster.path);
  const zones = volumeZonesOf(cluster);
  const names = new Set(zones.map(({ name }) => name));
  const writer = writerOf(design, cluster);
  const next = writer && nextWriterOf(design, cluster)?.promoted.instance;
  const standing = placementsOf(cluster).map(({ instance, availabilityZone, chosenBy }) => ({
    picture: instancePicture(cluster, instance, isWriter(design, cluster, instance), instance === next),
    availabilityZone,
    kind: chosenBy === 'design' ? (names.has(availabilityZone) ? 'volume' : 'outside') : placeOf[chosenBy],
  }));
  const pillars = zones.map(({ name, origin }): PillarPicture => {
    const listed = cluster.availabilityZones.items.find((zone) => known(zone) === name);
    return {
      kind: 'volume',
      path: listed === undefined ? clusterPath : formatPath(listed.path),
      zone: origin === 'unknown' ? null : name,
      instances: standing
        .filter((one) => one.kind === 'volume' && one.availabilityZone === name)
        .map(({ picture }) => picture),
    };
  });
  const others = (['outside', 'unknown', 'chosen'] as const).flatMap((kind): readonly PillarPicture[] => {
    const here = standing.filter((one) => one.kind === kind);
    const [zone, ...more] = new Set(kind === 'outside' ? here.map(({ availabilityZone }) => availabilityZone) : []);
    const instances = here.map(({ picture }) => picture);
    return here.length === 0
      ? []
      : [{ kind, path: clusterPath, zone: more.length === 0 ? (zone ?? null) : null, instances }];
  });
  return [...pillars, ...others];
}

const placeOf = { aurora: 'chosen', unknown: 'unknown' } as const;

function instancePicture(cluster: Cluster, instance: Instance, writes: boolean, nextWriter: boolean): InstancePicture {
  const className = known(instance.class) ?? null;
  const size = className === null ? undefined : instanceClassByName(className);
  const { minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
  const min = known(minCapacity);
  const max = known(maxCapacity);
  const scales = className === serverlessClass && min !== undefined && max !== undefined;
  return {
    path: formatPath(instance.path),
    id: known(instance.id) ?? null,
    role: writes ? 'writer' : 'reader',
    tier: promotionTierOf(instance) ?? null,
    class: className,
    vcpu: size?.vcpu ?? null,
    memoryGib: size?.memoryGib ?? null,
    ...(scales && { acu: { min, max } }),
    nextWriter,
  };
}

/** 100 GiB when nothing is said, in groups of 10 GiB. Source: Verbitski 2017, section 3.2 (segments of 10 GB). */
function volumeOf(cluster: Cluster): VolumePicture {
  const bytes = volumeBytesOf(cluster) ?? null;
  const groups = bytes === null ? null : protectionGroupsOf(bytes);
  return { path: formatPath(cluster.volume.path), bytes, groups };
}

function scalingOf(design: Design, cluster: Cluster): ScalingPicture | undefined {
  const { autoScaling } = cluster;
  if (autoScaling.presence === 'absent') return undefined;
  const target = known(autoScaling.targetValue);
  const followsCpu = known(autoScaling.metric) === 'RDSReaderAverageCPUUtilization';
  return {
    path: formatPath(autoScaling.path),
    readers: readersOf(design, cluster).length,
    min: known(autoScaling.minCapacity) ?? null,
    max: known(autoScaling.maxCapacity) ?? null,
    ...(followsCpu && target !== undefined && { cpuTarget: target }),
  };
}
