import type { Range } from '../text/range.ts';

/** Stands at the cursor while the text is read: a word that nobody writes. */
export const probe = '\ue000';

/** A text with the probe at the cursor. */
export interface ProbedText {
  readonly text: string;
  /** Whether a dash was written before the probe. */
  readonly hasDash: boolean;
  /** Whether a comma was written behind it, which what follows on the line needs. */
  readonly hasComma: boolean;
}

/** The characters of one value or key around the cursor; a colon belongs to it unless it ends a key. */
export function wordAt(text: string, offset: number): Range {
  const isPart = (index: number) => {
    const sign = text.charAt(index);
    if (sign === '' || /[\s,[\]{}"']/.test(sign)) return false;
    return sign !== ':' || /\S/.test(text.charAt(index + 1));
  };
  let start = Math.max(0, Math.min(offset, text.length));
  let end = start;
  while (start > 0 && isPart(start - 1)) start -= 1;
  while (isPart(end)) end += 1;
  return { start, end };
}

/** Whether a colon that ends a key follows. */
export function hasColonBehind(text: string, { end }: Range): boolean {
  return /^["']?:(\s|$)/.test(text.slice(end, end + 3));
}

/** What stands before a word on its line. */
export function textBefore(text: string, { start }: Range): string {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

/**
 * The text with the probe in the place of a word: as a key, a value or an item, in the order of what is likeliest; first
 * in the whole text, then without what may be broken around it: the lines below, the line above. None in a comment.
 */
export function probedTexts(text: string, word: Range): readonly ProbedText[] {
  const before = textBefore(text, word);
  if (/^[#|>&*!%@`]/.test(text.slice(word.start, word.end))) return [];
  if (/(^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return [];
  const lineEnd = text.slice(word.end).search(/\r?\n|$/) + word.end;
  const above = text.slice(0, word.start - before.length);
  const probes = probesFor(before, text.slice(word.end), hasColonBehind(text, word), signAbove(above));
  // What belongs to the word below would be lost with the lines below.
  const ends = goesOnBelow(text, lineEnd, indentOf(before)) ? [text.length] : [text.length, lineEnd];
  return [above, withoutLastLine(above)].flatMap((kept) =>
    ends.flatMap((end) =>
      probes.map((written) => ({
        text: kept + before + written + text.slice(word.end, end),
        hasDash: written.startsWith('-'),
        hasComma: written.endsWith(','),
      })),
    ),
  );
}

function indentOf(line: string): number {
  return line.search(/[^ ]|$/);
}

/** Whether the next line that says anything stands further in than the line of the cursor. */
function goesOnBelow(text: string, lineEnd: number, indent: number): boolean {
  const [, below = ''] = /^(?:\r?\n[ \t]*(?:#[^\n]*)?)*\r?\n( *)[^\s#]/.exec(text.slice(lineEnd, lineEnd + 4000)) ?? [];
  return below.length > indent;
}

/** The last sign that stands above a line: in braces over several lines it tells what may follow. */
function signAbove(above: string): string {
  return above.trimEnd().slice(-1);
}

/** Whether the quote at the end of a line's beginning closes what another one opened. */
function isClosing(before: string): boolean {
  return before.split(before.slice(-1)).length % 2 === 1;
}

/** Lines without the last one that says anything. */
function withoutLastLine(lines: string): string {
  return lines.slice(0, lines.trimEnd().lastIndexOf('\n') + 1);
}

function probesFor(before: string, after: string, hasColon: boolean, above: string): readonly string[] {
  const isQuoted = /["']$/.test(before);
  if (/^(["']?#|[^\s,\]}:"'])/.test(after) || (isQuoted && isClosing(before))) return [];
  const trimmed = before.replace(/["']$/, '').trimEnd();
  if (trimmed.endsWith(':')) return [isQuoted || /\s$/.test(before) ? probe : ` ${probe}`];
  if (isQuoted || hasColon) return [probe];
  if (/[{,[]$/.test(trimmed || above)) {
    const needsComma = !/^\s*($|[,\]}])/.test(after);
    return needsComma ? [`${probe}: ~,`, `${probe},`] : [`${probe}: ~`, probe];
  }
  return trimmed === '' || /(^|\s)-$/.test(trimmed) ? [`${probe}: ~`, `- ${probe}: ~`, probe] : [];
}
