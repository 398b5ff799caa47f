import type { Cluster, Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { instanceClassByName, serverlessClass } from '../../facts/instance-classes.ts';

/** Memory of one ACU in GiB. Source: fact limits:sv2_capacity. */
const gibPerAcu = 2;

/** The db.serverless instances of a cluster. */
export function serverlessInstances({ instances }: Cluster): readonly Instance[] {
  return instances.items.filter(isServerless);
}

/** Whether an instance is certainly db.serverless. */
export function isServerless(instance: Instance): boolean {
  return known(instance.class) === serverlessClass;
}

/** The clusters that have a db.serverless instance: in the others the range of capacities counts for nothing. */
export function serverlessOnly(clusters: readonly Cluster[]): readonly Cluster[] {
  return clusters.filter((cluster) => serverlessInstances(cluster).length > 0);
}

/** The capacity, in ACU, that has the memory of a provisioned class; undefined for a class that nobody knows. */
export function capacityOfClass(instanceClass: string | undefined): number | undefined {
  const found = instanceClassByName(instanceClass ?? '');
  return found === undefined ? undefined : found.memoryGib / gibPerAcu;
}

/** The capacity that a db.serverless instance or a provisioned one has when it is busy, in ACU. */
export function busyCapacityOf({ serverlessV2ScalingConfiguration }: Cluster, instance: Instance): number | undefined {
  return isServerless(instance)
    ? known(serverlessV2ScalingConfiguration.maxCapacity)
    : capacityOfClass(known(instance.class));
}
