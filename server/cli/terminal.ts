import type { WriteStream } from 'node:tty';

/** How a piece of a text looks on a terminal. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green';

/** Where a text is shown. */
export interface Terminal {
  /** Columns of a line; undefined where nobody sees lines, such as in a pipe or a file. */
  readonly columns: number | undefined;
  readonly paint: (text: string, ...styles: readonly Style[]) => string;
}

/** Codes of SGR (ECMA-48) that begin and end a style. */
const codes: Readonly<Record<Style, readonly [begin: number, end: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
};

/** A pipe or a file: no colours, lines as long as they are. */
export const plain: Terminal = { columns: undefined, paint: (text) => text };

/** A terminal with colours. */
export function coloured(columns: number | undefined): Terminal {
  const paint = (text: string, ...styles: readonly Style[]) =>
    styles.reduce((painted, style) => `\u001b[${codes[style][0]}m${painted}\u001b[${codes[style][1]}m`, text);
  return { columns, paint };
}

/**
 * What a stream leads to. Terminals have colours unless NO_COLOR is set (no-color.org) or TERM is `dumb`; FORCE_COLOR
 * paints anywhere, and 0 nowhere, as in Node itself.
 */
export function terminalOf(stream: Pick<WriteStream, 'isTTY' | 'columns'>, env: NodeJS.ProcessEnv): Terminal {
  const columns = stream.isTTY ? Math.max(stream.columns, narrowest) : undefined;
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  const isForbidden = (no !== undefined && no !== '') || term === 'dumb';
  const hasColours = force === undefined ? stream.isTTY && !isForbidden : !['0', 'false'].includes(force);
  return hasColours ? coloured(columns) : { ...plain, columns };
}

/** Columns below which nothing is cut or wrapped any further. */
const narrowest = 40;
