import type { CommonEnds } from '../../../text/common-ends.ts';

/** What a line of YAML begins with, as far as its first characters tell. */
export interface Line {
  readonly indent: number;
  /** A word may become a key, and so may a letter, a word of one sign. */
  readonly kind: 'blank' | 'key' | 'item' | 'word' | 'letter' | 'closing' | 'marker' | 'other';
  /** Whether what belongs to the key begins on the next line. */
  readonly isOpen: boolean;
}

/** The lines of a text, and the offsets at which they begin. */
export interface Lines {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly starts: readonly number[];
}

export const noLines: Lines = { text: '', lines: [], starts: [] };

/** The lines of a text; those are taken over that it has in common with the text before it. */
export function linesOf(text: string, before: Lines, common: CommonEnds): Lines {
  const moved = text.length - before.text.length;
  // A line ends where the next one begins; what follows a common end of a line is a line of both.
  const kept = Math.max(
    0,
    before.starts.findLastIndex((start) => start <= common.start),
  );
  const oldEnd = before.text.length - common.end;
  const after = before.starts.findIndex((start, index) => index >= kept && start > oldEnd);
  const end = after < 0 ? text.length : (before.starts[after] ?? 0) + moved;
  const lines = before.lines.slice(0, kept);
  const starts = before.starts.slice(0, kept);
  for (let start = before.starts[kept] ?? 0; start < end; ) {
    let content = start;
    while (text.charCodeAt(content) === 32) content++;
    const indent = content - start;
    lines.push({ indent, ...lineAt(text, content, indent) });
    starts.push(start);
    const newline = text.indexOf('\n', content);
    start = newline === -1 ? text.length : newline + 1;
  }
  if (after < 0) return { text, lines, starts };
  return {
    text,
    lines: lines.concat(before.lines.slice(after)),
    starts: starts.concat(before.starts.slice(after).map((start) => start + moved)),
  };
}

/** Private signs are letters, too: completion asks with one what can stand in a place. */
const key =
  /(?:[\p{L}\p{Co}_][\p{L}\p{Co}\w./-]*(?:::[\w./-]+)*|"[^"\\\r\n]*"|'[^'\r\n]*'):(?:[ \t]*(?:[ \t]#.*)?\r?(\n|$)|[ \t])/uy;

const letter = /[\p{L}\p{Co}_]/u;

function lineAt(text: string, content: number, indent: number): Pick<Line, 'kind' | 'isOpen'> {
  const next = text.charAt(content + 1);
  switch (text.charAt(content)) {
    case '':
    case '\n':
    case '\r':
    case '#':
      return { kind: 'blank', isOpen: false };
    case '-':
      if (text.startsWith('---', content) && indent === 0) return { kind: 'marker', isOpen: false };
      return { kind: next === '' || /\s/.test(next) ? 'item' : 'other', isOpen: false };
    case ']':
    case '}':
      return { kind: 'closing', isOpen: false };
    case '.':
    case '%':
      return { kind: indent === 0 ? 'marker' : 'other', isOpen: false };
  }
  key.lastIndex = content;
  const match = key.exec(text);
  if (match !== null) return { kind: 'key', isOpen: match[1] !== undefined };
  if (!letter.test(text.charAt(content))) return { kind: 'other', isOpen: false };
  if (/\S/.test(next)) return { kind: 'word', isOpen: false };
  return { kind: next === '' || /[\r\n]/.test(next) ? 'letter' : 'other', isOpen: false };
}
