import type { TextEdit } from './range.ts';

/**
 * Edits that make `after` of `before`: a line each where as many lines change as come in their place, otherwise one for
 * all between the first and the last line that differ. What stands around is not touched, so that cursors stay.
 */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const shorter = Math.min(old.length, now.length);
  let first = 0;
  while (first < shorter && old[first] === now[first]) first++;
  let behind = 0;
  while (behind < shorter - first && old.at(-1 - behind) === now.at(-1 - behind)) behind++;
  const [removed, written] = [old.slice(first, old.length - behind), now.slice(first, now.length - behind)];
  let start = old.slice(0, first).join('').length;
  if (removed.length !== written.length) {
    return [{ range: { start, end: start + removed.join('').length }, newText: written.join('') }];
  }
  const edits: TextEdit[] = [];
  for (const [index, line] of removed.entries()) {
    const end = start + line.length;
    const newText = written[index] ?? '';
    if (newText !== line) edits.push({ range: { start, end }, newText });
    start = end;
  }
  return edits;
}

/** The lines of a text with their ends. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}
