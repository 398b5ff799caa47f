import type { Range } from '../../text/range.ts';
import { isName, isSymbol, type Token } from './token.ts';

/** Index of the bracket that closes the one at `open`; how many tokens there are when nothing closes it. */
export function closingBracket(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (isSymbol(tokens[index], '(')) depth++;
    else if (isSymbol(tokens[index], ')') && --depth === 0) return index;
  }
  return tokens.length;
}

/** What the commas between these tokens separate, as indices; commas in further brackets separate nothing. */
export function splitAtCommas(tokens: readonly Token[], start: number, end: number): readonly Range[] {
  const items: Range[] = [];
  let depth = 0;
  let first = start;
  for (let index = start; index < end; index++) {
    const token = tokens[index];
    if (isSymbol(token, '(') || isSymbol(token, '[')) depth++;
    else if (isSymbol(token, ')') || isSymbol(token, ']')) depth--;
    else if (isSymbol(token, ',') && depth === 0) {
      items.push({ start: first, end: index });
      first = index + 1;
    }
  }
  return first < end ? [...items, { start: first, end }] : items;
}

/** A name with its schema as SQL compares it, where it stands, and the index behind it. */
export interface DottedName {
  readonly name: string;
  readonly range: Range;
  readonly end: number;
}

/** The name that begins with the token at `start`; undefined when none does. */
export function nameAt(tokens: readonly Token[], start: number): DottedName | undefined {
  const first = tokens[start];
  if (!isName(first)) return undefined;
  let end = start + 1;
  while (isSymbol(tokens[end], '.') && isName(tokens[end + 1])) end += 2;
  const name = tokens
    .slice(start, end)
    .map((token) => token.text)
    .join('');
  return { name, range: { start: first.start, end: tokens[end - 1]?.end ?? first.end }, end };
}
