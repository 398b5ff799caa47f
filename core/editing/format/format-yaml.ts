import { Composer, type CST, Parser } from 'yaml';
import type { Range, TextEdit } from '../../text/range.ts';
import { Layout } from './layout.ts';
import { isNestedTooDeep } from './nesting.ts';
import { endOf, startOf, startOfEntry } from './piece.ts';
import { Places } from './places.ts';
import { sequenceStyle } from './sequence-style.ts';
import { SyntaxWalk } from './syntax-walk.ts';

export interface FormatOptions {
  /** Blanks by which what belongs to a key is further in than it. */
  readonly tabSize: number;
  /** The lines to format; all when left out. */
  readonly range?: Range;
}

/**
 * The edits that make a YAML text even: how far lines stand in, the blanks behind colons, commas and dashes and inside
 * braces, blanks at the ends of lines, blank lines, the last line break. They change blanks and line breaks alone, and
 * nothing that means anything: comments, quotes, flow and block style and the lines of long texts stay as written.
 *
 * While a text has syntax errors its lines stay as far in as they are, since that may be what is wrong; entries with an
 * error in them stay as they are altogether. Never throws.
 */
export function formatYaml(text: string, { tabSize, range }: FormatOptions): readonly TextEdit[] {
  const syntax = isText(text) ? syntaxOf(text) : undefined;
  if (syntax === undefined) return [];
  const { tokens, errors } = syntax;
  const lines = range === undefined ? { start: 0, end: text.length } : wholeLines(text, range);
  const layout = new Layout(text, !errors.isEmpty);
  const walk = new SyntaxWalk({
    layout,
    tabSize: Math.max(1, tabSize),
    sequences: sequenceStyle(tokens, (offset) => layout.columnOf(offset)),
    isBroken: (token) => {
      if (errors.isEmpty) return false;
      const start = 'type' in token ? startOf(token) : startOfEntry(token);
      return start !== undefined && errors.touch({ start, end: endOf(token) });
    },
    keepsColumn: (token) => !errors.isEmpty || startOf(token) < lines.start || endOf(token) > lines.end,
  });
  for (const token of tokens) walk.token(token);
  return layout.finish().filter((edit) => lines.start <= edit.range.start && edit.range.end <= lines.end);
}

/** Whether editors and the YAML library see the same lines and characters: control characters have no place in YAML. */
function isText(text: string): boolean {
  return !/\r(?!\n)|[^\P{Cc}\t\r\n\x85]/u.test(text);
}

interface Syntax {
  readonly tokens: readonly CST.Token[];
  /** Where the text is no YAML, as far as the words around: it may be one of them that is wrong. */
  readonly errors: Places;
}

/** Undefined where the YAML library gives up. */
function syntaxOf(text: string): Syntax | undefined {
  try {
    const tokens = [...new Parser().parse(text)];
    if (isNestedTooDeep(tokens)) return undefined;
    const composer = new Composer({ logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
    const errors = [...composer.compose(tokens, true)].flatMap((document) => document.errors);
    const places = errors.map(({ pos: [start, end] }) => withBlanksAround(text, { start, end }));
    return { tokens, errors: new Places(places) };
  } catch {
    return undefined;
  }
}

function withBlanksAround(text: string, { start, end }: Range): Range {
  const blanks = text.slice(end).search(/\S|$/);
  return { start: text.slice(0, start).trimEnd().length, end: end + blanks };
}

/** The lines of which something lies in a range; a range that ends where a line begins leaves that line out. */
function wholeLines(text: string, { start, end }: Range): Range {
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const lineBreak = text.indexOf('\n', last);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineBreak === -1 ? text.length : lineBreak + 1 };
}
