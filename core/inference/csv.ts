import type { Cell } from './request.ts';

/**
 * Rows as the `text/csv` body of a SageMaker request, without a header, one record a line. NULL is sent as an empty
 * string, as Aurora does. Cells with a comma, a quote or a line break are quoted as RFC 4180 says; so is an empty
 * cell that is alone in its record, since an empty line would be no record.
 */
export function encodeCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map(encodeRecord).join('\n');
}

function encodeRecord(cells: readonly Cell[]): string {
  if (cells.length === 1 && !cells[0]) return '""';
  return cells.map((cell) => (cell === null ? '' : /[",\r\n]/.test(cell) ? quoted(cell) : cell)).join(',');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** The records of a CSV text. Empty lines are no records; an unclosed quote takes what is left. */
export function decodeCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let start = 0;
  while (start < text.length || record.length > 0) {
    const { cell, end } = readCell(text, start);
    record.push(cell);
    if (text[end] !== ',') {
      if (record.length > 1 || end > start) records.push(record);
      record = [];
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return records;
}

/** The cell that begins at `start`, and where it ends: at a comma, a line break or the end of the text. */
function readCell(text: string, start: number): { cell: string; end: number } {
  if (text[start] !== '"') {
    const end = endOfPlain(text, start);
    return { cell: text.slice(start, end), end };
  }
  const close = closingQuote(text, start + 1);
  const end = endOfPlain(text, close + 1);
  return { cell: text.slice(start + 1, close).replaceAll('""', '"') + text.slice(close + 1, end), end };
}

function closingQuote(text: string, start: number): number {
  let quote = text.indexOf('"', start);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote < 0 ? text.length : quote;
}

function endOfPlain(text: string, start: number): number {
  const separator = /[,\r\n]/g;
  separator.lastIndex = start;
  return separator.exec(text)?.index ?? text.length;
}
