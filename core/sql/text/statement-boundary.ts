const statementWords = [
  'alter',
  'analyze',
  'begin',
  'call',
  'comment',
  'commit',
  'copy',
  'create',
  'delete',
  'delimiter',
  'do',
  'drop',
  'explain',
  'grant',
  'insert',
  'load',
  'merge',
  'refresh',
  'replace',
  'revoke',
  'rollback',
  'select',
  'set',
  'show',
  'start',
  'truncate',
  'update',
  'use',
  'values',
  'vacuum',
  'with',
];
const longestWord = Math.max(...statementWords.map((word) => word.length));
const statementWord = new RegExp(`(?:${statementWords.join('|')})\\b`, 'iy');
const restOfLine = /[ \t]*(?:--[^\r\n]*)?\r?\n/y;
const blankLines = /\s*(?:--[^\n]*\n\s*)*/y;

/** Whether a place ends a statement, and how far into the text that answer looked. */
export interface BoundaryLook {
  readonly isBoundary: boolean;
  readonly reach: number;
}

/**
 * Whether the semicolon at `offset` ends a statement even where a bracket or quote before it is still open: it ends its
 * line, and the next line of code begins a statement. A half-typed statement so never hides the one behind it.
 */
export function lookForBoundary(text: string, offset: number): BoundaryLook {
  restOfLine.lastIndex = offset + 1;
  if (!restOfLine.test(text)) return { isBoundary: false, reach: endOfLine(text, offset) + 1 };
  blankLines.lastIndex = restOfLine.lastIndex;
  blankLines.test(text);
  statementWord.lastIndex = blankLines.lastIndex;
  return { isBoundary: statementWord.test(text), reach: blankLines.lastIndex + longestWord + 1 };
}

/** Offset of the first such semicolon at or behind `offset`; the length of the text when there is none. */
export function nextBoundary(text: string, offset: number): number {
  for (let at = text.indexOf(';', offset); at >= 0; at = text.indexOf(';', at + 1)) {
    if (lookForBoundary(text, at).isBoundary) return at;
  }
  return text.length;
}

/** Where the line ends in which `offset` lies: at its line feed, or at the end of the text. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
