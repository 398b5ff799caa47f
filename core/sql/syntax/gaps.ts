import type { SqlDialect } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { clientCommandAt } from '../text/client-command.ts';

const blanksAndLineComments = { mysql: /(?:\s+|--(?=\s|$)[^\n]*|#[^\n]*)+/y, postgresql: /(?:\s+|--[^\n]*)+/y };
const commentSign = /\/\*|\*\//g;

/** A comment that is never closed. */
export interface UnclosedComment {
  readonly sign: Range;
  /** Whether no delimiter stands before it: then it may hide the rest of the statement. */
  readonly isInside: boolean;
}

/** The comment that is never closed in what stands between two statements, before the first, or behind the last. */
export function unclosedCommentIn(text: string, gap: Range, dialect: SqlDialect): UnclosedComment | undefined {
  let isInside = true;
  for (let offset = gap.start; offset < gap.end; ) {
    const { place, isUnclosed } = pastBlanksAndComments(text, offset, dialect);
    if (place >= gap.end) return undefined;
    if (isUnclosed) return { sign: { start: place, end: place + 2 }, isInside };
    const command = text[place] === '\\' ? clientCommandAt(text, place + 1, dialect) : undefined;
    isInside = false;
    offset = command?.end ?? place + 1;
  }
  return undefined;
}

/** Where something stands that is neither blank nor comment, or a comment that is never closed. */
function pastBlanksAndComments(text: string, offset: number, dialect: SqlDialect) {
  for (let place = offset; ; ) {
    place = matchEnd(blanksAndLineComments[dialect], text, place);
    if (!text.startsWith('/*', place)) return { place, isUnclosed: false };
    const end = commentEnd(text, place, dialect);
    if (end === undefined) return { place, isUnclosed: true };
    place = end;
  }
}

/** Where the match of the sticky pattern ends that begins at `offset`; `offset` when there is none. */
function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** Where the comment at `start` ends; undefined when it never does. Comments nest in PostgreSQL alone. */
function commentEnd(text: string, start: number, dialect: SqlDialect): number | undefined {
  if (dialect === 'mysql') {
    const sign = text.indexOf('*/', start + 2);
    return sign < 0 ? undefined : sign + 2;
  }
  commentSign.lastIndex = start;
  for (let depth = 0; ; ) {
    const sign = commentSign.exec(text);
    if (sign === null) return undefined;
    depth += sign[0] === '/*' ? 1 : -1;
    if (depth === 0) return commentSign.lastIndex;
  }
}
