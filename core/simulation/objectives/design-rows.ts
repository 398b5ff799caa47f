import type { Design } from '../../design/design.ts';
import { compileClusters } from '../compile/clusters.ts';
import { at, type RunRows } from '../run.ts';

/** What stands in a design, as the rows of a run in which nothing is added. */
export type DesignRows = Pick<RunRows, 'clusters' | 'zones' | 'instances'>;

export function rowsOf(design: Design): DesignRows {
  const { clusters, zones, instances } = compileClusters(design, [], [], []);
  const designed = clusters.map((cluster) => ({
    ...cluster,
    instances: cluster.instances.filter((row) => at(instances, row).designed),
  }));
  return { clusters: designed, zones, instances };
}
