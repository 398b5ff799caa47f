import type { Cluster, Design } from '../../design/design.ts';
import { engineVersionOf, supportsFeature } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';

const tebibyte = 1_099_511_627_776;

/** The most that a volume can hold on any version, in bytes. */
export const largestVolume = limits.storage_max_256.value * tebibyte;

/** The most that the volume of a cluster can hold, in bytes; the largest of any version where the version is unknown. */
export function maximumVolumeOf(design: Design, cluster: Cluster): number {
  const version = known(engineVersionOf(design, cluster));
  const holdsMore = supportsFeature(known(design.engine), version, features.volume_256_tib) !== 'no';
  return holdsMore ? largestVolume : limits.storage_max_128.value * tebibyte;
}
