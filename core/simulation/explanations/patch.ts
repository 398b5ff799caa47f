import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** The engine is patched: with connections kept, or not; `insisted` when that was asked for and is not to be had. */
export function patched(keepsConnections: boolean, insisted: boolean, takes: number): Note {
  return note(
    'patch',
    'engine patch',
    keepsConnections
      ? `The engine is patched: requests wait for up to ${inShort(takes)}, connections stay open.`
      : `The engine is patched: every instance is away, the last for ${inShort(takes)}.`,
    insisted
      ? 'A global database is not patched without downtime: every connection is closed.'
      : keepsConnections
        ? 'That is best effort: without a quiet moment Aurora closes connections.'
        : 'Writer and readers are patched at the same time; every connection is closed.',
    sources.patch,
  );
}
