import type { Range } from '../../text/range.ts';
import { nameAt } from '../text/brackets.ts';
import { routineKeyword } from '../text/routine-body.ts';
import type { Statement } from '../text/statement.ts';
import { isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';
import { type DeclaredParameter, parametersAt } from './declared-parameters.ts';

/** A function or procedure that a statement creates, other than with ALIAS. */
export interface Routine {
  readonly kind: 'routine';
  /** With its schema, as a call would write it. */
  readonly name: string;
  readonly nameRange: Range;
  readonly isProcedure: boolean;
  readonly parameters: readonly DeclaredParameter[];
  /** The type of its result; undefined where the statement does not say it, and of a procedure. */
  readonly returns: string | undefined;
  /** In lower case; undefined where the statement does not say it. */
  readonly language: string | undefined;
}

/** The function or procedure that a statement creates. */
export function routineOf({ tokens }: Statement): Routine | undefined {
  const keyword = routineKeyword(tokens);
  if (!isWord(tokens[keyword], 'function', 'procedure')) return undefined;
  const name = nameAt(tokens, behindIfNotExists(tokens, keyword + 1));
  if (name === undefined) return undefined;
  const { end } = name;
  const list = isSymbol(tokens[end], '(') ? parametersAt(tokens, end) : { parameters: [], end };
  return {
    kind: 'routine',
    name: name.name,
    nameRange: name.range,
    isProcedure: isWord(tokens[keyword], 'procedure'),
    parameters: list.parameters,
    returns: returnType(tokens, list.end),
    language: languageOf(tokens),
  };
}

/** MySQL lets a routine be created only where there is none of its name. */
function behindIfNotExists(tokens: readonly Token[], index: number): number {
  const words = ['if', 'not', 'exists'];
  return words.every((word, at) => isWord(tokens[index + at], word)) ? index + words.length : index;
}

function languageOf(tokens: readonly Token[]): string | undefined {
  const language = tokens.findLast((_, index) => isWord(tokens[index - 1], 'language'));
  return language?.text.replaceAll("'", '').toLowerCase();
}

/** What stands behind RETURNS: a type, with SETOF where it gives several, or TABLE with its columns. */
function returnType(tokens: readonly Token[], from: number): string | undefined {
  const returns = isWord(tokens[from], 'returns') ? from + 1 : -1;
  if (returns < 0) return undefined;
  const isSet = isWord(tokens[returns], 'setof');
  const type = typeAt(tokens, isSet ? returns + 1 : returns)?.text;
  if (isSet) return type && `SETOF ${type}`;
  if (type !== 'table' || !isSymbol(tokens[returns + 1], '(')) return type;
  const columns = parametersAt(tokens, returns + 1).parameters.map((column) => `${column.name ?? ''} ${column.type}`);
  return `TABLE (${columns.join(', ')})`;
}
