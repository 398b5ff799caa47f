import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** The cluster goes back in place. */
export function backtracked(length: number, commits: number, takes: number): Note {
  return note(
    'backtracked',
    'backtrack',
    `The cluster goes back by ${inShort(length)}: ${inShort(commits)} of commits are taken back on purpose.`,
    `All instances drop their connections and are back in ${inShort(takes)}; no new cluster is made.`,
    sources.backtrack,
  );
}
