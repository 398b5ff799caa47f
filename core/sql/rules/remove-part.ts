import type { Fix } from '../../rules/finding.ts';
import type { Range } from '../../text/range.ts';

/** The fix that takes a part of a statement away, with the blanks around it that then separate nothing. */
export function removePart(text: string, range: Range, title: string): Fix {
  return { title, edits: [{ range: withBlanks(text, range), newText: '' }] };
}

function withBlanks(text: string, { start, end }: Range): Range {
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  const lineStart = start - before;
  if (text[lineStart - 1] !== '\n') return { start: lineStart, end };
  const lineEnd = /^\r?\n/.exec(text.slice(end + after))?.[0].length ?? 0;
  if (lineEnd > 0) return { start: lineStart, end: end + after + lineEnd };
  if (end + after < text.length) return { start, end: end + after };
  const lineBefore = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  // A comment up to the end of its line would take in what follows.
  return /--|#/.test(lineBefore) ? { start: lineStart, end } : { start: text.slice(0, start).trimEnd().length, end };
}
