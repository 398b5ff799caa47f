import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** Bytes of a segment are wrong, and nobody knows yet; `readable` when another copy can answer. */
export function segmentCorrupt(id: string, readable: boolean): Note {
  return note(
    'segment-corrupt',
    `${id} corrupt`,
    `Bytes of ${id} are wrong, and it goes on counting for its quorum.`,
    readable
      ? 'Each page has a checksum: a wrong one is not given out, and another copy answers.'
      : 'Each page has a checksum: a wrong one is not given out, and no other copy can answer.',
    sources.scrubbing,
  );
}

export function segmentScrubbed(id: string, after: number): Note {
  return note(
    'segment-scrubbed',
    `${id} scrubbed`,
    `Scrubbing found the wrong bytes of ${id} after ${inShort(after)}; a peer has repaired them.`,
    'Segments check their pages in the background. How often they do is assumed.',
    sources.scrubbing,
  );
}

/** The storage protocol did what it must never do. */
export function invariantBroken(invariant: string, detail: string): Note {
  return note(
    'invariant-broken',
    'invariant broken',
    `${invariant} happened: ${detail}.`,
    'It must never happen.',
    'assumed',
  );
}
