import { type MlAlias, type MlAliasClause, mlAliases } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { routineKeyword } from '../text/routine-body.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { TokenCursor } from '../text/token-cursor.ts';
import { type MysqlType, readType } from './mysql-type.ts';
import { type RoutineOption, readOption } from './routine-option.ts';

/** The parts of `CREATE FUNCTION name (arguments) RETURNS type … ALIAS AWS_… clauses`, each where it stands. */
export interface CreateAlias {
  readonly orReplace: Range | undefined;
  readonly ifNotExists: Range | undefined;
  /** The name without its schema. */
  readonly name: Token;
  readonly schema: Token | undefined;
  readonly parameters: readonly AliasParameter[];
  /** With its brackets, as far as they are there; undefined where none is opened. */
  readonly parameterRange: Range | undefined;
  readonly returns: { readonly word: Range; readonly type: MysqlType | undefined } | undefined;
  /** DEFINER, SQL SECURITY and the characteristics of routines, wherever they stand. */
  readonly options: readonly RoutineOption[];
  readonly aliasWord: Range;
  /** What stands behind ALIAS; undefined when nothing does yet. */
  readonly keyword: Token | undefined;
  /** What the keyword means; undefined for one that Aurora does not have. */
  readonly alias: MlAlias | undefined;
  readonly clauses: readonly AliasClause[];
  /** RETURN with its expression, or BEGIN … END. */
  readonly body: Range | undefined;
}

export interface AliasParameter {
  readonly range: Range;
  /** IN, OUT or INOUT before the name. */
  readonly mode: Token | undefined;
  readonly name: Token | undefined;
  readonly type: MysqlType | undefined;
}

/** One clause behind the keyword, or what stands in the place of one. */
export interface AliasClause {
  readonly range: Range;
  /** Where its words stand, and what they are, in capitals. */
  readonly words: Range;
  readonly name: string;
  /** Undefined for a clause that no alias has. */
  readonly known: MlAliasClause | undefined;
  /** A `=` between words and value. */
  readonly equals: Token | undefined;
  readonly value: AliasValue | undefined;
}

export interface AliasValue {
  readonly kind: 'text' | 'number' | 'placeholder' | 'other';
  readonly range: Range;
  /** The one token that it is; of a number the one behind its sign. */
  readonly token: Token;
}

const aliasByKeyword = new Map(mlAliases.map((alias) => [alias.keyword.toLowerCase(), alias]));
const allClauses = mlAliases.flatMap(({ clauses }) =>
  clauses.map((clause) => ({ clause, words: clause.name.toLowerCase().split(' ') })),
);

const known = new WeakMap<Statement, { readonly read: CreateAlias | undefined }>();

/** The parts of a statement that makes a function with ALIAS, half typed or not; undefined for every other statement. */
export function createAliasOf(statement: Statement): CreateAlias | undefined {
  const before = known.get(statement);
  if (before !== undefined) return before.read;
  const read = readCreateAlias(statement.tokens);
  known.set(statement, { read });
  return read;
}

function readCreateAlias(tokens: readonly Token[]): CreateAlias | undefined {
  if (!isWord(tokens[routineKeyword(tokens)], 'function')) return undefined;
  const cursor = new TokenCursor(tokens, 1);
  const options: RoutineOption[] = [];
  const orReplace = cursor.takeWords('or', 'replace');
  while (cursor.peek() !== undefined && !cursor.isAt('function')) takeOption(cursor, options, 'head');
  cursor.take();
  const ifNotExists = cursor.takeWords('if', 'not', 'exists');
  const first = cursor.take();
  const hasSchema = isSymbol(cursor.peek(), '.') && isName(cursor.peek(1));
  if (hasSchema) cursor.take();
  const name = hasSchema ? cursor.take() : first;
  if (!isName(name)) return undefined;

  const open = cursor.index;
  const parameters = readParameters(cursor);
  const parameterRange = cursor.index === open ? undefined : cursor.since(open);
  let returns: CreateAlias['returns'];
  while (!cursor.isAt('alias')) {
    if (cursor.peek() === undefined || cursor.isAt('return') || cursor.isAt('begin')) return undefined;
    const word = cursor.takeWords('returns');
    if (word !== undefined) returns = { word, type: readType(cursor) };
    else takeOption(cursor, options, returns === undefined ? 'parameters' : 'returns');
  }
  // PL/pgSQL gives parameters other names with it.
  if (isWord(cursor.peek(1), 'for')) return undefined;
  const aliasWord = cursor.takeWords('alias') ?? cursor.since(cursor.index);
  const keyword = cursor.take();
  const clauses: AliasClause[] = [];
  let body: Range | undefined;
  while (cursor.peek() !== undefined) {
    body = readBody(cursor);
    if (body !== undefined) break;
    const option = readOption(cursor, 'alias');
    if (option === undefined) clauses.push(readClause(cursor));
    else options.push(option);
  }
  return {
    orReplace,
    ifNotExists,
    name,
    schema: hasSchema ? first : undefined,
    parameters,
    parameterRange,
    returns,
    options,
    aliasWord,
    keyword,
    alias: keyword?.kind === 'word' ? aliasByKeyword.get(keyword.text) : undefined,
    clauses,
    body,
  };
}

