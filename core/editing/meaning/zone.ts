import type { Cluster } from '../../design/design.ts';
import { volumeZonesOf } from '../../design/placement.ts';
import { segmentLetters } from '../../simulation/quorum.ts';
import { instancesIn } from '../values/availability-zones.ts';
import type { Meaning } from './place.ts';

/** Who stands in an AZ, and which segments of every protection group lie there; of a list, in each AZ of the volume. */
export const zoneMeaning: Meaning = ({ cluster, path, written }) => {
  if (path.at(-1) !== 'availabilityZones') return meaningOfZone(cluster, written);
  const zones = volumeZonesOf(cluster).filter(({ origin }) => origin !== 'unknown');
  const sentences = zones.map(({ name }) => `${name}: ${meaningOfZone(cluster, name)}`);
  return sentences.length === 0 ? undefined : sentences.join(' ');
};

function meaningOfZone(cluster: Cluster, zone: string): string {
  const zones = volumeZonesOf(cluster);
  const index = zones.findIndex(({ name }) => name === zone);
  const there = instancesIn([cluster], zone);
  const instances =
    there.length === 0
      ? 'No instance is put there'
      : `${there.join(', ')} ${there.length === 1 ? 'stands' : 'stand'} there`;
  if (index < 0) return `${instances}; the volume has no copy there.`;
  const letters = segmentLetters.filter((_, at) => at % zones.length === index);
  return `${instances}; segments ${letters.join(' and ')} of every protection group lie there.`;
}
