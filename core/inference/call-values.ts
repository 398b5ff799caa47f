import type { CallDescription, DescribedValue } from '../sql/calls/describe-call.ts';
import type { Cell } from './request.ts';

/**
 * What a call takes from the database, so that a preview has to be given it: columns and expressions as they stand in
 * the SQL, in the order of the call, each once however often the call names it.
 */
export function askedValues({ target, inputs, language }: CallDescription): readonly string[] {
  const used = [target, ...inputs.map(({ value }) => value), language];
  const names = used.flatMap((value) => (value === undefined || value.kind === 'literal' ? [] : [nameOf(value)]));
  return [...new Set(names)];
}

/** What a value of the call is in a row, which has one cell for each of `asks`. */
export function cellOf(value: DescribedValue, asks: readonly string[], row: readonly Cell[]): Cell {
  if (value.kind !== 'literal') return row[asks.indexOf(nameOf(value))] ?? null;
  return value.value === null ? null : String(value.value);
}

function nameOf(value: Exclude<DescribedValue, { kind: 'literal' }>): string {
  return value.kind === 'column' ? value.name : value.text.replace(/\s+/g, ' ');
}
