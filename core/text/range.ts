/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a text as the Language Server Protocol counts it: zero-based, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One replacement in a text. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Whether `offset` lies in `range`; both ends count, so that a cursor behind the last character is inside. */
export function contains(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Applies edits that do not overlap; their offsets are those of the text before any of them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let position = 0;
  for (const edit of ordered) {
    result += text.slice(position, edit.range.start) + edit.newText;
    position = edit.range.end;
  }
  return result + text.slice(position);
}
