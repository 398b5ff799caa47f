import type { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { Range } from '@aurora-blueprint/core/text/range.ts';
import { charactersOf, displayWidth } from './display-width.ts';
import { printable } from './printable.ts';
import type { Style, Terminal } from './terminal.ts';

/** Columns of a line of source where no terminal says how wide it is. */
const usualWidth = 120;
const cut = '…';

/**
 * The source lines of a range with carets under it: one line, or the first and the last of several. A line that is too
 * long is cut to what stands around the range.
 */
export function excerpt(text: string, lines: LineIndex, range: Range, mark: Style, terminal: Terminal): string {
  const [first, last] = [
    lines.positionAt(range.start).line,
    lines.positionAt(Math.max(range.start, range.end - 1)).line,
  ];
  const margin = `${last + 1}`.length;
  const width = (terminal.columns ?? usualWidth) - margin - '   | '.length;
  const row = (number: string, content: string) =>
    `  ${terminal.paint(`${number.padStart(margin)} |`, 'dim')} ${content}`.trimEnd();
  const rowsOf = (line: number) => {
    const { source, carets } = markedLine(lineAt(text, lines, line), inLine(range, text, lines, line), width);
    return [
      row(`${line + 1}`, source),
      row(
        '',
        carets.replace(/\^+/, (signs) => terminal.paint(signs, mark, 'bold')),
      ),
    ];
  };
  if (first === last) return rowsOf(first).join('\n');
  const between = last - first > 1 ? [row('', terminal.paint('...', 'dim'))] : [];
  return [...rowsOf(first), ...between, ...rowsOf(last)].join('\n');
}

function lineAt(text: string, lines: LineIndex, line: number): string {
  return text.slice(lines.startOfLine(line), lines.startOfLine(line + 1)).replace(/[\r\n]+$/, '');
}

/** The part of a range that lies in a line, without the indentation of a line it goes on in; at least one character. */
function inLine(range: Range, text: string, lines: LineIndex, line: number): Range {
  const begin = lines.startOfLine(line);
  const source = lineAt(text, lines, line);
  const indent = source.length - source.trimStart().length;
  const start = range.start < begin ? indent : range.start - begin;
  return { start, end: Math.max(start + 1, Math.min(range.end - begin, source.trimEnd().length)) };
}

/** A line and the carets below it, both at most `width` columns wide. */
function markedLine(line: string, { start, end }: Range, width: number): { source: string; carets: string } {
  // Nobody sees more of a line of a megabyte.
  const most = 4 * width;
  const before = charactersOf(printable(line.slice(Math.max(0, start - most), start)));
  const marked = charactersOf(printable(line.slice(start, Math.min(end, start + most))));
  const after = charactersOf(printable(line.slice(end, end + most)));
  const whole = displayWidth([...before, ...marked, ...after].join(''));
  if (whole <= width) return withCarets(before.join(''), marked.join(''), after.join(''));
  const shown = takeFront(marked, width - 2 * cut.length);
  const left = width - displayWidth(shown);
  // As much of what stands before as behind it, or more where the other side needs less.
  const behind = takeFront(after, Math.max(Math.ceil(left / 2), left - displayWidth(before.join(''))));
  return withCarets(takeBack(before, left - displayWidth(behind)), shown, behind);
}

function withCarets(before: string, marked: string, after: string) {
  return {
    source: before + marked + after,
    carets: ' '.repeat(displayWidth(before)) + '^'.repeat(Math.max(1, displayWidth(marked))),
  };
}

/** As many characters as fit into `width` columns with the sign that stands for the others. */
function takeFront(characters: readonly string[], width: number): string {
  if (displayWidth(characters.join('')) <= width) return characters.join('');
  return characters.slice(0, countThatFits(characters, width - cut.length)).join('') + cut;
}

/** The same from behind. */
function takeBack(characters: readonly string[], width: number): string {
  if (displayWidth(characters.join('')) <= width) return characters.join('');
  const count = countThatFits(characters.toReversed(), width - cut.length);
  return cut + characters.slice(characters.length - count).join('');
}

function countThatFits(characters: readonly string[], width: number): number {
  let taken = 0;
  const tooFar = characters.findIndex((character) => {
    taken += displayWidth(character);
    return taken > width;
  });
  return tooFar < 0 ? characters.length : tooFar;
}
