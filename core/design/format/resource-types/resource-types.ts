import { dbCluster } from './db-cluster.ts';
import { dbClusterEndpoint } from './db-cluster-endpoint.ts';
import { dbInstance } from './db-instance.ts';
import { dbSubnetGroup } from './db-subnet-group.ts';
import { globalCluster } from './global-cluster.ts';
import { dbClusterParameterGroup, dbParameterGroup } from './parameter-groups.ts';
import { scalableTarget, scalingPolicy } from './replica-auto-scaling.ts';
import type { ResourceType } from './resource-type.ts';

/** The resource types of which the clusters of a template are made, in the order in which people need them. */
export const resourceTypes: readonly ResourceType[] = [
  dbCluster,
  dbInstance,
  dbClusterParameterGroup,
  dbParameterGroup,
  dbSubnetGroup,
  dbClusterEndpoint,
  globalCluster,
  scalableTarget,
  scalingPolicy,
];

const byName = new Map(resourceTypes.map((one) => [one.returns.type, one]));

/** The resource type of this name; undefined for one that is no part of an Aurora cluster. */
export function resourceTypeOf(type: string): ResourceType | undefined {
  return byName.get(type);
}
