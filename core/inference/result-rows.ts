import type { Answer } from './answer.ts';
import type { Cell } from './request.ts';
import { castTo } from './sql-cast.ts';

/** A column of the result, with its SQL type. */
export interface ResultColumn {
  readonly name: string;
  readonly type: string;
}

/** A row as SQL would return it: a value for each column, or why the query would fail on it. */
export type ResultRow = { readonly values: readonly Cell[] } | { readonly error: string };

/**
 * The rows that a call returns for these answers. Columns are those of the function: `detect_sentiment` of
 * PostgreSQL gives `sentiment` and `confidence`, the two functions of MySQL one each, an endpoint its one output.
 */
export function resultRows(columns: readonly ResultColumn[], answers: readonly Answer[]): readonly ResultRow[] {
  return answers.map((answer) => resultRow(columns, answer));
}

function resultRow(columns: readonly ResultColumn[], answer: Answer): ResultRow {
  if (answer.kind === 'error') return { error: answer.message };
  const values: Cell[] = [];
  for (const { name, type } of columns) {
    if (answer.kind === 'sentiment') {
      values.push(name === 'confidence' ? formatNumber(answer.confidence, type) : answer.sentiment);
      continue;
    }
    const cast = castTo(type, answer.text);
    if ('error' in cast) return cast;
    values.push(cast.value);
  }
  return { values };
}

/** A number as SQL prints it: `real` has 4 bytes and the fewest digits that tell it from its neighbours. */
function formatNumber(value: number, type: string): string {
  if (type !== 'real') return String(value);
  const nearest = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(nearest.toPrecision(digits));
    if (Math.fround(shorter) === nearest) return String(shorter);
  }
  return String(Number(nearest.toPrecision(9)));
}
