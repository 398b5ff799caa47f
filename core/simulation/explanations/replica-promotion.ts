import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** Somebody calls for the promotion of a cross-Region replica cluster. */
export function promotionCalled(region: string, missing: number, takes: number): Note {
  return note(
    'region-failover',
    'promotion called',
    missing > 0
      ? `${region} is to stand alone: ${inShort(missing)} of commits have not arrived by binlog.`
      : `${region} is to stand alone: all commits have arrived by binlog.`,
    `Its instances restart; that takes ${inShort(takes)}. Nothing fences the former primary: what is written there meanwhile is lost.`,
    sources.replicaPromotion,
  );
}

export function replicaPromoted(region: string, former: string, lost: number): Note {
  return note(
    'region-failover',
    `${region} primary`,
    `${region} is a cluster of its own, and clients are led to its endpoint.`,
    `${lost > 0 ? `${inShort(lost)} of commits exist in ${former} alone` : 'Nothing is lost'}; ${former} no longer replicates, and comes back by a new replica only.`,
    sources.replicaPromotion,
  );
}

export function promotionAbandoned(region: string): Note {
  return note(
    'refused',
    'promotion ends',
    `The promotion comes to nothing: ${region} can take no writes.`,
    'Replication to it had ended already; it needs a new replica.',
    'assumed',
  );
}
