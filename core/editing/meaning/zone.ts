import { volumeZonesOf } from '../../design/placement.ts';
import { segmentLetters } from '../../simulation/quorum.ts';
import { instancesIn } from '../values/availability-zones.ts';
import type { Meaning } from './place.ts';

/** Who stands in an AZ, and which segments of every protection group lie there. */
export const zoneMeaning: Meaning = ({ cluster, written }) => {
  const zones = volumeZonesOf(cluster);
  const index = zones.findIndex(({ name }) => name === written);
  const there = instancesIn([cluster], written);
  const instances =
    there.length === 0
      ? 'No instance is put there'
      : `${there.join(', ')} ${there.length === 1 ? 'stands' : 'stand'} there`;
  if (index < 0) return `${instances}; the volume has no copy there.`;
  const letters = segmentLetters.filter((_, at) => at % zones.length === index);
  return `${instances}; segments ${letters.join(' and ')} of every protection group lie there.`;
};
