import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** The primary Region is dark. */
export function primaryRegionDark(region: string, secondaries: number): Note {
  return note(
    'region-dark',
    `${region} dark`,
    `Nobody writes: ${region} is dark, and no Region takes over by itself.`,
    secondaries === 0
      ? 'The design has no global secondary to fail over to.'
      : 'Somebody has to call for a failover of the global database.',
    sources.notAutomatic,
  );
}

export function secondaryRegionDark(region: string): Note {
  return note(
    'region-dark',
    `${region} dark`,
    `${region} is dark; writes in the primary Region go on.`,
    'Replication to it is cut off until it returns.',
    sources.globalDatabase,
  );
}

/** A Region is dark in which there is no cluster yet. */
export function emptyRegionDark(region: string): Note {
  return note(
    'region-dark',
    `${region} dark`,
    `${region} is dark; no cluster is there yet.`,
    'None can be added there until it returns.',
    'assumed',
  );
}

export function regionBack(region: string, darkFor: number, rebuilt: boolean): Note {
  return note(
    'region-back',
    `${region} back`,
    `${region} is back after ${inShort(darkFor)}.`,
    rebuilt ? 'Its cluster is rebuilt from the new primary Region.' : 'Its instances restart.',
    rebuilt ? sources.disasterRecovery : 'assumed',
  );
}

/** Somebody calls for a failover or a switchover to another Region. */
export function moveCalled(target: string, planned: boolean, lost: number, takes: number): Note {
  const losing = lost > 0 ? `${inShort(lost)} of commits have not arrived` : 'nothing is lost';
  return note(
    'region-failover',
    planned ? 'switchover called' : 'failover called',
    planned
      ? `${target} is to be the primary Region: writes stop until everything has arrived.`
      : `${target} is to be the primary Region: ${losing}.`,
    `${lost > 0 ? 'They are lost. ' : ''}The ${planned ? 'switchover' : 'failover'} takes ${inShort(takes)}; Aurora does it only when asked.`,
    sources.disasterRecovery,
  );
}

/** Another Region is the primary; `followed` names the one whose storage was played record by record until now. */
export function moveDone(region: string, planned: boolean, followed: string | undefined): Note {
  const detail = planned ? 'The former primary follows it now.' : 'The other clusters are rebuilt from it.';
  const scope = followed === undefined ? '' : ` Record by record, storage is played in ${followed} only.`;
  return note(
    'region-failover',
    `${region} primary`,
    `${region} is the primary Region.`,
    `${detail}${scope}`,
    sources.disasterRecovery,
  );
}

export function moveAbandoned(region: string, isApart: boolean): Note {
  return note(
    'refused',
    'failover ends',
    `The primary Region stays as it is: ${region} ${isApart ? 'cannot be reached' : 'can take no writes'}.`,
    isApart ? 'Not all that was written can arrive there.' : 'A volume without a write quorum cannot be promoted.',
    'assumed',
  );
}

/** The new primary Region has nobody to promote. */
export function nobodyInRegion(region: string): Note {
  return note(
    'nobody-to-promote',
    'nobody to promote',
    `Nobody writes in ${region}: no instance of it runs.`,
    'A cluster without instances holds the data; somebody has to add an instance.',
    sources.disasterRecovery,
  );
}
