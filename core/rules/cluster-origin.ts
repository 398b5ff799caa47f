import { type GraphResource, isAbsent, isGiven } from '../design/resource-graph.ts';
import * as limits from '../facts/generated/limits.ts';

const sources = ['SourceDBClusterIdentifier', 'SourceDbClusterResourceId'];
const others = ['SnapshotIdentifier', 'ReplicationSourceIdentifier', 'GlobalClusterIdentifier'];

/** The fact behind what counts as a fresh cluster. */
export const freshCluster = limits.master_username_required;

/** Whether a cluster certainly starts empty and by itself: from no backup, no other cluster and no global database. */
export function isFresh(cluster: GraphResource): boolean {
  return [...sources, ...others].every((name) => isAbsent(cluster.property(name)));
}

/** Whether a cluster certainly starts from another one: a point in time, or a clone. */
export function startsFromCluster(cluster: GraphResource): boolean {
  return sources.some((name) => isGiven(cluster.property(name)));
}

/** Whether a cluster certainly starts from a snapshot; a source cluster goes before it. */
export function startsFromSnapshot(cluster: GraphResource): boolean {
  return isGiven(cluster.property('SnapshotIdentifier')) && sources.every((name) => isAbsent(cluster.property(name)));
}

/** Whether a cluster certainly starts from no backup and no other cluster. */
export function isNotRestored(cluster: GraphResource): boolean {
  return [...sources, 'SnapshotIdentifier'].every((name) => isAbsent(cluster.property(name)));
}

/** Whether a cluster starts from a backup or another cluster whatever the conditions and parameters are. */
export function isAlwaysRestored(cluster: GraphResource): boolean {
  return [...sources, 'SnapshotIdentifier'].some((name) => cluster.isFixed(name));
}
