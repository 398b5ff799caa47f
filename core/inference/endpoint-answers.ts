import type { Answer } from './answer.ts';
import { decodeCsv, encodeCsv } from './csv.ts';

/**
 * The answers in the CSV that an endpoint gave to a batch of `rowCount` rows: one record for each row. A record of
 * several cells stays one text, as a composite type takes it. The XGBoost container of SageMaker writes the answers
 * to all rows into one record; that is read too. Any other number of records answers no row.
 */
export function endpointAnswers(csv: string, rowCount: number): readonly Answer[] {
  const records = decodeCsv(csv);
  const [first = []] = records;
  if (records.length === rowCount) return records.map((record) => output(textOf(record)));
  if (records.length === 1 && first.length === rowCount) return first.map(output);
  const message = `The endpoint answered ${records.length} records to ${rowCount} rows. Aurora needs one record for each row.`;
  return Array.from({ length: rowCount }, () => ({ kind: 'error', message }));
}

function textOf(record: readonly string[]): string {
  return record.length === 1 ? (record[0] ?? '') : encodeCsv([record]);
}

function output(text: string): Answer {
  return { kind: 'output', text };
}
