import { countOf } from '../../text/quantity.ts';
import type { QuorumModel } from '../quorum.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';

/** The worst of the groups that fail by themselves, and how many others have no more copies. */
export interface WorstGroup {
  readonly id: string;
  readonly copies: number;
  readonly alike: number;
  readonly model: QuorumModel;
}

/** Segments have failed by themselves, or come back, so that a group now has just enough copies for something, or too few. */
export function groupAtLevel({ id, copies, alike, model }: WorstGroup, isWorse: boolean): Note {
  const { write, read } = model;
  const others =
    alike === 0
      ? 'No other group has so few.'
      : `${countOf(alike, 'more group')} ${alike === 1 ? 'has' : 'have'} as few.`;
  return note(
    isWorse ? 'segment-failed' : 'segment-repaired',
    `${id} at ${copies}`,
    `${id} is ${isWorse ? 'down to' : 'back at'} ${copies} of ${write.of} copies.`,
    `${meaningOf(copies, write.needs, read.needs)} ${others}`,
    sources.quorum,
  );
}

function meaningOf(copies: number, write: number, read: number): string {
  if (copies === 0) return 'No page of it can be read.';
  if (copies < read) return `No repair begins: that needs ${read}.`;
  return copies < write ? `A write needs ${write}.` : 'One more loss in it stalls commits.';
}

/** No group is short of copies by its own failures any more. */
export function groupsRecovered(): Note {
  return note(
    'segment-repaired',
    'groups repaired',
    'No group is short of copies any more by failures of its own.',
    'Its segments were copied from their peers.',
    sources.repair,
  );
}
