import type { Fix } from '../../rules/finding.ts';
import type { Range } from '../../text/range.ts';

/** A fix that writes something at one place. */
export function insertion(title: string, place: number, newText: string): Fix {
  return { title, edits: [{ range: { start: place, end: place }, newText }] };
}

/** A fix that writes something else in one range. */
export function replacement(title: string, range: Range, newText: string): Fix {
  return { title, edits: [{ range, newText }] };
}
