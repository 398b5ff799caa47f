import type { Cluster } from './design.ts';
import { knownOr } from './node.ts';

const gibibyte = 1_073_741_824;

/** Bytes of one protection group: 10 GiB. Source: Verbitski 2017, 2.2 and 3.2 (segments of 10 GB). */
export const protectionGroupBytes = 10 * gibibyte;

/** What a volume is taken to hold when the design does not say. */
export const defaultVolumeBytes = 100 * gibibyte;

/** Bytes that the volume of a cluster holds; undefined when the design says something that cannot be read. */
export function volumeBytesOf({ volume }: Cluster): number | undefined {
  return volume.presence === 'unknown' ? undefined : knownOr(volume.size, defaultVolumeBytes);
}

/** How many protection groups a volume of `bytes` consists of; an empty one has its first group already. */
export function protectionGroupsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / protectionGroupBytes));
}
