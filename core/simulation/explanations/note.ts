import type { EventKind, Explanation } from '../timeline.ts';

/** What there is to say about an event. */
export interface Note {
  readonly kind: EventKind;
  /** At most three words. */
  readonly label: string;
  readonly explanation: Explanation;
}

/** A note with its headline (at most 16 words), cause (at most 24 words) and source. */
export function note(
  kind: EventKind,
  label: string,
  headline: string,
  detail: string,
  source: Explanation['source'],
): Note {
  return { kind, label, explanation: { headline, detail, source } };
}
