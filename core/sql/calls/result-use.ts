import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';
import type { MlCall } from './ml-call.ts';
import { outlineOf } from './outline.ts';
import { type Source, sourcesOf } from './sources.ts';

/** What an expression does with the result of an ML call, or with one field of it. */
export interface ResultUse {
  /** The field that is taken, `*` for all; undefined where the whole result is used. */
  readonly field: Token | undefined;
  /** The types it is cast to, one after the other. */
  readonly casts: readonly string[];
  /** Tokens of the result with its brackets, field and casts: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** The function of which it is an argument for itself, in lower case. */
  readonly inFunction: string | undefined;
  readonly before: Operator | undefined;
  readonly after: Operator | undefined;
}

/** An operator beside a result. */
export interface Operator {
  /** In lower case: `=`, `->>`, `not in`. */
  readonly text: string;
  /** The literals on its other side, of IN all; none when what stands there is no literal. */
  readonly literals: readonly Token[];
}

const knownUses = new WeakMap<MlCall, readonly ResultUse[]>();

/** What is done with the result of a call: where it stands, and, in FROM, wherever its alias is named. */
export function usesOf(call: MlCall): readonly ResultUse[] {
  const uses = knownUses.get(call) ?? findUses(call);
  knownUses.set(call, uses);
  return uses;
}

function findUses(call: MlCall): readonly ResultUse[] {
  if (!call.closed) return [];
  const { statement, tokens } = call;
  const source = sourceOf(call);
  if (source !== undefined) return usesOfSource(statement, call, source);
  return [useAt(statement.tokens, tokens.start, tokens.end + 1)];
}

/** The source that a call is in FROM; undefined where it stands in an expression. */
export function sourceOf({ statement, tokens }: MlCall): Source | undefined {
  const { query, clause } = outlineOf(statement).placeOf(tokens.start);
  if (query === undefined || clause !== 'from') return undefined;
  return sourcesOf(statement, query).find(({ kind, start }) => kind === 'function' && start === tokens.start);
}

function usesOfSource(statement: Statement, call: MlCall, source: Source): readonly ResultUse[] {
  const { tokens } = statement;
  const { query } = outlineOf(statement).placeOf(call.tokens.start);
  if (query === undefined || source.namesColumns) return [];
  const { byAlias, aliases } = fieldsOf(statement);
  const qualified =
    aliases.get(source.alias) === 1
      ? (byAlias.get(source.alias) ?? []).map((index) => useAt(tokens, index, index + 3, tokens[index + 2]))
      : [];
  if (sourcesOf(statement, query).length > 1) return qualified;
  const fields = call.signature?.returns.map(({ name }) => name) ?? [];
  const bare = query.parts.flatMap((part) =>
    part.clause === 'from'
      ? []
      : fieldTokens(statement, part.start, part.end, fields).map((index) =>
          useAt(tokens, index, index + 1, tokens[index]),
        ),
  );
  return [...qualified, ...bare];
}

/** Where these names stand alone between two tokens, outside of further queries. */
function fieldTokens(statement: Statement, start: number, end: number, names: readonly string[]): readonly number[] {
  const { tokens } = statement;
  const outline = outlineOf(statement);
  const { query } = outline.placeOf(start);
  const found: number[] = [];
  for (let index = start; index < end; index++) {
    const token = tokens[index];
    if (!isName(token) || !names.includes(token.text) || outline.placeOf(index).query !== query) continue;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (!isSymbol(before, '.') && !isSymbol(after, '.') && !isSymbol(after, '(') && !isWord(before, 'as'))
      found.push(index);
  }
  return found;
}

interface FieldsOfStatement {
  /** Where `name.field` stands, by the name before the dot. */
  readonly byAlias: ReadonlyMap<string, readonly number[]>;
  /** How many sources have a name. */
  readonly aliases: ReadonlyMap<string, number>;
}

const knownFields = new WeakMap<Statement, FieldsOfStatement>();

function fieldsOf(statement: Statement): FieldsOfStatement {
  const fields = knownFields.get(statement) ?? readFields(statement);
  knownFields.set(statement, fields);
  return fields;
}

function readFields(statement: Statement): FieldsOfStatement {
  const { tokens } = statement;
  const byAlias = new Map<string, number[]>();
  for (const [index, token] of tokens.entries()) {
    const isFirst = isName(token) && isSymbol(tokens[index + 1], '.') && !isSymbol(tokens[index - 1], '.');
    const isWhole = isName(tokens[index + 2]) && !isSymbol(tokens[index + 3], '.') && !isSymbol(tokens[index + 3], '(');
    if (!isFirst || !isWhole) continue;
    const places = byAlias.get(token.text);
    if (places === undefined) byAlias.set(token.text, [index]);
    else places.push(index);
  }
  const aliases = new Map<string, number>();
  for (const query of outlineOf(statement).queries) {
    for (const { alias } of sourcesOf(statement, query)) aliases.set(alias, (aliases.get(alias) ?? 0) + 1);
  }
  return { byAlias, aliases };
}

