import { formatCount } from '../../text/quantity.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

export function runStarts(writer: string, readers: number): Note {
  const reading =
    readers === 0
      ? 'It answers reads as well'
      : readers === 1
        ? '1 reader answers reads'
        : `${readers} readers answer reads`;
  return note(
    'start',
    'start',
    `${writer} writes, and every group has 6 of 6 copies.`,
    `${reading}. A write needs 4 copies, a recovery 3.`,
    sources.quorum,
  );
}

export function runEnds(duration: number, writes: 'up' | 'stalled' | 'down'): Note {
  const state = { up: 'Writes are taken', stalled: 'Commits still wait', down: 'Nobody writes' }[writes];
  return note(
    'end',
    'end',
    `${state} at the end of the run, after ${inShort(duration)}.`,
    'What comes later is not part of the verdict.',
    'assumed',
  );
}

/** A run has so many moments that the others are left out. */
export function restUntold(most: number): Note {
  return note(
    'untold',
    'rest not told',
    `From here on events are played but not told, up to the end of the run.`,
    `More than ${formatCount(most)} stand before; the verdict counts all. A shorter run tells everything.`,
    'assumed',
  );
}
