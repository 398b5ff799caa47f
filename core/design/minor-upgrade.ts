import type { Cluster, Instance } from './design.ts';
import { knownOr } from './node.ts';

/** Whether an instance takes minor versions by itself: its own word, else the cluster's, else yes; undefined when unknown. */
export function takesMinorVersions(cluster: Cluster, instance: Instance): boolean | undefined {
  if (instance.autoMinorVersionUpgrade.presence !== 'absent') return knownOr(instance.autoMinorVersionUpgrade, true);
  return knownOr(cluster.autoMinorVersionUpgrade, true);
}

/**
 * Whether Aurora upgrades the minor version of a cluster by itself: only when all its instances take it.
 * Undefined when that is unknown. Source: Aurora guide, automatic minor version upgrades.
 */
export function upgradesMinorVersions(cluster: Cluster): boolean | undefined {
  const { items } = cluster.instances;
  const answers =
    items.length === 0
      ? [knownOr(cluster.autoMinorVersionUpgrade, true)]
      : items.map((instance) => takesMinorVersions(cluster, instance));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}