/** Words before a bracket that only groups. */
const beforeGroup = [
  ...['select', 'distinct', 'where', 'and', 'or', 'not', 'on', 'having', 'by', 'when', 'then', 'else', 'case', 'set'],
  ...['return', 'perform', 'if', 'elsif', 'while', 'between', 'like', 'ilike', 'is', 'limit', 'returning', 'default'],
];

function useAt(tokens: readonly Token[], from: number, to: number, known?: Token): ResultUse {
  let start = from;
  let end = to;
  let field = known;
  const casts: string[] = [];
  for (;;) {
    const before = tokens[start - 1];
    const after = tokens[end];
    if (isSymbol(before, '(') && isSymbol(after, ')') && groups(tokens[start - 2])) {
      start--;
      end++;
    } else if (isSymbol(after, '.') && isSymbol(tokens[start], '(') && field === undefined) {
      field = tokens[end + 1];
      end += 2;
    } else if (isSymbol(after, '::')) {
      const type = typeAt(tokens, end + 1);
      if (type === undefined) break;
      casts.push(type.text);
      end = type.end;
    } else if (isSymbol(before, '(') && isWord(tokens[start - 2], 'cast') && isWord(after, 'as')) {
      const type = typeAt(tokens, end + 1);
      if (type === undefined) break;
      casts.push(type.text);
      start -= 2;
      end = type.end + 1;
    } else {
      break;
    }
  }
  const caller = tokens[start - 2];
  const isArgument =
    isSymbol(tokens[start - 1], '(') && isName(caller) && (isSymbol(tokens[end], ')') || isSymbol(tokens[end], ','));
  return {
    field,
    casts,
    start,
    end,
    inFunction: isArgument && !groups(caller) ? caller.text : undefined,
    before: operatorBefore(tokens, start),
    after: operatorAfter(tokens, end),
  };
}

/** Whether a bracket behind this token only groups, rather than holding arguments. */
function groups(before: Token | undefined): boolean {
  if (before?.kind === 'quotedName') return false;
  return before?.kind !== 'word' || isWord(before, ...beforeGroup);
}

const operatorSign = /^[-+*/<>=~!@#%^&|]$/;

function isOperator(token: Token | undefined): token is Token {
  return token?.kind === 'symbol' && operatorSign.test(token.text);
}

function operatorAfter(tokens: readonly Token[], start: number): Operator | undefined {
  const isNegated = isWord(tokens[start], 'not');
  const word = tokens[isNegated ? start + 1 : start];
  if (isWord(word, 'in', 'like', 'ilike', 'between')) {
    const index = isNegated ? start + 2 : start + 1;
    const text = isNegated ? `not ${word?.text}` : (word?.text ?? '');
    return { text, literals: isSymbol(tokens[index], '(') ? literalList(tokens, index + 1) : literalAt(tokens, index) };
  }
  let end = start;
  while (isOperator(tokens[end]) && (end === start || tokens[end]?.start === tokens[end - 1]?.end)) end++;
  if (end === start) return undefined;
  return { text: textOf(tokens, start, end), literals: literalAt(tokens, end) };
}

function operatorBefore(tokens: readonly Token[], end: number): Operator | undefined {
  let start = end;
  while (isOperator(tokens[start - 1]) && (start === end || tokens[start - 1]?.end === tokens[start]?.start)) start--;
  if (start === end) return undefined;
  const literal = tokens[start - 1];
  const isPlain = isLiteral(literal) && !isSymbol(tokens[start - 2], '::');
  return { text: textOf(tokens, start, end), literals: isPlain && literal !== undefined ? [literal] : [] };
}

function textOf(tokens: readonly Token[], start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map((token) => token.text)
    .join('');
}

function isLiteral(token: Token | undefined): boolean {
  return token?.closed === true && (token.kind === 'string' || token.kind === 'number');
}

function literalAt(tokens: readonly Token[], index: number): readonly Token[] {
  const token = tokens[index];
  return token !== undefined && isLiteral(token) && !isOperator(tokens[index + 1]) ? [token] : [];
}

function literalList(tokens: readonly Token[], start: number): readonly Token[] {
  const literals: Token[] = [];
  for (let index = start; ; index += 2) {
    const token = tokens[index];
    if (token === undefined || !isLiteral(token)) return literals;
    literals.push(token);
    if (!isSymbol(tokens[index + 1], ',')) return literals;
  }
}
