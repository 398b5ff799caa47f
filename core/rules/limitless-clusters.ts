import { type GraphResource, type ResourceGraph, textOf } from '../design/resource-graph.ts';

/** The clusters that are certainly Aurora PostgreSQL Limitless Database. */
export function limitlessClusters({ clusters }: ResourceGraph): readonly GraphResource[] {
  return clusters.filter((cluster) => textOf(cluster.property('ClusterScalabilityType')) === 'limitless');
}
