import type { Fix } from '../../rules/finding.ts';
import { usesOf } from '../calls/result-use.ts';
import { isName, isSymbol, isWord } from '../text/token.ts';
import type { RepeatedCall } from './repeated-calls.ts';
import { replacement } from './sql-fix.ts';

/** Sets the columns of an UPDATE together that take a field of the same call each, one behind the other. */
export function callOnceInSet(text: string, { query, calls }: RepeatedCall): readonly Fix[] {
  const [first] = calls;
  if (first === undefined || query.kind !== 'update') return [];
  const { tokens } = first.statement;
  const columns: string[] = [];
  const fields: string[] = [];
  const places: { readonly start: number; readonly end: number }[] = [];
  for (const call of calls) {
    const [use] = usesOf(call);
    const column = use && tokens[use.start - 2];
    if (use?.field === undefined || !isName(column) || use.before?.text !== '=' || use.casts.length > 0) return [];
    if (!isWord(tokens[use.start - 3], 'set') && !isSymbol(tokens[use.start - 3], ',')) return [];
    const before = places.at(-1);
    if (before !== undefined && (before.end + 1 !== use.start - 2 || !isSymbol(tokens[before.end], ','))) return [];
    columns.push(text.slice(column.start, column.end));
    fields.push(`s.${use.field.text}`);
    places.push({ start: use.start - 2, end: use.end });
  }
  const start = tokens[places[0]?.start ?? 0]?.start;
  const end = tokens[(places.at(-1)?.end ?? 0) - 1]?.end;
  if (start === undefined || end === undefined) return [];
  const call = text.slice(first.range.start, first.range.end);
  const together = `(${columns.join(', ')}) = (SELECT ${fields.join(', ')} FROM ${call} AS s)`;
  return [replacement('Call it once for all columns', { start, end }, together)];
}
