import type { Range } from '../../text/range.ts';
import { closingBracket, nameAt, splitAtCommas } from '../text/brackets.ts';
import { routineKeyword } from '../text/routine-body.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';

/** What CREATE FUNCTION or PROCEDURE of PostgreSQL says of the routine beside its body, each at its place. */
export interface RoutineOptions {
  readonly kind: 'function' | 'procedure';
  readonly name: string;
  readonly nameRange: Range;
  /** Those it is called with, in order; in lower case where they are not quoted. */
  readonly parameters: readonly { readonly name: string; readonly range: Range }[];
  /** How many parameters there are, also without names. */
  readonly parameterCount: number;
  /** The type behind RETURNS in lower case: `text`, `trigger`, `setof`, `table`. */
  readonly returns: string | undefined;
  /** `sql` where it is left out, as with BEGIN ATOMIC. */
  readonly language: string;
  /** The word or literal that names the language. */
  readonly languageToken: Token | undefined;
  readonly volatility: Token | undefined;
  /** The word behind PARALLEL. */
  readonly parallel: Token | undefined;
  readonly cost: Token | undefined;
  /** The word DEFINER of SECURITY DEFINER. */
  readonly definer: Token | undefined;
  readonly setsSearchPath: boolean;
  /** Where further options can be written. */
  readonly optionsPlace: number;
}

const parameterModes = ['in', 'out', 'inout', 'variadic'];

/** The options of the routine that a statement of PostgreSQL creates; undefined for other statements. */
export function routineOptionsOf({ tokens }: Statement): RoutineOptions | undefined {
  const keyword = routineKeyword(tokens);
  if (!isWord(tokens[keyword], 'function', 'procedure')) return undefined;
  const name = nameAt(tokens, keyword + 1);
  if (name === undefined || !isSymbol(tokens[name.end], '(')) return undefined;
  const close = closingBracket(tokens, name.end);
  const items = splitAtCommas(tokens, name.end + 1, close);
  const returned = isWord(tokens[close + 1], 'returns') ? returnsAt(tokens, close + 2) : undefined;
  const options = tokens.slice(returned?.end ?? close + 1);
  const behind = (...words: string[]) => options.find((_, index) => isWord(options[index - 1], ...words));
  const languageToken = behind('language');
  const security = options.findIndex((token) => isWord(token, 'definer'));
  return {
    kind: isWord(tokens[keyword], 'function') ? 'function' : 'procedure',
    name: name.name,
    nameRange: name.range,
    parameters: items.flatMap(({ start, end }) => parameterIn(tokens.slice(start, end)) ?? []),
    parameterCount: items.length,
    returns: returned?.type,
    language: languageToken?.text.replaceAll("'", '').toLowerCase() ?? 'sql',
    languageToken,
    volatility: options.find((token) => isWord(token, 'immutable', 'stable', 'volatile')),
    parallel: behind('parallel'),
    cost: behind('cost'),
    definer: isWord(options[security - 1], 'security') ? options[security] : undefined,
    setsSearchPath: options.some((token, index) => isWord(token, 'search_path') && isWord(options[index - 1], 'set')),
    optionsPlace: languageToken?.end ?? tokens[(returned?.end ?? close + 1) - 1]?.end ?? name.range.end,
  };
}

/** The type behind RETURNS, and the index behind it. */
function returnsAt(tokens: readonly Token[], start: number): { type: string; end: number } | undefined {
  const first = tokens[start];
  if (isWord(first, 'table')) return { type: 'table', end: closingBracket(tokens, start + 1) + 1 };
  if (isWord(first, 'setof')) return { type: 'setof', end: typeAt(tokens, start + 1)?.end ?? start + 1 };
  const type = typeAt(tokens, start);
  return type && { type: type.text, end: type.end };
}

/** The name of a parameter, where it has one: `amount double precision`, `IN amount numeric DEFAULT 0`. */
function parameterIn(tokens: readonly Token[]): RoutineOptions['parameters'][number] | undefined {
  const start = isWord(tokens[0], ...parameterModes) ? 1 : 0;
  const name = tokens[start];
  const type = typeAt(tokens, start + 1);
  const isTwoWords = isWord(name, 'double', 'character', 'bit') && isWord(tokens[start + 1], 'precision', 'varying');
  if (!isName(name) || type === undefined || isTwoWords || isWord(tokens[start + 1], 'default')) return undefined;
  return { name: name.text, range: { start: name.start, end: name.end } };
}
