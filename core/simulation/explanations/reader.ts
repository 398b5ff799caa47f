import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** A reader crashed; it restarts by itself. */
export function readerCrashed(id: string, running: number): Note {
  return note(
    'instance-failed',
    `${id} crashes`,
    `${id} crashed; ${running === 0 ? 'no reader is left' : `${running} other readers go on`}.`,
    'It restarts by itself; the writer is not concerned.',
    sources.highAvailability,
  );
}

/** A reader is gone for as long as the scenario says. */
export function readerFailed(id: string, running: number): Note {
  return note(
    'instance-failed',
    `${id} fails`,
    `${id} is gone; ${running === 0 ? 'no reader is left' : `${running} other readers go on`}.`,
    'The scenario says for how long; the writer is not concerned.',
    'assumed',
  );
}

export function readerRestarts(id: string): Note {
  return note(
    'instance-failed',
    `${id} restarts`,
    `${id} restarts in place and answers no read until then.`,
    'The writer and the other readers are not concerned.',
    sources.highAvailability,
  );
}

/** The crash of a reader is noticed. */
export function readerStartsAgain(id: string, takes: number): Note {
  return note(
    'failure-detected',
    `${id} restarts`,
    `The crash of ${id} is noticed, and it restarts.`,
    `That takes ${inShort(takes)}; it comes back as a reader.`,
    'assumed',
  );
}

/** An instance is no longer kept away by the scenario. */
export function failureEnds(id: string): Note {
  return note(
    'instance-back',
    `${id} restarts`,
    `${id} is no longer kept away: it starts again.`,
    'The scenario says for how long it was gone.',
    'assumed',
  );
}

export function readerBack(id: string): Note {
  return note(
    'instance-back',
    `${id} reads`,
    `${id} is back and answers reads.`,
    'What comes back is a reader, whatever it was before.',
    sources.highAvailability,
  );
}
