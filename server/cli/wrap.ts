import { displayWidth } from './display-width.ts';

export interface WrapOptions {
  /** Columns of a line; undefined to leave the text on one line. */
  readonly columns: number | undefined;
  /** Columns that are taken on the first line. */
  readonly taken: number;
  /** What the second line and those below begin with. */
  readonly indent: string;
}

/** A text on lines of at most so many columns, broken at blanks. */
export function wrap(text: string, { columns, taken, indent }: WrapOptions): string {
  if (columns === undefined) return text;
  const lines: string[] = [];
  let line = '';
  let used = taken;
  for (const word of text.split(' ')) {
    const width = displayWidth(word) + (line === '' ? 0 : 1);
    if (used + width <= columns) {
      line += line === '' ? word : ` ${word}`;
      used += width;
    } else {
      lines.push(line);
      line = indent + word;
      used = displayWidth(line);
    }
  }
  return [...lines, line].join('\n');
}
