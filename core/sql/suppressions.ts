import type { Suppression } from '../rules/control/suppression.ts';
import { readDirective } from '../rules/control/suppression-directive.ts';
import type { Range } from '../text/range.ts';
import type { PlacedStatement } from './text/statement.ts';

const comment = /^(.*?)(--|#)(?=[ \t]*aurora-ignore\b).*$/gm;
/** A line on which no code stands. */
const noCode = /^\s*(?:(?:--|#).*)?$/;

/**
 * The comments that silence rules, such as `-- aurora-ignore PGM019: nightly job`. One at the end of a line covers what is
 * said there; one on a line of its own above a statement covers the statement, and inside of one the next line of code.
 */
export function sqlSuppressions(text: string, statements: readonly PlacedStatement[]): readonly Suppression[] {
  if (!text.includes('aurora-ignore')) return [];
  return [...text.matchAll(comment)].flatMap((match) => {
    const [line, before = ''] = match;
    const found = readDirective(line.slice(before.length));
    if (found === undefined) return [];
    const start = match.index;
    const end = start + line.length;
    const standsAlone = before.trim() === '';
    const blanks = /[ \t]*$/.exec(before)?.[0].length ?? 0;
    return [
      {
        rules: found.rules,
        reason: found.reason,
        range: { start: start + before.length + found.start, end },
        whole: standsAlone
          ? { start, end: Math.min(end + 1, text.length) }
          : { start: start + before.length - blanks, end },
        covers: standsAlone ? nextCode(text, end, statements) : { start, end: start + before.length },
      },
    ];
  });
}

/** The statement that begins on the next line of code, or that line where none begins there. */
function nextCode(text: string, from: number, statements: readonly PlacedStatement[]): Range | undefined {
  for (let start = from + 1; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (!noCode.test(text.slice(start, end))) {
      const statement = statements.find(({ offset }) => offset >= start && offset < end);
      return statement === undefined ? { start, end } : { start, end: statement.offset + statement.text.length };
    }
    start = end + 1;
  }
  return undefined;
}
