import type { Entry } from './moved-node.ts';

/** An entry as it was parsed, and how much further on the copy stands of which this is the origin. */
export interface EntryOrigin {
  readonly entry: Entry;
  readonly by: number;
}

const origins = new WeakMap<Entry, EntryOrigin>();

/**
 * Where an entry comes from that was parsed by itself. What is read from the origin holds for all its copies; undefined
 * for entries that were parsed with what stands around them.
 */
export function originOf(entry: Entry): EntryOrigin | undefined {
  return origins.get(entry);
}

export function noteOrigin<E extends Entry>(entry: E, origin: EntryOrigin): E {
  origins.set(entry, origin);
  return entry;
}