/** Reads what may stand around the name and the return type; what means nothing is passed over. */
function takeOption(cursor: TokenCursor, options: RoutineOption[], behind: RoutineOption['behind']): void {
  const option = readOption(cursor, behind);
  if (option === undefined) cursor.take();
  else options.push(option);
}

/** The parameters up to the closing bracket, or to what cannot be among them. */
function readParameters(cursor: TokenCursor): readonly AliasParameter[] {
  const parameters: AliasParameter[] = [];
  if (cursor.takeSymbol('(') === undefined || cursor.takeSymbol(')') !== undefined) return parameters;
  do {
    const first = cursor.index;
    const mode = isWord(cursor.peek(), 'in', 'out', 'inout') ? cursor.take() : undefined;
    const name = isName(cursor.peek()) && !isEndOfParameters(cursor) ? cursor.take() : undefined;
    const type = name === undefined ? undefined : readType(cursor);
    for (let depth = 0; depth > 0 ? cursor.peek() !== undefined : !isEndOfParameters(cursor); ) {
      const token = cursor.take();
      if (isSymbol(token, '(')) depth++;
      else if (isSymbol(token, ')')) depth--;
    }
    parameters.push({ range: cursor.since(first), mode, name, type });
  } while (cursor.takeSymbol(',') !== undefined);
  cursor.takeSymbol(')');
  return parameters;
}

function isEndOfParameters(cursor: TokenCursor): boolean {
  const token = cursor.peek();
  return token === undefined || isSymbol(token, ',') || isSymbol(token, ')') || isWord(token, 'returns', 'alias');
}

function readBody(cursor: TokenCursor): Range | undefined {
  if (!cursor.isAt('return') && !cursor.isAt('begin')) return undefined;
  const first = cursor.index;
  while (cursor.take() !== undefined);
  return cursor.since(first);
}

function readClause(cursor: TokenCursor): AliasClause {
  const first = cursor.index;
  const found = knownClauseAt(cursor);
  if (found === undefined) takeUnknownWords(cursor);
  else cursor.takeWords(...found.words);
  const words = cursor.since(first);
  const name = nameOf(cursor, first);
  const equals = cursor.takeSymbol('=');
  return { words, name, known: found?.clause, equals, value: readValue(cursor), range: cursor.since(first) };
}

function knownClauseAt(cursor: TokenCursor) {
  return allClauses.find(({ words }) => cursor.isAt(...words));
}

/** Whether something else begins here than a value or a further word of an unknown clause. */
function isAtNext(cursor: TokenCursor): boolean {
  if (knownClauseAt(cursor) !== undefined || cursor.isAt('return') || cursor.isAt('begin')) return true;
  const { index } = cursor;
  const option = readOption(cursor, 'alias');
  cursor.index = index;
  return option !== undefined;
}

function takeUnknownWords(cursor: TokenCursor): void {
  cursor.take();
  while (cursor.last?.kind === 'word' && cursor.peek()?.kind === 'word' && !isAtNext(cursor)) cursor.take();
}

/** The words since an index, in capitals. */
function nameOf(cursor: TokenCursor, first: number): string {
  const words: string[] = [];
  for (let ahead = first - cursor.index; ahead < 0; ahead++) words.push(cursor.peek(ahead)?.text.toUpperCase() ?? '');
  return words.join(' ');
}

/** A literal, or what stands in its place without a blank in it. */
function readValue(cursor: TokenCursor): AliasValue | undefined {
  const first = cursor.index;
  const start = cursor.peek();
  if (start === undefined || isAtNext(cursor)) return undefined;
  const isSigned = (isSymbol(start, '-') || isSymbol(start, '+')) && cursor.peek(1)?.kind === 'number';
  if (isSigned) cursor.take();
  const token = cursor.take() ?? start;
  const kind = token.kind === 'string' ? 'text' : token.kind;
  if (kind === 'text' || kind === 'number' || kind === 'placeholder') {
    return { kind, token, range: cursor.since(first) };
  }
  while (cursor.peek()?.start === cursor.last?.end) cursor.take();
  return { kind: 'other', token, range: cursor.since(first) };
}

/** The value of a whole number with its sign; undefined for every other value. */
export function wholeNumber(value: AliasValue | undefined): number | undefined {
  if (value?.kind !== 'number' || !/^\d+$/.test(value.token.text)) return undefined;
  const isNegative = value.token.start > value.range.start;
  return isNegative ? -Number(value.token.text) : Number(value.token.text);
}
