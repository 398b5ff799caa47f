import { clustersOf, type Design } from '../../design/design.ts';
import { isInside, type Path } from '../../design/path.ts';
import { capacityMeaning } from './capacity.ts';
import { classMeaning } from './class.ts';
import { endpointMeaning } from './endpoint.ts';
import { eventMeaning } from './event.ts';
import { featureMeaning } from './feature.ts';
import type { Meaning } from './place.ts';
import { tierMeaning } from './promotion-tier.ts';
import { windowMeaning } from './window.ts';
import { zoneMeaning } from './zone.ts';

const meanings: Readonly<Record<string, Meaning>> = {
  promotionTier: tierMeaning,
  class: classMeaning,
  preferredBackupWindow: windowMeaning,
  preferredMaintenanceWindow: windowMeaning,
  availabilityZone: zoneMeaning,
  availabilityZones: zoneMeaning,
  minCapacity: capacityMeaning,
  maxCapacity: capacityMeaning,
};

/** What stands at `path` means for this design, as Markdown; undefined where there is nothing to add to its description. */
export function meaningOf(design: Design, path: Path, written: string): string | undefined {
  const cluster = clustersOf(design).find((candidate) => isInside(path, candidate.path)) ?? design.primary;
  const place = { design, cluster, path, written };
  if (path.includes('events')) return eventMeaning(place);
  if (path.includes('endpoints') && path.at(-1) === 'id') return endpointMeaning(place);
  const name = path.findLast((step) => typeof step === 'string');
  return (meanings[name ?? ''] ?? featureMeaning)(place);
}
