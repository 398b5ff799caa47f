import type { TextEdit } from '../../text/range.ts';

/** Collects what formatting changes, which is nothing but blanks and line breaks. */
export class GapEdits {
  readonly edits: TextEdit[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Writes other blanks between two offsets; changes nothing where anything else stands between them. */
  replace(start: number, end: number, blanks: string): void {
    const written = this.#text.slice(start, end);
    if (written === blanks || /[^ \t\r\n]/.test(written)) return;
    const shorter = Math.min(written.length, blanks.length);
    let same = 0;
    while (same < shorter && written[same] === blanks[same]) same++;
    let behind = 0;
    while (behind < shorter - same && written.at(-1 - behind) === blanks.at(-1 - behind)) behind++;
    this.edits.push({
      range: { start: start + same, end: end - behind },
      newText: blanks.slice(same, blanks.length - behind),
    });
  }
}
