import type { Cluster } from './design.ts';

/** Whether auto scaling adds readers to a cluster by itself, or may: it keeps at least `minCapacity`, here not known to be 0. */
export function addsReaders({ autoScaling }: Cluster): boolean {
  if (autoScaling.presence === 'absent') return false;
  return autoScaling.minCapacity.presence !== 'known' || autoScaling.minCapacity.value > 0;
}
