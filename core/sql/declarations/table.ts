import type { Range } from '../../text/range.ts';
import { closingBracket, nameAt, splitAtCommas } from '../text/brackets.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import { typeAt } from '../text/type-name.ts';

/** One column of a table, without its place: what rests on it need not be looked at again when it only moves. */
export interface Column {
  readonly name: string;
  /** As written, `varchar(20)` or `vector(1024)`; undefined where the type comes from elsewhere. */
  readonly type: string | undefined;
  readonly isNullable: boolean;
  /** Computed from other columns: `GENERATED ALWAYS AS (…)`. */
  readonly isGenerated: boolean;
}

/** Columns that CREATE TABLE or ALTER TABLE gives to a table. */
export interface TableColumns {
  readonly kind: 'table';
  /** With its schema, as written. */
  readonly name: string;
  readonly nameRange: Range;
  /** Whether the statement makes the table, rather than changing it. */
  readonly isCreated: boolean;
  readonly columns: readonly Column[];
  /** Columns of which the statement changes something, or which it renames or drops. */
  readonly changed: readonly string[];
  /** Whether the table has other columns too: those of a query, of LIKE or of a parent, or those it had before. */
  readonly hasOthers: boolean;
}

const constraintWords = ['constraint', 'primary', 'unique', 'check', 'foreign', 'exclude', 'key', 'index'];
const mysqlIndexWords = ['fulltext', 'spatial'];

/** What a statement says of the columns of a table; undefined for statements that say nothing of any. */
export function tableColumnsOf({ tokens }: Statement): TableColumns | undefined {
  if (isWord(tokens[0], 'create')) return createdTable(tokens);
  return isWord(tokens[0], 'alter') ? alteredTable(tokens) : undefined;
}

function createdTable(tokens: readonly Token[]): TableColumns | undefined {
  let keyword = 1;
  while (isWord(tokens[keyword], 'global', 'local', 'temp', 'temporary', 'unlogged', 'foreign')) keyword++;
  const table = isWord(tokens[keyword], 'table') ? nameAt(tokens, behindIfExists(tokens, keyword + 1)) : undefined;
  if (table === undefined) return undefined;
  const made = { kind: 'table', name: table.name, nameRange: table.range, isCreated: true, changed: [] } as const;
  if (!isSymbol(tokens[table.end], '(')) return { ...made, columns: [], hasOthers: true };
  const close = closingBracket(tokens, table.end);
  const elements = splitAtCommas(tokens, table.end + 1, close).map(({ start, end }) => tokens.slice(start, end));
  const keys = new Set(elements.flatMap(columnsOfPrimaryKey));
  const columns = elements.flatMap((element) => columnOf(element) ?? []);
  const hasOthers =
    elements.some(([first]) => isWord(first, 'like')) ||
    tokens.slice(close).some((token) => isWord(token, 'as', 'select', 'inherits'));
  return {
    ...made,
    columns: columns.map((column) => (keys.has(column.name) ? { ...column, isNullable: false } : column)),
    hasOthers,
  };
}

function alteredTable(tokens: readonly Token[]): TableColumns | undefined {
  const keyword = isWord(tokens[1], 'foreign') ? 2 : 1;
  if (!isWord(tokens[keyword], 'table')) return undefined;
  const start = behindIfExists(tokens, keyword + 1);
  const table = nameAt(tokens, isWord(tokens[start], 'only') ? start + 1 : start);
  if (table === undefined) return undefined;
  const columns: Column[] = [];
  const changed: string[] = [];
  for (const { start: first, end } of splitAtCommas(tokens, table.end, tokens.length)) {
    const at = isWord(tokens[first + 1], 'column') ? first + 2 : first + 1;
    if (isWord(tokens[first], 'add')) {
      const element = tokens.slice(behindIfExists(tokens, at), end);
      const inBrackets = isSymbol(element[0], '(') ? splitAtCommas(element, 1, closingBracket(element, 0)) : [];
      const added = inBrackets.length > 0 ? inBrackets.map((one) => element.slice(one.start, one.end)) : [element];
      columns.push(...added.flatMap((one) => columnOf(one) ?? []));
    } else if (isWord(tokens[first], 'alter', 'drop', 'rename', 'change', 'modify')) {
      const column = tokens[behindIfExists(tokens, at)];
      if (isName(column)) changed.push(column.text);
    }
  }
  return {
    kind: 'table',
    name: table.name,
    nameRange: table.range,
    isCreated: false,
    columns,
    changed,
    hasOthers: true,
  };
}

function behindIfExists(tokens: readonly Token[], start: number): number {
  if (!isWord(tokens[start], 'if')) return start;
  return isWord(tokens[start + 1], 'not') ? start + 3 : start + 2;
}

function columnOf(tokens: readonly Token[]): Column | undefined {
  const [name] = tokens;
  const isConstraint =
    isWord(name, 'like') ||
    (isWord(name, ...constraintWords, ...mysqlIndexWords) &&
      (isSymbol(tokens[1], '(') || isWord(tokens[1], 'key', 'index', 'using') || isConstraintName(tokens)));
  if (!isName(name) || isConstraint) return undefined;
  const type = typeAt(tokens, 1);
  const rest = tokens.slice(type?.end ?? 1);
  const isComputed = rest.some(
    (token, index) => isWord(token, 'as') && isSymbol(rest[index + 1], '(') && !isWord(rest[index + 2], 'identity'),
  );
  return {
    name: name.text,
    type: type?.text,
    isNullable: !isNotNull(rest) && !/^(?:small|big)?serial\d?$/.test(type?.text ?? ''),
    isGenerated: isComputed,
  };
}

/** `CONSTRAINT name CHECK …` and `KEY name (…)`, which a column of such a name does not look like. */
function isConstraintName(tokens: readonly Token[]): boolean {
  return isWord(tokens[0], 'constraint') || (isName(tokens[1]) && isSymbol(tokens[2], '(') && isName(tokens[3]));
}

function isNotNull(options: readonly Token[]): boolean {
  return options.some((token, index) => {
    const next = options[index + 1];
    return (
      (isWord(token, 'not') && isWord(next, 'null')) ||
      (isWord(token, 'primary') && isWord(next, 'key')) ||
      (isWord(token, 'as') && isWord(next, 'identity'))
    );
  });
}

function columnsOfPrimaryKey(element: readonly Token[]): readonly string[] {
  const primary = element.findIndex((token, index) => isWord(token, 'primary') && isSymbol(element[index + 2], '('));
  const isOfTable = primary === 0 || (isWord(element[0], 'constraint') && primary === 2);
  if (!isOfTable) return [];
  return element
    .slice(primary + 3, closingBracket(element, primary + 2))
    .flatMap((token) => (isName(token) ? [token.text] : []));
}
