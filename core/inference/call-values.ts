import type { CallDescription, DescribedValue } from '../sql/describe-call.ts';
import type { Cell } from './request.ts';

/** A value that a call takes from the database and that a preview has to be given. */
export interface MissingValue {
  /** What stands in the SQL: a column or an expression, such as `body`. */
  readonly name: string;
  /** The parameter it is for, such as `input_text`. */
  readonly parameter: string;
}

/** The values of one row, by the name under which they are asked for. */
export type RowValues = Readonly<Record<string, Cell>>;

/** What has to be given for each row: once for each column or expression, however often the call names it. */
export function missingValues(description: CallDescription): readonly MissingValue[] {
  const { target, language, inputs } = description;
  const used = [
    { value: target, parameter: 'endpoint_name' },
    ...inputs.map(({ value, parameter }) => ({ value, parameter: parameter.name })),
    { value: language, parameter: 'language_code' },
  ];
  const missing = new Map<string, MissingValue>();
  for (const { value, parameter } of used) {
    if (value === undefined || value.kind === 'literal') continue;
    const name = nameOf(value);
    if (!missing.has(name)) missing.set(name, { name, parameter });
  }
  return [...missing.values()];
}

/** What a value of the call is in one row; NULL when the row does not have it. */
export function cellOf(value: DescribedValue, row: RowValues): Cell {
  if (value.kind === 'literal') return value.value === null ? null : String(value.value);
  const name = nameOf(value);
  return Object.hasOwn(row, name) ? (row[name] ?? null) : null;
}

function nameOf(value: Exclude<DescribedValue, { kind: 'literal' }>): string {
  return value.kind === 'column' ? value.name : value.text.replace(/\s+/g, ' ');
}
