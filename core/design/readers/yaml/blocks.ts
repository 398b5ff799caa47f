/** An entry of a block mapping or list, with the lines up to the next one: what is parsed by itself. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** The entries below the key, where there are so many lines that they are parsed one by one; empty otherwise. */
  readonly entries: readonly Block[];
}

/** Longest block whose entries are not parsed one by one, in UTF-16 units: some forty lines. */
const longestBlock = 1500;

type Kind = 'blank' | 'key' | 'item' | 'closing' | 'marker' | 'other';

interface Line {
  readonly start: number;
  readonly indent: number;
  readonly kind: Kind;
  /** Whether what belongs to the key begins on the next line. */
  readonly isOpen: boolean;
}

/**
 * The entries of the mapping that a YAML text is, by nothing but the columns in which lines begin. Empty for every text
 * of which that cannot be told so: flow style, several documents, directives, keys that are no plain words.
 * Whether an entry ends where its lines end only parsing tells: an open quote goes on.
 */
export function blocksOf(text: string): readonly Block[] {
  const lines = linesOf(text);
  const first = lines.findIndex(({ kind }) => kind === 'key');
  const above = lines.slice(0, Math.max(first, 0));
  if (first < 0 || lines[first]?.indent !== 0) return [];
  if (!above.every(({ kind }) => kind === 'blank' || kind === 'marker')) return [];
  if (lines.some(({ kind }, index) => kind === 'marker' && index > first)) return [];
  return new Blocks(text, lines).entries(0, first, lines.length);
}

class Blocks {
  readonly #text: string;
  readonly #lines: readonly Line[];

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text;
    this.#lines = lines;
  }

  /** The entries of which the first begins on line `first`; what stands above it belongs to it. */
  entries(above: number, first: number, end: number): readonly Block[] {
    const starts = this.#startsOfEntries(first, end);
    return starts.map((line, index) => this.#block(index === 0 ? above : line, line, starts[index + 1] ?? end));
  }

  #block(above: number, line: number, end: number): Block {
    const block = { start: this.#offsetOf(above), end: this.#offsetOf(end) };
    const isLong = block.end - block.start > longestBlock;
    return { ...block, entries: isLong ? this.#entriesBelow(line, end) : [] };
  }

  #entriesBelow(line: number, end: number): readonly Block[] {
    let first = line + 1;
    while (first < end && this.#lines[first]?.kind === 'blank') first++;
    const [key, entry] = [this.#lines[line], this.#lines[first]];
    if (key?.isOpen !== true || entry === undefined || first === end) return [];
    const isBelow = entry.indent > key.indent || (entry.kind === 'item' && entry.indent === key.indent);
    return isBelow ? this.entries(first, first, end) : [];
  }

  /** The lines on which the entries of one collection begin; none when there is any doubt. */
  #startsOfEntries(first: number, end: number): readonly number[] {
    const starts: number[] = [];
    const opening = this.#lines[first];
    if (opening === undefined || (opening.kind !== 'key' && opening.kind !== 'item')) return [];
    for (let index = first; index < end; index++) {
      const { kind, indent } = this.#lines[index] as Line;
      if (kind === 'blank' || indent > opening.indent) continue;
      if (indent < opening.indent) return [];
      if (kind === opening.kind) starts.push(index);
      // A list may stand in the column of its key, and so may a closing bracket.
      else if (opening.kind === 'item' || (kind !== 'item' && kind !== 'closing')) return [];
    }
    return starts;
  }

  #offsetOf(line: number): number {
    return this.#lines[line]?.start ?? this.#text.length;
  }
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    let content = start;
    while (text.charCodeAt(content) === 32) content++;
    const indent = content - start;
    lines.push({ start, indent, ...lineAt(text, content, indent) });
    const newline = text.indexOf('\n', content);
    start = newline === -1 ? text.length : newline + 1;
  }
  return lines;
}

const key = /(?:[A-Za-z_][\w./-]*(?:::[\w./-]+)*|"[^"\\\r\n]*"|'[^'\r\n]*'):(?:[ \t]*(?:[ \t]#.*)?\r?(\n|$)|[ \t])/y;

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
  return { kind: match === null ? 'other' : 'key', isOpen: match?.[1] !== undefined };
}
