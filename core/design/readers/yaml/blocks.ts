import { lazily } from '../../../lazily.ts';
import type { Line, Lines } from './lines.ts';

/** An entry of a block mapping or list, with the lines up to the next one: what is parsed by itself. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** The entries below the key, where there are so many lines that they are parsed one by one; empty otherwise. */
  readonly entries: () => readonly Block[];
  /** An entry to be read above a line that is none by itself, such as a key without its colon; empty otherwise. */
  readonly above: string;
}

/** Longest block whose entries are not parsed one by one, in UTF-16 units: some forty lines. */
const longestBlock = 1500;

const noEntries = (): readonly Block[] => [];

/**
 * The entries of the mapping that a YAML text is, by nothing but the columns in which lines begin. Empty for every text
 * of which that cannot be told so: flow style, several documents, directives, keys that are no plain words.
 * Whether an entry ends where its lines end only parsing tells: an open quote goes on.
 */
export function blocksOf({ text, lines, starts }: Lines): readonly Block[] {
  const first = lines.findIndex(({ kind }) => kind === 'key');
  const above = lines.slice(0, Math.max(first, 0));
  if (first < 0 || lines[first]?.indent !== 0) return [];
  if (!above.every(({ kind }) => kind === 'blank' || kind === 'marker')) return [];
  if (lines.some(({ kind }, index) => kind === 'marker' && index > first)) return [];
  return new Blocks(text, lines, starts).entries(0, first, lines.length);
}

class Blocks {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #starts: readonly number[];

  constructor(text: string, lines: readonly Line[], starts: readonly number[]) {
    this.#text = text;
    this.#lines = lines;
    this.#starts = starts;
  }

  /** The entries of which the first begins on line `first`; what stands above it belongs to it. */
  entries(above: number, first: number, end: number): readonly Block[] {
    const starts = this.#startsOfEntries(first, end);
    return starts.map((line, index) => {
      const next = starts[index + 1] ?? end;
      const [from, to] = [this.#offsetOf(index === 0 ? above : line), this.#offsetOf(next)];
      return {
        start: from,
        end: to,
        entries: to - from > longestBlock ? lazily(() => this.#entriesBelow(line, next)) : noEntries,
        above: this.#isWord(line) ? this.#entryLike(first) : '',
      };
    });
  }

  #isWord(line: number): boolean {
    const kind = this.#lines[line]?.kind;
    return kind === 'word' || kind === 'letter';
  }

  #entryLike(line: number): string {
    const { indent, kind } = this.#lines[line] as Line;
    return `${' '.repeat(indent)}${kind === 'item' ? '- 0' : 'key: 0'}\n`;
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
      // What else begins in this column belongs to the entry above: a list in that of its key, a closing bracket.
      if (kind === opening.kind || kind === 'word' || (kind === 'letter' && this.#standsAlone(index)))
        starts.push(index);
    }
    return starts;
  }

  /**
   * Whether a letter is an entry without its colon. With what follows in its column the YAML library may read it
   * together: not below an entry, but below a blank line or another word.
   */
  #standsAlone(letter: number): boolean {
    const { indent } = this.#lines[letter] as Line;
    const below = this.#lines.find(({ kind }, index) => index > letter && kind !== 'blank');
    if (below === undefined || below.indent < indent) return true;
    const above = this.#lines[letter - 1];
    const isBelowEntry = above !== undefined && above.kind !== 'blank' && (above.indent > indent || isEntry(above));
    return isBelowEntry && below.indent === indent && isEntry(below);
  }

  #offsetOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }
}

function isEntry({ kind }: Line): boolean {
  return kind === 'key' || kind === 'item';
}
