import type { Cluster } from '../../design/design.ts';
import { known } from '../../design/node.ts';

/**
 * The storage type that counts: the stated one, Standard where nobody says so. Undefined when it is unknown, or when a
 * restored cluster takes that of its source.
 */
export function storageTypeOf({ storageType, origin }: Cluster): 'aurora' | 'aurora-iopt1' | undefined {
  if (storageType.presence !== 'absent') return known(storageType);
  return origin.presence === 'absent' ? 'aurora' : undefined;
}
