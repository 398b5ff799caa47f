import type { Statement } from '../text/statement.ts';
import { isSymbol, isWord, type Token } from '../text/token.ts';

/** The part of a query in which something stands. */
export type Clause =
  | 'select'
  | 'into'
  | 'from'
  | 'on'
  | 'where'
  | 'groupBy'
  | 'having'
  | 'window'
  | 'orderBy'
  | 'limit'
  | 'values'
  | 'set'
  | 'conflict'
  | 'returning';

export type QueryKind = 'select' | 'values' | 'insert' | 'update' | 'delete' | 'merge';

/** A part of a query: tokens from `start` to before `end`, with the words that begin it. */
export interface QueryPart {
  readonly clause: Clause;
  readonly start: number;
  readonly end: number;
}

/** One SELECT, INSERT, UPDATE, DELETE, MERGE or VALUES; each branch of a UNION is one for itself. */
export interface Query {
  readonly kind: QueryKind;
  /** The query of which it is a part: as a subquery, or as the rows of an INSERT. */
  readonly parent: Query | undefined;
  /** Whether it stands in brackets, so that its rows are an expression or a source of another query. */
  readonly isSubquery: boolean;
  readonly parts: readonly QueryPart[];
}

/** Where a token stands. */
export interface Place {
  /** Undefined outside of queries: in CALL, in an assignment, in the condition of an IF. */
  readonly query: Query | undefined;
  readonly clause: Clause | undefined;
  /** The CASE expressions around it, from the outermost: which part of each. */
  readonly cases: readonly CasePart[];
  /** How many brackets stand between it and its query. */
  readonly depth: number;
}

export type CasePart = 'operand' | 'firstWhen' | 'when' | 'then' | 'else';

const nowhere: OpenPlace = { query: undefined, clause: undefined, cases: [], depth: 0 };

/** The queries of a statement, without those of its body, and where each token stands. */
export class Outline {
  readonly queries: readonly Query[];
  readonly #places: readonly Place[];

  constructor({ tokens }: Statement) {
    const reader = new OutlineReader(tokens);
    this.queries = reader.queries;
    this.#places = reader.places;
  }

  /** Where the token of this index stands. */
  placeOf(index: number): Place {
    return this.#places[index] ?? nowhere;
  }
}

const known = new WeakMap<Statement, Outline>();

/** The outline of a statement, made when it is first asked for. */
export function outlineOf(statement: Statement): Outline {
  let outline = known.get(statement);
  if (outline === undefined) {
    outline = new Outline(statement);
    known.set(statement, outline);
  }
  return outline;
}

interface OpenQuery extends Query {
  readonly parent: OpenQuery | undefined;
  readonly parts: (QueryPart & { end: number })[];
}

interface OpenPlace extends Place {
  readonly query: OpenQuery | undefined;
}

/** What is open between two brackets, or outside of all. */
interface Level {
  query: OpenQuery | undefined;
  cases: CasePart[];
  /** The place around the bracket. */
  readonly around: OpenPlace;
}

const beginningWords: Readonly<Record<string, QueryKind>> = {
  select: 'select',
  perform: 'select',
  values: 'values',
  insert: 'insert',
  replace: 'insert',
  update: 'update',
  delete: 'delete',
  merge: 'merge',
};
const joinWords = ['join', 'left', 'right', 'inner', 'full', 'cross', 'natural', 'straight_join'];

