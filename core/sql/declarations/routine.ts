import type { Range } from '../../text/range.ts';
import { routineKeyword } from '../text/routine-body.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';

/** A function or procedure that a statement creates, other than with ALIAS. */
export interface Routine {
  readonly kind: 'routine';
  /** With its schema, as a call would write it. */
  readonly name: string;
  readonly nameRange: Range;
  /** In lower case; undefined where the statement does not say it. */
  readonly language: string | undefined;
}

/** The function or procedure that a statement creates. */
export function routineOf({ tokens }: Statement): Routine | undefined {
  const keyword = routineKeyword(tokens);
  const start = keyword + 1;
  if (!isWord(tokens[keyword], 'function', 'procedure')) return undefined;
  let end = start;
  while (isSymbol(tokens[end + 1], '.') && isName(tokens[end + 2])) end += 2;
  const name = tokens.slice(start, end + 1);
  return {
    kind: 'routine',
    name: name.map((token) => token.text).join(''),
    nameRange: { start: name[0]?.start ?? 0, end: name.at(-1)?.end ?? 0 },
    language: languageOf(tokens),
  };
}

function languageOf(tokens: readonly Token[]): string | undefined {
  const language = tokens.findLast((_, index) => isWord(tokens[index - 1], 'language'));
  return language?.text.replaceAll("'", '').toLowerCase();
}
