import * as limits from '../facts/generated/limits.ts';
import { clusterParameter } from './cluster-parameters.ts';
import type { Cluster } from './design.ts';

/** The cluster parameter that bounds what a global database may lose with a Region. */
export const recoveryPointParameter = limits.global_rpo_param.parameter;

/** What a cluster says of that parameter; undefined where it says nothing. */
export function recoveryPointOf(cluster: Cluster): ReturnType<typeof clusterParameter> {
  return clusterParameter(cluster, recoveryPointParameter);
}
