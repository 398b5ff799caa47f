import type { ClusterPicture } from '../picture/cluster-picture.ts';
import type { ClusterState } from './playhead.ts';

/** The picture of a secondary that a run has added and the design does not have; it has no identifier of its own. */
export function addedCluster({ moment }: ClusterState): ClusterPicture {
  const path = `secondaries.${moment.region}`;
  const { bytes, groups } = moment.volume;
  return {
    path,
    role: 'secondary',
    region: moment.region,
    clusterIdentifier: 'added in this run',
    pillars: moment.zones.map(({ name }) => ({ kind: 'volume', path, zone: name, instances: [] })),
    endpoints: [],
    volume: { path: `${path}.volume`, bytes, groups },
    replication: 'global',
  };
}
