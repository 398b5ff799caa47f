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