class OutlineReader {
  readonly queries: OpenQuery[] = [];
  readonly places: Place[] = [];
  readonly #tokens: readonly Token[];
  #levels: Level[] = [{ query: undefined, cases: [], around: nowhere }];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    for (const [index, token] of tokens.entries()) this.#read(index, token);
  }

  get #level(): Level {
    const level = this.#levels.at(-1);
    if (level === undefined) throw new Error('The outermost level is never closed.');
    return level;
  }

  #read(index: number, token: Token): void {
    if (isSymbol(token, ')') && this.#levels.length > 1) this.#levels.pop();
    else if (token.kind === 'word') this.#readWord(index, token);
    else if (isSymbol(token, ',') && this.#level.query?.parts.at(-1)?.clause === 'on') this.#begin('from', index);
    const place = this.#place();
    this.places.push(place);
    const part = this.#level.query?.parts.at(-1);
    if (part !== undefined) part.end = index + 1;
    if (isSymbol(token, '(')) this.#levels.push({ query: undefined, cases: [], around: place });
  }

  #place(): OpenPlace {
    const { query, cases, around } = this.#level;
    if (query !== undefined) {
      return { query, clause: query.parts.at(-1)?.clause, cases: [...cases], depth: 0 };
    }
    const inBrackets = this.#levels.length > 1;
    return { ...around, cases: [...around.cases, ...cases], depth: around.depth + (inBrackets ? 1 : 0) };
  }

  #readWord(index: number, token: Token): void {
    const kind = Object.hasOwn(beginningWords, token.text) ? beginningWords[token.text] : undefined;
    if (kind !== undefined && this.#beginsQuery(index, token, kind)) this.#beginQuery(index, kind);
    else if (isWord(token, 'case', 'when', 'then', 'else', 'end')) this.#readCase(index, token);
    else this.#readClause(index, token);
  }

  #beginsQuery(index: number, { text }: Token, kind: QueryKind): boolean {
    const before = this.#tokens[index - 1];
    const after = this.#tokens[index + 1];
    const current = this.#level.query;
    if (text === 'perform') return index === 0;
    if (kind === 'select') return true;
    if (kind === 'values')
      return !isWord(before, 'set', 'default', 'on') && current?.kind !== 'insert' && isSymbol(after, '(');
    if (text === 'replace' && isSymbol(after, '(')) return false;
    if (isWord(before, 'for', 'on', 'do', 'then', 'or', 'before', 'after', 'instead', ',') || isSymbol(before, ',')) {
      return isWord(before, 'then', 'do') && current === undefined;
    }
    return current === undefined;
  }

  #beginQuery(index: number, kind: QueryKind): void {
    const level = this.#level;
    const before = level.query;
    const parent = before?.kind === 'insert' && kind !== 'insert' ? before : (before?.parent ?? level.around.query);
    const first: Clause = kind === 'select' || kind === 'values' ? kind : kind === 'update' ? 'from' : 'into';
    const query: OpenQuery = { kind, parent, isSubquery: this.#levels.length > 1, parts: [] };
    level.query = query;
    level.cases = [];
    this.queries.push(query);
    this.#begin(first, index);
  }

  #begin(clause: Clause, start: number): void {
    this.#level.query?.parts.push({ clause, start, end: start });
  }

  #readCase(index: number, token: Token): void {
    const { cases } = this.#level;
    const part = cases.at(-1);
    if (isWord(token, 'case')) {
      if (!isWord(this.#tokens[index - 1], 'end')) cases.push('operand');
    } else if (isWord(token, 'end')) {
      cases.pop();
    } else if (part !== undefined) {
      const isFirst = part === 'operand';
      cases[cases.length - 1] =
        token.text === 'when' ? (isFirst ? 'firstWhen' : 'when') : token.text === 'then' ? 'then' : 'else';
    }
  }

  #readClause(index: number, token: Token): void {
    const level = this.#level;
    const after = this.#tokens[index + 1];
    const { parent } = level.query ?? {};
    const isOfInsert = isWord(token, 'returning') || (isWord(token, 'on') && isWord(after, 'conflict', 'duplicate'));
    if (isOfInsert && parent?.kind === 'insert') level.query = parent;
    const { query } = level;
    if (query === undefined) return;
    const clause = clauseBegunBy(token, this.#tokens[index - 1], after, query);
    if (clause === 'end') this.#level.query = undefined;
    else if (clause !== undefined) this.#begin(clause, index);
  }
}

/** The part of a query that a word begins; `end` where the query ends with it. */
function clauseBegunBy(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  { kind, parts }: Query,
): Clause | 'end' | undefined {
  const current = parts.at(-1)?.clause;
  switch (token.text) {
    case 'union':
    case 'intersect':
    case 'except':
      return 'end';
    case 'into':
      return kind === 'select' ? 'into' : undefined;
    case 'from':
      return isWord(before, 'distinct') && current !== 'select' ? undefined : 'from';
    case 'using':
      return kind === 'delete' || kind === 'merge' ? 'from' : undefined;
    case 'where':
      return 'where';
    case 'group':
    case 'order':
      if (!isWord(after, 'by')) return undefined;
      return token.text === 'group' ? 'groupBy' : 'orderBy';
    case 'having':
      return 'having';
    case 'window':
      return current === 'select' ? undefined : 'window';
    case 'limit':
    case 'offset':
    case 'fetch':
      return 'limit';
    case 'values':
      return kind === 'insert' ? 'values' : undefined;
    case 'set':
      return current !== 'conflict' && ['update', 'insert', 'merge'].includes(kind) ? 'set' : undefined;
    case 'returning':
      return 'returning';
    case 'on':
      if (kind === 'insert') return 'conflict';
      return current === 'from' ? 'on' : undefined;
    default:
      return current === 'on' && isWord(token, ...joinWords) && !isSymbol(after, '(') ? 'from' : undefined;
  }
}
