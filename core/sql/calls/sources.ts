import { closingBracket, nameAt } from '../text/brackets.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { outlineOf, type Query, type QueryPart } from './outline.ts';

/** Something whose rows a query reads or changes. */
export interface Source {
  readonly kind: 'table' | 'function' | 'subquery' | 'other';
  /** With its schema; empty for what has no name. A table may also be a view or the name of a WITH query. */
  readonly name: string;
  /** What it is called in the query: its alias, otherwise the last part of its name. */
  readonly alias: string;
  /** Whether an alias names its columns anew: `AS s(label, score)`. */
  readonly namesColumns: boolean;
  /** Its tokens with the alias. */
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<Query, readonly Source[]>();

/** What stands in FROM, USING and UPDATE of a query, in order. */
export function sourcesOf({ tokens }: Statement, query: Query): readonly Source[] {
  const sources = known.get(query) ?? query.parts.flatMap((part) => sourcesIn(tokens, query, part));
  known.set(query, sources);
  return sources;
}

const beforeSource = [
  ...['from', 'using', 'update', 'delete', 'only', 'lateral', 'join', 'left', 'right', 'inner', 'outer', 'full'],
  ...['cross', 'natural', 'straight_join', 'ignore', 'low_priority', 'quick'],
];
const afterSource = [
  ...['on', 'using', 'join', 'left', 'right', 'inner', 'full', 'cross', 'natural', 'straight_join', 'where', 'set'],
  ...['group', 'order', 'having', 'window', 'limit', 'offset', 'fetch', 'for', 'union', 'intersect', 'except', 'when'],
  ...[
    'tablesample',
    'with',
    'use',
    'force',
    'ignore',
    'partition',
    'returning',
    'into',
    'loop',
    'lock',
    'as',
    'values',
  ],
];

function sourcesIn(tokens: readonly Token[], { kind }: Query, part: QueryPart): readonly Source[] {
  const holdsSources = part.clause === 'from' || (part.clause === 'into' && kind === 'delete');
  if (!holdsSources) return [];
  const sources: Source[] = [];
  for (let index = part.start; index < part.end; ) {
    while (index < part.end && (isSymbol(tokens[index], ',') || isWord(tokens[index], ...beforeSource))) index++;
    const source = index < part.end ? sourceAt(tokens, index) : undefined;
    if (source !== undefined) sources.push(source);
    index = nextItem(tokens, source?.end ?? index, part.end);
  }
  return sources;
}

/** Where the next source may begin: behind a comma or a JOIN outside of brackets. */
function nextItem(tokens: readonly Token[], start: number, end: number): number {
  let index = start;
  while (index < end && !isSymbol(tokens[index], ',') && !isWord(tokens[index], 'join', 'straight_join', 'using')) {
    index = isSymbol(tokens[index], '(') ? closingBracket(tokens, index) + 1 : index + 1;
  }
  if (isWord(tokens[index], 'using') && isSymbol(tokens[index + 1], '(')) {
    return nextItem(tokens, closingBracket(tokens, index + 1) + 1, end);
  }
  return index;
}

function sourceAt(tokens: readonly Token[], start: number): Source | undefined {
  if (isSymbol(tokens[start], '(')) {
    const kind = isWord(tokens[start + 1], 'select', 'values', 'with') ? 'subquery' : 'other';
    return withAlias(tokens, { kind, name: '', start, end: closingBracket(tokens, start) + 1 });
  }
  const name = nameAt(tokens, start);
  if (name === undefined) return undefined;
  if (!isSymbol(tokens[name.end], '(')) {
    const end = isSymbol(tokens[name.end], '*') ? name.end + 1 : name.end;
    return withAlias(tokens, { kind: 'table', name: name.name, start, end });
  }
  const end = closingBracket(tokens, name.end) + 1;
  return withAlias(tokens, { kind: 'function', name: name.name, start, end });
}

function withAlias(tokens: readonly Token[], source: Omit<Source, 'alias' | 'namesColumns'>): Source {
  let { end } = source;
  if (isWord(tokens[end], 'with') && isWord(tokens[end + 1], 'ordinality')) end += 2;
  if (isWord(tokens[end], 'as')) end++;
  const alias = tokens[end];
  const own = source.name.slice(source.name.lastIndexOf('.') + 1);
  if (!isName(alias) || isWord(alias, ...afterSource)) return { ...source, alias: own, namesColumns: false };
  const namesColumns = isSymbol(tokens[end + 1], '(');
  const behind = namesColumns ? closingBracket(tokens, end + 1) + 1 : end + 1;
  return { ...source, alias: alias.text, namesColumns, end: behind };
}

const knownNames = new WeakMap<Statement, ReadonlySet<string>>();

/** The names of the WITH queries of a statement. */
export function withQueriesOf(statement: Statement): ReadonlySet<string> {
  const names = knownNames.get(statement) ?? new Set(withQueryNames(statement.tokens));
  knownNames.set(statement, names);
  return names;
}

function withQueryNames(tokens: readonly Token[]): readonly string[] {
  if (!tokens.some((token) => isWord(token, 'with'))) return [];
  return tokens.flatMap((token, index) => {
    if (!isName(token) || (!isWord(tokens[index - 1], 'with', 'recursive') && !isSymbol(tokens[index - 1], ',')))
      return [];
    const as = isSymbol(tokens[index + 1], '(') ? closingBracket(tokens, index + 1) + 1 : index + 1;
    return isWord(tokens[as], 'as') && !isWord(token, 'recursive') ? [token.text] : [];
  });
}

/**
 * The table and column that a name means at a place of a statement, as far as the text alone tells; undefined where it
 * may be something else, such as a column of another table or a variable.
 */
export function columnMeant(
  statement: Statement,
  query: Query | undefined,
  name: string,
): { readonly table: string; readonly column: string } | undefined {
  if (query === undefined) return undefined;
  const sources = sourcesOf(statement, query);
  const [first = '', second, third] = name.split('.');
  if (third !== undefined) return undefined;
  const named = second === undefined ? sources : sources.filter(({ alias }) => alias === first);
  const tables = named.filter(({ kind }) => kind !== 'function' || second !== undefined);
  const [table] = tables;
  if (table?.kind !== 'table' || tables.length !== 1 || withQueriesOf(statement).has(table.name)) return undefined;
  if (second === undefined && outlineOf(statement).queries.length > 1) return undefined;
  return table.namesColumns ? undefined : { table: table.name, column: second ?? first };
}
