import type { Content } from '../../content/design-content.ts';
import { groupAt, groupsAt, textAt } from '../../content/design-content.ts';

/** One cluster of a design on its way into a template of its own. */
export interface ExportedCluster {
  readonly design: Content;
  readonly cluster: Content;
  readonly kind: 'primary' | 'global secondary' | 'binlog secondary';
  readonly engine: string;
  /** The engine version that counts for the cluster. */
  readonly engineVersion: string | undefined;
  readonly identifier: string;
}

/** The clusters of a design, the primary first. */
export function exportedClusters(design: Content): readonly ExportedCluster[] {
  const engine = textAt(design, 'engine') ?? '';
  const of = (cluster: Content, kind: ExportedCluster['kind']): ExportedCluster => ({
    design,
    cluster,
    kind,
    engine,
    engineVersion: textAt(cluster, 'engineVersion') ?? textAt(design, 'engineVersion'),
    identifier: textAt(cluster, 'clusterIdentifier') ?? textAt(design, 'name') ?? '',
  });
  const secondaries = groupsAt(design, 'secondaries').map((cluster) =>
    of(cluster, textAt(cluster, 'replication') === 'binlog' ? 'binlog secondary' : 'global secondary'),
  );
  return [of(groupAt(design, 'primary'), 'primary'), ...secondaries];
}

/** Whether the data of a cluster comes from a snapshot or another cluster, as far as CloudFormation restores it. */
export function restoreOf({ cluster }: ExportedCluster): 'snapshot' | 'source' | undefined {
  const { snapshot, pointInTime, clone } = groupAt(cluster, 'origin');
  if (pointInTime !== undefined || clone !== undefined) return 'source';
  return snapshot === undefined ? undefined : 'snapshot';
}

/** The roles of machine learning that a cluster has: those for its Region, which is the primary's when none is said. */
export function modelRolesOf({ design, cluster, kind }: ExportedCluster): readonly Content[] {
  const region = textAt(cluster, 'region');
  return groupsAt(design, 'machineLearning').filter(({ regions }) => {
    if (!Array.isArray(regions)) return kind === 'primary';
    return region !== undefined && regions.includes(region);
  });
}
