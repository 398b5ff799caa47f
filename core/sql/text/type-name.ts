import { isName, isSymbol, isWord, type Token } from './token.ts';

/**
 * The SQL type that begins with the token at `start`, and the index behind it: `varchar(20)`, `double precision`,
 * `float8[]`, `public.mood`. Undefined when no type begins there.
 */
export function typeAt(tokens: readonly Token[], start: number): { text: string; end: number } | undefined {
  if (!isName(tokens[start])) return undefined;
  let end = start + 1;
  while (isSymbol(tokens[end], '.') && isName(tokens[end + 1])) end += 2;
  const base = join(tokens, start, end);
  const isTwoWords = isWord(tokens[end], 'precision', 'varying');
  const name = isTwoWords ? `${base} ${tokens[end]?.text}` : base;
  if (isTwoWords) end++;
  const modifiers = end;
  end = bracketEnd(tokens, end, '(', ')');
  end = bracketEnd(tokens, end, '[', ']');
  return { text: name + join(tokens, modifiers, end), end };
}

function join(tokens: readonly Token[], start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map((token) => token.text)
    .join('');
}

/** Behind the numbers in brackets that may stand at `start`; `start` itself when there are none. */
function bracketEnd(tokens: readonly Token[], start: number, open: string, close: string): number {
  if (!isSymbol(tokens[start], open)) return start;
  let end = start + 1;
  while (tokens[end]?.kind === 'number' || isSymbol(tokens[end], ',')) end++;
  return isSymbol(tokens[end], close) ? end + 1 : start;
}
