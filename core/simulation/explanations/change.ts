import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** A reader is added by hand. */
export function readerAdded(id: string, zone: string, className: string | undefined, takes: number): Note {
  return note(
    'instance-added',
    `${id} added`,
    `${id} is created in ${zone}; it answers reads in ${inShort(takes)}.`,
    className === undefined
      ? 'No writer is there to take its class from.'
      : `It is a ${className} like the writer; no data is copied, it reads the same volume.`,
    sources.replication,
  );
}

/** A new reader is ready. */
export function readerCreated(id: string): Note {
  return note(
    'instance-back',
    `${id} reads`,
    `${id} is ready and answers reads.`,
    'The reader endpoint leads to it from now on.',
    sources.replication,
  );
}

/** An instance is deleted; `left` are the readers that run without it. */
export function instanceRemoved(id: string, role: 'writer' | 'reader', left: number): Note {
  const readers = left === 1 ? '1 reader goes' : `${left} readers go`;
  return role === 'writer'
    ? note(
        'writer-lost',
        `${id} removed`,
        `Nobody writes: ${id}, the writer, is deleted.`,
        'Aurora promotes a reader by itself when the writer is deleted.',
        sources.deletion,
      )
    : note(
        'instance-removed',
        `${id} removed`,
        `${id} is deleted; ${left === 0 ? 'no other reader runs' : `${readers} on`}.`,
        'The volume stays as it is: deleting a reader only takes capacity away.',
        sources.deletion,
      );
}

export function tierChanges(id: string, tier: number): Note {
  return note(
    'instance-modified',
    `${id} tier ${tier}`,
    `${id} has promotion tier ${tier} from now on.`,
    'The next promotion takes the lowest tier; nothing restarts.',
    sources.highAvailability,
  );
}

export function classChanges(id: string, className: string, role: 'writer' | 'reader', takes: number): Note {
  return note(
    'instance-modified',
    `${id} changes`,
    role === 'writer'
      ? `Nobody writes: ${id} restarts as ${className}.`
      : `${id} restarts as ${className} and answers no read until then.`,
    role === 'writer'
      ? `That takes ${inShort(takes)}; a failover first would have kept writes going.`
      : `That takes ${inShort(takes)}; the writer and the other readers go on.`,
    sources.modification,
  );
}
