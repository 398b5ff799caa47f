import type { Cluster, Design, MachineLearning } from '../../design/design.ts';
import { allKnown, known, type Value } from '../../design/node.ts';

/** An IAM role of a cluster, with what it is for. */
export interface ClusterRole {
  /** The feature name under which Aurora PostgreSQL associates it. */
  readonly feature: Value<string>;
  readonly roleArn: Value<string>;
}

/** The Regions in which a role of `machineLearning` serves: those it names, or the primary's; undefined when unknown. */
export function regionsOf({ primary }: Design, { regions }: MachineLearning): readonly string[] | undefined {
  if (regions.presence === 'unknown') return undefined;
  const nodes = regions.presence === 'absent' ? [primary.region] : regions.items;
  return allKnown(nodes);
}

/** The roles of `machineLearning` that certainly serve a cluster. */
export function learningRolesOf(design: Design, cluster: Cluster): readonly MachineLearning[] {
  const region = known(cluster.region);
  return design.machineLearning.items.filter((learning) => {
    if (learning.regions.presence === 'absent') return cluster === design.primary;
    return region !== undefined && regionsOf(design, learning)?.includes(region) === true;
  });
}

/** The roles that are certainly associated with a cluster: those of `machineLearning`, then its own. */
export function rolesOf(design: Design, cluster: Cluster): readonly ClusterRole[] {
  return [
    ...learningRolesOf(design, cluster).map(({ service, roleArn }) => ({ feature: service, roleArn })),
    ...cluster.associatedRoles.items.map(({ featureName, roleArn }) => ({ feature: featureName, roleArn })),
  ];
}
