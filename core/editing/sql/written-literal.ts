import type { Range } from '../../text/range.ts';
import type { SqlCursor } from './sql-cursor.ts';
import { openQuote } from './sql-cursor.ts';

/** What is written at the cursor in place of what a person began, and where. */
export interface Replacement {
  readonly insertText: string;
  readonly range: Range;
}

/** Characters of names, codes, ids and media types. */
const valueBefore = /[\w.:/-]*$/;
const valueBehind = /^[\w.:/-]*/;
const literalBehind = /^(?:'[^'\n\r]*'|[\w.:/-]*)/;
const wordBefore = /[\w$]*$/;
const wordBehind = /^[\w$]*/;

/**
 * A value as a literal at the cursor. Where a quote is open the quotes that are there are kept and a missing one is
 * added; without one both are written. Undefined inside anything else that is quoted.
 */
export function literalAt(text: string, cursor: SqlCursor, value: string): Replacement | undefined {
  const quote = openQuote(cursor);
  const { offset } = cursor;
  const behind = text.slice(offset, endOfLine(text, offset));
  if (quote === undefined) {
    const before = valueBefore.exec(lineBefore(text, offset))?.[0] ?? '';
    const end = offset + (literalBehind.exec(behind)?.[0].length ?? 0);
    return { insertText: `'${value.replaceAll("'", "''")}'`, range: { start: offset - before.length, end } };
  }
  if (quote.kind !== 'string') return undefined;
  const prefix = /^[eE]/.test(quote.text) ? 1 : 0;
  const sign = quote.text.charAt(prefix);
  const start = quote.start + prefix + 1;
  if (/[\r\n]/.test(text.slice(start, offset))) return undefined;
  const end = offset + (valueBehind.exec(behind)?.[0].length ?? 0);
  const closing = text.startsWith(sign, end) ? '' : sign;
  return { insertText: `${value.replaceAll(sign, sign + sign)}${closing}`, range: { start, end } };
}

/** The word at the cursor: what is before it, and what goes on behind it once something is before. */
export function wordAt(text: string, offset: number): Range {
  const before = wordBefore.exec(lineBefore(text, offset))?.[0] ?? '';
  const behind = before === '' ? '' : (wordBehind.exec(text.slice(offset, endOfLine(text, offset)))?.[0] ?? '');
  return { start: offset - before.length, end: offset + behind.length };
}

/** Whether a bracket opens behind a place: the arguments stand there already. */
export function isCalledBehind(text: string, place: number): boolean {
  return /^[ \t]*\(/.test(text.slice(place, place + 40));
}

function lineBefore(text: string, offset: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200), offset);
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}
