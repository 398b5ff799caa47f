import type { Range } from '../../text/range.ts';
import { nameAt } from '../text/brackets.ts';
import { routineKeyword } from '../text/routine-body.ts';
import type { Statement } from '../text/statement.ts';
import { isWord, type Token } from '../text/token.ts';

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
  if (!isWord(tokens[keyword], 'function', 'procedure')) return undefined;
  const name = nameAt(tokens, keyword + 1);
  return name && { kind: 'routine', name: name.name, nameRange: name.range, language: languageOf(tokens) };
}

function languageOf(tokens: readonly Token[]): string | undefined {
  const language = tokens.findLast((_, index) => isWord(tokens[index - 1], 'language'));
  return language?.text.replaceAll("'", '').toLowerCase();
}
