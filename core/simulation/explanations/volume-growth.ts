import { formatSize } from '../../design/format/size.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';

/** The volume needs more protection groups than before. */
export function volumeGrown(bytes: number, before: number, count: number): Note {
  const added = count - before === 1 ? `pg-${before} is` : `pg-${before} to pg-${count - 1} are`;
  return note(
    'volume-grown',
    count - before === 1 ? `pg-${before} added` : `${count - before} groups added`,
    `The volume has grown to ${formatSize(bytes)}: ${added} added.`,
    'It grows by itself, 10 GiB at a time, and each group has its six copies in three AZs.',
    sources.segments,
  );
}

/** Data was dropped: how much is left, and how many protection groups are not needed any more. */
export function volumeShrunk(bytes: number, groups: number): Note {
  const given = groups === 0 ? 'no group is' : groups === 1 ? 'a group is' : `${groups} groups are`;
  return note(
    'volume-shrunk',
    groups === 1 ? '1 group less' : `${groups} groups less`,
    `The volume shrinks to ${formatSize(bytes)}: ${given} given back.`,
    'Aurora bills what is used. That the space goes back at once, and from the last groups, is assumed.',
    sources.shrinking,
  );
}
