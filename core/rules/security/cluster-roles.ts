import type { Cluster, Design } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';

/** An IAM role of a cluster, with what it is for. */
export interface ClusterRole {
  /** The feature name under which Aurora PostgreSQL associates it. */
  readonly feature: Value<string>;
  readonly roleArn: Value<string>;
}

/** The roles that are certainly associated with a cluster: those of `machineLearning` in its Region, then its own. */
export function rolesOf(design: Design, cluster: Cluster): readonly ClusterRole[] {
  const forLearning = design.machineLearning.items.filter(({ regions }) => {
    if (regions.presence === 'absent') return cluster === design.primary;
    return regions.items.some((region) => known(region) !== undefined && known(region) === known(cluster.region));
  });
  return [
    ...forLearning.map(({ service, roleArn }) => ({ feature: service, roleArn })),
    ...cluster.associatedRoles.items.map(({ featureName, roleArn }) => ({ feature: featureName, roleArn })),
  ];
}
