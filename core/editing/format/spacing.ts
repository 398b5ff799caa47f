import type { CST } from 'yaml';

type Kind = CST.Token['type'];

/** What ends in a sign or where its line goes on; anchors, aliases and tags end where a blank ends them. */
const values: ReadonlySet<Kind> = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'flow-map-end',
  'flow-seq-end',
]);

/**
 * The blanks between two pieces on one line: one, none inside brackets, before a comma and before a colon. `written` are
 * the blanks that are there now.
 */
export function blanksBetween(before: Kind, behind: Kind, written: string): '' | ' ' {
  const asWritten = written === '' ? '' : ' ';
  if (behind === 'comma' || behind === 'map-value-ind') return values.has(before) ? '' : asWritten;
  if (before === 'flow-seq-start' || (behind === 'flow-seq-end' && before !== 'map-value-ind')) return '';
  if (before === 'flow-map-start') return behind === 'flow-map-end' ? '' : ' ';
  if (behind === 'flow-map-end' || before === 'comma' || before === 'map-value-ind') return ' ';
  return asWritten;
}
