import { type GraphResource, type GraphValue, type ResourceGraph, textOf } from '../design/resource-graph.ts';
import type { Engine } from '../facts/engine-versions.ts';

/** The cluster of the template to which an instance certainly belongs. */
export function clusterOf(graph: ResourceGraph, instance: GraphResource): GraphResource | undefined {
  return clusterNamed(graph, instance.property('DBClusterIdentifier'));
}

/** The cluster of the template that a value certainly names, and that exists. */
export function clusterNamed(graph: ResourceGraph, named: GraphValue): GraphResource | undefined {
  const cluster = graph.clusters.find((candidate) => graph.names(named, candidate) === true);
  return cluster?.exists === true ? cluster : undefined;
}

/** The instances of the template that certainly belong to a cluster and exist. */
export function instancesOf(graph: ResourceGraph, cluster: GraphResource): readonly GraphResource[] {
  return graph.instances.filter(
    (instance) => instance.exists === true && clusterOf(graph, instance)?.logicalId === cluster.logicalId,
  );
}

/** The engine of a cluster, when it is known. */
export function engineOf(cluster: GraphResource): Engine | undefined {
  const engine = textOf(cluster.property('Engine'));
  return engine === 'aurora-mysql' || engine === 'aurora-postgresql' ? engine : undefined;
}
