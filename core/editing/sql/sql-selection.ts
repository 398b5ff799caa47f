import { statementAt } from '../../sql/call-at.ts';
import { isName, isSymbol, type Token } from '../../sql/text/token.ts';
import { contains, type Range } from '../../text/range.ts';
import { nestedRanges } from '../selection.ts';
import { dollarQuoted, scanTokens } from './scan-tokens.ts';
import type { SqlDocument } from './sql-document.ts';

/**
 * What a selection in SQL grows through, the smallest first: a word, a text without its quotes, the text, an argument, all
 * arguments, the call, the statement of a body, the body, the whole statement, and at last the whole text.
 */
export function selectionsInSql({ text, dialect, sql }: SqlDocument, offset: number): readonly Range[] {
  const found: Range[] = [{ start: 0, end: text.length }];
  const statement = statementAt(sql, offset);
  let stretch: Range | undefined = statement && {
    start: statement.offset,
    end: statement.offset + statement.text.length,
  };
  while (stretch !== undefined) {
    const tokens = scanTokens(text, dialect, stretch).filter(({ kind }) => kind !== 'comment');
    found.push(...levelsAt(tokens, offset));
    const token = innermostAt(tokens, offset);
    if (token !== undefined) found.push({ start: token.start, end: token.end });
    const body: Range | undefined = token && dollarQuoted(token);
    stretch = body !== undefined && contains(body, offset) ? body : undefined;
    if (stretch !== undefined) found.push(stretch);
    else if (token?.kind === 'string' && token.closed) found.push(withoutQuotes(token));
  }
  return nestedRanges(found.filter((range) => contains(range, offset)));
}

/** The token at a place; where two meet, the one that says more than a sign. */
function innermostAt(tokens: readonly Token[], offset: number): Token | undefined {
  const there = tokens.filter((token) => contains(token, offset));
  return there.findLast(({ kind }) => kind !== 'symbol') ?? there.at(-1);
}

function withoutQuotes({ text, start, end }: Token): Range {
  const prefix = /^[eE]/.test(text) ? 2 : 1;
  return { start: start + prefix, end: end - 1 };
}

/** From outside in: the statement between semicolons, and for each bracket the call, its content, and the item. */
function levelsAt(tokens: readonly Token[], offset: number): readonly Range[] {
  const open: number[] = [];
  const found: { readonly first: number; readonly last: number }[] = [];
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    if (isSymbol(token, '(')) open.push(index);
    if (isSymbol(token, ';')) {
      if (token.start >= offset) break;
      open.length = 0;
      start = index + 1;
    }
    if (!isSymbol(token, ')')) continue;
    const bracket = open.pop();
    if (bracket === undefined || token.end < offset) continue;
    const first = firstOfName(tokens, bracket);
    if ((tokens[first]?.start ?? 0) > offset) continue;
    found.unshift({ first, last: index });
    const isInside = (tokens[bracket]?.end ?? 0) <= offset && offset <= token.start;
    if (isInside) found.splice(1, 0, ...levelsOfBracket(tokens, bracket, index, offset));
  }
  const end = tokens.findIndex((token, index) => index >= start && isSymbol(token, ';'));
  const whole = { first: start, last: (end < 0 ? tokens.length : end) - 1 };
  return [whole, ...found].flatMap(({ first, last }) => {
    const [begin, stop] = [tokens[first], tokens[last]];
    return begin === undefined || stop === undefined || last < first ? [] : [{ start: begin.start, end: stop.end }];
  });
}

function levelsOfBracket(tokens: readonly Token[], open: number, close: number, offset: number) {
  let [first, last] = [open + 1, close - 1];
  let depth = 0;
  for (let index = open + 1; index < close; index++) {
    const token = tokens[index];
    if (isSymbol(token, '(') || isSymbol(token, '[')) depth++;
    else if (isSymbol(token, ')') || isSymbol(token, ']')) depth--;
    else if (depth === 0 && isSymbol(token, ',') && token !== undefined) {
      if (token.end <= offset) first = index + 1;
      else if (last === close - 1) last = index - 1;
    }
  }
  return [
    { first: open, last: close },
    { first: open + 1, last: close - 1 },
    { first, last },
  ];
}

/** The first token of the name before a bracket; the bracket itself where none stands there. */
function firstOfName(tokens: readonly Token[], open: number): number {
  if (!isName(tokens[open - 1])) return open;
  let first = open - 1;
  while (isSymbol(tokens[first - 1], '.') && isName(tokens[first - 2])) first -= 2;
  return first;
}
