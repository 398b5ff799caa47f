import type { Declarations } from '../declarations/declarations.ts';
import { closingBracket, nameAt, splitAtCommas } from '../text/brackets.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';
import type { MlCall } from './ml-call.ts';
import { outlineOf, type Query } from './outline.ts';
import { type ResultUse, usesOf } from './result-use.ts';
import { sourcesOf } from './sources.ts';

/** A column into which a statement writes. */
export interface FilledColumn {
  readonly table: string;
  readonly column: string;
}

/**
 * The column in which the result of a call is stored as it is: by `SET column = call`, or as one of the values or of the
 * select list of an INSERT. Undefined where it is not stored, or where that is not certain.
 */
export function columnFilledBy(call: MlCall, declarations: Declarations): FilledColumn | undefined {
  const { query, clause } = outlineOf(call.statement).placeOf(call.tokens.start);
  const [use, ...others] = usesOf(call);
  if (query === undefined || use === undefined || others.length > 0) return undefined;
  if (clause === 'set') return setColumn(call, query, use);
  if (query.isSubquery) return undefined;
  const insert = query.kind === 'insert' ? query : query.parent;
  if (insert?.kind !== 'insert' || (clause !== 'select' && clause !== 'values')) return undefined;
  const target = insertTarget(call.statement.tokens, insert, declarations);
  const position = clause === 'values' ? positionInRow(call, use) : positionInList(call, use);
  const column = position === undefined ? undefined : target?.columns[position];
  return target === undefined || column === undefined ? undefined : { table: target.table, column };
}

function setColumn(call: MlCall, query: Query, use: ResultUse): FilledColumn | undefined {
  const { tokens } = call.statement;
  const column = tokens[use.start - 2];
  const isAssigned = use.before?.text === '=' && isName(column) && !isSymbol(tokens[use.start - 3], '.');
  const begins = isWord(tokens[use.start - 3], 'set') || isSymbol(tokens[use.start - 3], ',');
  if (!isAssigned || !begins || query.kind !== 'update') return undefined;
  const [target] = sourcesOf(call.statement, query);
  return target?.kind === 'table' ? { table: target.name, column: column.text } : undefined;
}

/** The table of `INSERT INTO table (columns)`, with all of its columns where they are left out and known. */
function insertTarget(tokens: readonly Token[], { parts: [into] }: Query, declarations: Declarations) {
  if (into === undefined || !isWord(tokens[into.start + 1], 'into')) return undefined;
  const name = nameAt(tokens, into.start + 2);
  if (name === undefined) return undefined;
  const open = isWord(tokens[name.end], 'as') ? name.end + 2 : name.end;
  if (!isSymbol(tokens[open], '(') || isWord(tokens[open + 1], 'select', 'with')) {
    const all = declarations.columns(name.name);
    return all && { table: name.name, columns: all.map((column) => column.name) };
  }
  const columns = splitAtCommas(tokens, open + 1, closingBracket(tokens, open));
  return { table: name.name, columns: columns.map(({ start }) => tokens[start]?.text ?? '') };
}

/** Which value of its row in VALUES a result is alone; undefined where it is a part of one. */
function positionInRow({ statement }: MlCall, use: ResultUse): number | undefined {
  const { tokens } = statement;
  const outline = outlineOf(statement);
  // The brackets around a result that is alone in its row are those of the row.
  if (outline.placeOf(use.start).depth === 0) return 0;
  if (use.before !== undefined || use.after !== undefined) return undefined;
  if (use.inFunction !== undefined && use.inFunction !== 'values') return undefined;
  let position = 0;
  for (let index = use.start - 1; index >= 0; index--) {
    const { depth } = outline.placeOf(index);
    if (depth === 0) return position;
    if (depth === 1 && isSymbol(tokens[index], ',')) position++;
  }
  return undefined;
}

/** Which item of its select list a result is alone; undefined where it is a part of one, or where an item before it is `*`. */
function positionInList({ statement: { tokens } }: MlCall, use: ResultUse): number | undefined {
  const behind = tokens[use.end];
  const isWhole = behind === undefined || isSymbol(behind, ',') || isSymbol(behind, ')') || isName(behind);
  if (!isWhole || use.inFunction !== undefined || use.before !== undefined) return undefined;
  let position = 0;
  let depth = 0;
  for (let index = use.start - 1; index >= 0; index--) {
    const token = tokens[index];
    if (isSymbol(token, ')')) depth++;
    else if (isSymbol(token, '(') && --depth < 0) return position;
    else if (depth > 0) continue;
    else if (isSymbol(token, ',')) position++;
    else if (isSymbol(token, '*') && (isSymbol(tokens[index - 1], '.') || isWord(tokens[index - 1], 'select')))
      return undefined;
    else if (isWord(token, 'select', 'distinct', 'all')) return position;
  }
  return undefined;
}
