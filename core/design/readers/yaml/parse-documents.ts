import { type Document, isScalar, Pair, parseAllDocuments, type Range, type Scalar, type YAMLError } from 'yaml';
import { type CommonEnds, commonEnds } from '../../../text/common-ends.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Lines, linesOf, noLines } from './lines.ts';
import { collectionOf } from './moved-node.ts';
import {
  endOf,
  isWorthSaying,
  joined,
  longBlock,
  type PlacedBlock,
  parseBlock,
  partsOf,
  type Surroundings,
  startOf,
  type YamlOptions,
} from './parsed-block.ts';

/** One document of a YAML text. */
export interface YamlDocument {
  readonly contents: Document.Parsed['contents'];
  readonly range: Range;
  readonly errors: readonly YAMLError[];
  readonly warnings: readonly YAMLError[];
}

/** The blocks of a text as they were parsed; none when the text was parsed as a whole. */
export interface ParsedBlocks {
  readonly lines: Lines;
  readonly parts: readonly PlacedBlock[];
}

/** With this as what is known a text is parsed in blocks, for its next version. */
export const noBlocks: ParsedBlocks = { lines: noLines, parts: [] };

export interface ParsedDocuments {
  readonly documents: readonly YamlDocument[];
  /** For the next text, which will have most of them. */
  readonly blocks: ParsedBlocks;
}

/**
 * Parses the documents of a YAML text. `known` are the blocks of the text before it, when there was one: those that
 * stand in this text too are not parsed again. The documents are the same with and without. Throws what the YAML
 * library throws.
 */
export function parseDocuments(text: string, options: YamlOptions, known?: ParsedBlocks): ParsedDocuments {
  if (known === undefined) return { documents: parseWhole(text, options), blocks: noBlocks };
  const common = commonEnds(known.lines.text, text);
  const lines = linesOf(text, known.lines, common);
  const parts = new BlockReading({ text, options, known, common }).blocks(blocksOf(lines));
  const read = parts && joined(parts);
  // Once the text is mended, most of it will be what it was.
  if (parts === undefined || read?.kind !== 'map') return { documents: parseWhole(text, options), blocks: known };
  const { range, whole, entries, errors, warnings } = read;
  const contents = collectionOf('map', range, entries) as YamlDocument['contents'];
  return { documents: [{ contents, range: whole, errors, warnings }], blocks: { lines, parts } };
}

function parseWhole(text: string, options: YamlOptions): readonly YamlDocument[] {
  const documents = parseAllDocuments(text, options);
  if (!Array.isArray(documents)) return [];
  return documents.map(({ contents, range, errors, warnings }) => ({
    contents,
    range,
    errors,
    warnings: warnings.filter(isWorthSaying),
  }));
}

interface BlockReadingInput {
  readonly text: string;
  readonly options: YamlOptions;
  readonly known: ParsedBlocks;
  readonly common: CommonEnds;
}

/** Takes over the blocks that an edit left alone, and parses the others. */
class BlockReading {
  readonly #text: string;
  readonly #options: YamlOptions;
  readonly #known: ParsedBlocks;
  /** What the known text has in common with this one. */
  readonly #common: CommonEnds;
  /** How much further on what follows the edit stands now. */
  readonly #moved: number;

  constructor({ text, options, known, common }: BlockReadingInput) {
    this.#text = text;
    this.#options = options;
    this.#known = known;
    this.#common = common;
    this.#moved = text.length - known.lines.text.length;
  }

  /** The blocks of the whole text; undefined when one cannot be understood by itself. */
  blocks(blocks: readonly Block[]): readonly PlacedBlock[] | undefined {
    return this.#entries(blocks, 'nothing', undefined, this.#known.parts);
  }

