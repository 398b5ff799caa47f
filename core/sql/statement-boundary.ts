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
].join('|');

// A semicolon at the end of a line, then, behind blank lines and line comments, a word that begins a statement.
const pattern = `;[ \\t]*(?:--[^\\n]*)?\\r?\\n\\s*(?:--[^\\n]*\\n\\s*)*(?:${statementWords})\\b`;
const here = new RegExp(pattern, 'iy');
const next = new RegExp(pattern, 'gi');

/**
 * Whether the semicolon at `offset` ends a statement even where a bracket or quote before it is still open: it ends its
 * line, and the next line of code begins a statement. A half-typed statement so never hides the one behind it.
 */
export function isSoftBoundary(text: string, offset: number): boolean {
  here.lastIndex = offset;
  return here.test(text);
}

/** Offset of the first such semicolon at or behind `offset`; the length of the text when there is none. */
export function nextSoftBoundary(text: string, offset: number): number {
  next.lastIndex = offset;
  return next.exec(text)?.index ?? text.length;
}
