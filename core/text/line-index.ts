import type { Position } from './range.ts';

/** Converts between offsets and positions of one text. Lines end at `\n`, `\r\n` or a lone `\r`, as in LSP. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    // Looking for the next sign of its kind is much faster than looking at each sign.
    let [newline, carriageReturn] = [text.indexOf('\n'), text.indexOf('\r')];
    while (newline !== -1 || carriageReturn !== -1) {
      if (carriageReturn !== -1 && (newline === -1 || carriageReturn < newline)) {
        if (carriageReturn + 1 !== newline) this.#starts.push(carriageReturn + 1);
        carriageReturn = text.indexOf('\r', carriageReturn + 1);
      } else {
        this.#starts.push(newline + 1);
        newline = text.indexOf('\n', newline + 1);
      }
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line; the end of the text for a line behind the last. */
  startOfLine(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The position of an offset; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): Position {
    const place = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOfLine(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: place - this.startOfLine(low) };
  }

  /** The offset of a position; a character behind the end of its line is moved to that end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.startOfLine(position.line);
    const end = this.#endOfLine(position.line);
    return Math.min(start + Math.max(0, position.character), end);
  }

  #endOfLine(line: number): number {
    let end = this.startOfLine(line + 1);
    while (end > this.startOfLine(line) && '\r\n'.includes(this.#text.charAt(end - 1))) end--;
    return end;
  }
}
