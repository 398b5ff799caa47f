import { countOf } from '../../text/quantity.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** Up to two names, or how many there are. */
function named(ids: readonly string[]): string {
  return ids.length <= 2 ? ids.join(' and ') : countOf(ids.length, 'instance');
}

/** The capacities of Serverless v2 instances take a step after the load. */
export function capacityFollows(
  changed: readonly { readonly id: string; readonly acu: number }[],
  direction: 'up' | 'down',
): Note {
  const shown = changed.slice(0, 2).map(({ id, acu }) => `${id} ${acu} ACU`);
  const more = changed.length > shown.length ? ` and ${changed.length - shown.length} more` : '';
  return note(
    'capacity-changed',
    direction === 'up' ? 'capacity grows' : 'capacity shrinks',
    `Capacity follows the load ${direction}: ${shown.join(', ')}${more}.`,
    'Readers of tier 0 and 1 keep up with the writer; how fast capacity changes is assumed.',
    sources.serverless,
  );
}

export function rangeChanges(min: number, max: number): Note {
  return note(
    'capacity-changed',
    'capacity range',
    `Serverless v2 instances have ${min} to ${max} ACU from now on.`,
    'Nothing restarts for that.',
    sources.serverless,
  );
}

export function paused(ids: readonly string[], idleFor: number): Note {
  return note(
    'paused',
    ids.length === 1 ? `${ids[0]} pauses` : 'instances pause',
    `${named(ids)} ${ids.length === 1 ? 'pauses' : 'pause'}: nobody was connected for ${inShort(idleFor)}.`,
    'A paused instance costs storage only; the first connection wakes it.',
    sources.autoPause,
  );
}

export function resumes(ids: readonly string[], takes: number): Note {
  return note(
    'resumed',
    ids.length === 1 ? `${ids[0]} resumes` : 'instances resume',
    `${named(ids)} ${ids.length === 1 ? 'resumes' : 'resume'}: connections wait ${inShort(takes)}.`,
    'Clients need a connect timeout that is longer than that.',
    sources.autoPause,
  );
}

export function resumed(id: string): Note {
  return note(
    'resumed',
    `${id} answers`,
    `${id} has resumed and answers.`,
    'It begins with the least capacity and grows with the load.',
    sources.autoPause,
  );
}

/** The reader that is to be promoted is paused. */
export function pausedForPromotion(id: string, takes: number): Note {
  return note(
    'resumed',
    `${id} resumes`,
    `${id} is paused and has to resume first: ${inShort(takes)} more.`,
    'A minimum above 0 ACU keeps a reader ready to be promoted.',
    sources.pausedPromotion,
  );
}

/** The reader that is to be promoted has less capacity than the writer had. */
export function undersized(id: string, acu: number, had: number): Note {
  return note(
    'capacity-changed',
    'too small',
    `${id} has ${acu} ACU, the writer had ${had}: it grows only once it writes.`,
    'Readers of tier 0 and 1 keep up with the writer, those of tier 2 to 15 do not.',
    sources.undersized,
  );
}