  /**
   * The entries of one collection, below the key in column `below`; `next` is what follows the last one, and `known` are
   * the blocks of which the collection was put together before the edit.
   */
  #entries(
    blocks: readonly Block[],
    next: Surroundings['next'],
    below: number | undefined,
    known: readonly PlacedBlock[],
  ): readonly PlacedBlock[] | undefined {
    const parts: PlacedBlock[] = [];
    for (let index = 0; index < blocks.length; index++) {
      const [block, following] = [blocks[index] as Block, blocks[index + 1]];
      const { above } = block;
      let part = this.#block(block, { next: following === undefined ? next : 'entry', above, below }, known);
      if (part === undefined && following !== undefined) {
        // A key without its colon takes the line below into itself.
        index += 1;
        const both = { ...following, start: block.start, above };
        part = this.#block(both, { next: index === blocks.length - 1 ? next : 'entry', above, below }, known);
      }
      if (part === undefined || (parts[0] !== undefined && part.block.kind !== parts[0].block.kind)) return undefined;
      parts.push(part);
    }
    return parts;
  }

  #block(block: Block, around: Surroundings, known: readonly PlacedBlock[]): PlacedBlock | undefined {
    const { start, end } = block;
    return (
      this.#untouched(start, end, around, known) ?? this.#long(block, around, known) ?? this.#parsed(start, end, around)
    );
  }

  #parsed(start: number, end: number, around: Surroundings): PlacedBlock | undefined {
    const block = parseBlock(this.#text.slice(start, end), start, around, this.#options);
    return block && { block, by: 0 };
  }

  /** A block whose entries are parsed one by one: the key, and what stands below it. */
  #long(block: Block, around: Surroundings, known: readonly PlacedBlock[]): PlacedBlock | undefined {
    const { start, end } = block;
    const entries = block.entries();
    const [first] = entries;
    if (first === undefined) return undefined;
    const before = this.#partsBefore(start, end, known);
    const aroundKey = { ...around, next: 'nothing' } as const;
    const head = this.#untouched(start, first.start, aroundKey, before) ?? this.#parsed(start, first.start, aroundKey);
    const key = head && this.#openKey(head, first.start);
    if (head === undefined || !key?.range) return undefined;
    const below = key.range[0] - this.#text.lastIndexOf('\n', key.range[0] - 1) - 1;
    const values = this.#entries(entries, around.next === 'entry' ? 'key' : around.next, below, before);
    const long = values && longBlock({ start, end, around, head, key, values });
    return long && { block: long, by: 0 };
  }

  /** The last key of a block, when nothing stands behind it. */
  #openKey(head: PlacedBlock, end: number): Scalar | undefined {
    const pair = head.block.entries().at(-1)?.movedBy(head.by).here;
    if (!(pair instanceof Pair) || !isScalar(pair.key) || !isScalar(pair.value) || pair.value.value !== null) {
      return undefined;
    }
    const behind = this.#text.slice(pair.key.range?.[1] ?? 0, end);
    return /^:(?:\s|#[^\n]*(?:\n|$))*$/.test(behind) ? pair.key : undefined;
  }

  /** The block that stood here before the edit, when the edit did not touch it and what counts around it is the same. */
  #untouched(
    start: number,
    end: number,
    { next, above, below }: Surroundings,
    known: readonly PlacedBlock[],
  ): PlacedBlock | undefined {
    const isAhead = end <= this.#common.start;
    if (!isAhead && start < this.#text.length - this.#common.end) return undefined;
    const by = isAhead ? 0 : this.#moved;
    const found = blockAt(known, start - by);
    if (found === undefined || endOf(found) !== end - by) return undefined;
    const { around } = found.block;
    if (around.next !== next || around.above !== above || around.below !== below) return undefined;
    return by === 0 ? found : { block: found.block, by: found.by + by };
  }

  /** The parts of a block before the edit: of what began or ended where it does. */
  #partsBefore(start: number, end: number, known: readonly PlacedBlock[]): readonly PlacedBlock[] {
    const before = known.find((one) => startOf(one) === start || endOf(one) === end - this.#moved);
    return before === undefined ? [] : partsOf(before);
  }
}

/** Of blocks in the order of the text, the one that begins at `start`. */
function blockAt(blocks: readonly PlacedBlock[], start: number): PlacedBlock | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(blocks[middle] as PlacedBlock) < start) low = middle + 1;
    else high = middle;
  }
  const found = blocks[low];
  return found !== undefined && startOf(found) === start ? found : undefined;
}
