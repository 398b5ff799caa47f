import { isCollection, isScalar, type Node, visit } from 'yaml';
import { LineIndex } from '../text/line-index.ts';

/** Lines that can be folded away below the first of them; zero-based, both ends included. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
}

/**
 * What can be folded in a YAML or JSON text: mappings, lists and texts of several lines by their structure, runs of
 * comment lines, and what stands between `# region` and `# endregion`. In order of their first lines. Never throws.
 */
export function foldsOf(text: string, documents: readonly (Node | null)[]): readonly Fold[] {
  const search = new FoldSearch(text);
  for (const contents of documents) search.structure(contents);
  search.comments();
  return search.found.toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

class FoldSearch {
  readonly found: Fold[] = [];
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #starts = new Set<number>();
  /** Lines inside texts of several lines, where a `#` begins no comment. */
  readonly #texts = new Set<number>();

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
  }

  /** The outermost thing that begins on a line is folded there. */
  structure(contents: Node | null): void {
    visit(contents, {
      Pair: (_key, { key, value }) => {
        this.#add((key as Node | null)?.range?.[0], value as Node | null);
      },
      Node: (key, node) => {
        if (typeof key === 'number') this.#add(node.range?.[0], node);
        if (isScalar(node)) this.#noteText(node);
      },
    });
  }

  comments(): void {
    const regions: number[] = [];
    let first: number | undefined;
    for (let line = 0; line <= this.#lines.lineCount; line += 1) {
      const [, comment] = /^\s*#\s*(.*?)\s*$/.exec(this.#textOf(line)) ?? [];
      const isComment = comment !== undefined && !this.#texts.has(line);
      const isRegion = isComment && /^#?(end)?region\b/i.test(comment);
      if (isRegion && !/^#?end/i.test(comment)) regions.push(line);
      if (isComment && !isRegion) {
        first ??= line;
        continue;
      }
      if (first !== undefined && line - 1 > first)
        this.found.push({ startLine: first, endLine: line - 1, kind: 'comment' });
      first = undefined;
      const start = isRegion && /^#?end/i.test(comment) ? regions.pop() : undefined;
      if (start !== undefined) this.found.push({ startLine: start, endLine: line, kind: 'region' });
    }
  }

  #add(start: number | undefined, node: Node | null): void {
    const isLong = isCollection(node) || (isScalar(node) && node.type !== 'PLAIN');
    if (start === undefined || !isLong) return;
    const startLine = this.#lines.positionAt(start).line;
    const endLine = this.#lastLineOf(node);
    if (endLine <= startLine || this.#starts.has(startLine)) return;
    this.#starts.add(startLine);
    this.found.push({ startLine, endLine });
  }

  /** The last line with something on it; a bracket that closes what is folded stays in sight. */
  #lastLineOf(node: Node): number {
    const end = node.range?.[1] ?? 0;
    const { line } = this.#lines.positionAt(this.#text.slice(0, end).trimEnd().length);
    return /^\s*[\]}]+,?\s*$/.test(this.#textOf(line)) ? line - 1 : line;
  }

  #noteText(node: Node): void {
    const [start, end] = node.range ?? [0, 0];
    const first = this.#lines.positionAt(start).line;
    const last = this.#lines.positionAt(end - 1).line;
    for (let line = first + 1; line <= last; line += 1) this.#texts.add(line);
  }

  #textOf(line: number): string {
    return this.#text.slice(this.#lines.startOfLine(line), this.#lines.startOfLine(line + 1));
  }
}
