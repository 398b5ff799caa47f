import { type GraphResource, itemsOf, type ResourceGraph, textOf, valueAt } from '../../design/resource-graph.ts';
import * as ml from '../../facts/generated/ml.ts';

/** The services that the SQL of a cluster may call, by the names of their features. */
export const learningServices: readonly string[] = Object.keys(ml.mysql_roles.value);

/** A role of the template that an Aurora cluster has, and the service that its SQL calls with it. */
export interface AssociatedRole {
  readonly role: GraphResource;
  /** Undefined for other features, such as imports from S3. */
  readonly service: string | undefined;
}

/** The roles of the template that Aurora clusters certainly have, each once for every service. */
export function associatedRoles(graph: ResourceGraph): readonly AssociatedRole[] {
  const roles = new Map<string, AssociatedRole>();
  const add = (role: GraphResource | undefined, service: string | undefined) => {
    if (role?.type === 'AWS::IAM::Role') roles.set(`${role.logicalId} ${service}`, { role, service });
  };
  for (const cluster of graph.clusters) {
    for (const associated of itemsOf(cluster.property('AssociatedRoles')) ?? []) {
      const feature = textOf(valueAt(associated, 'FeatureName')) ?? '';
      add(graph.referredTo(valueAt(associated, 'RoleArn')), learningServices.includes(feature) ? feature : undefined);
    }
    const group = graph.referredTo(cluster.property('DBClusterParameterGroupName'));
    for (const [service, parameter] of Object.entries(ml.mysql_roles.value)) {
      add(group && graph.referredTo(group.property('Parameters', parameter)), service);
    }
  }
  return [...roles.values()];
}
