import { type Document, isScalar, Pair, parseAllDocuments, type Range, type YAMLError, YAMLMap, YAMLSeq } from 'yaml';
import { lazily } from '../../../lazily.ts';
import { type CommonEnds, commonEnds } from '../../../text/common-ends.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Lines, linesOf, noLines } from './lines.ts';
import { withItems } from './moved-node.ts';
import {
  isWorthSaying,
  type ParsedBlock,
  parseBlock,
  placedAt,
  type Surroundings,
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
  /** By where they begin. */
  readonly parsed: ReadonlyMap<number, PlacedBlock>;
}

interface PlacedBlock {
  readonly end: number;
  readonly around: Surroundings;
  readonly read: ParsedBlock;
}

/** With this as what is known a text is parsed in blocks, for its next version. */
export const noBlocks: ParsedBlocks = { lines: noLines, parsed: new Map() };

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
  const reading = new BlockReading({ text, options, known, common });
  const document = reading.document(blocksOf(lines));
  if (document !== undefined) return { documents: [document], blocks: { lines, parsed: reading.parsed } };
  // Once the text is mended, most of it will be what it was.
  const blocks = known.parsed.size > 0 ? known : { lines, parsed: reading.parsed };
  return { documents: parseWhole(text, options), blocks };
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

/** Puts a document together from its blocks. */
class BlockReading {
  readonly parsed = new Map<number, PlacedBlock>();
  readonly #text: string;
  readonly #options: YamlOptions;
  readonly #known: ParsedBlocks;
  /** What the known text has in common with this one. */
  readonly #common: CommonEnds;

  constructor({ text, options, known, common }: BlockReadingInput) {
    this.#text = text;
    this.#options = options;
    this.#known = known;
    this.#common = common;
  }

  /** Undefined when a block cannot be understood by itself. */
  document(blocks: readonly Block[]): YamlDocument | undefined {
    const read = this.#collection(blocks, 'nothing', undefined);
    if (read === undefined || read.kind !== 'map') return undefined;
    const { errors, warnings } = read;
    return { contents: nodeOf(read), range: read.whole, errors, warnings };
  }

  /** What these entries are together, below the key in column `below`; `next` is what follows the last one. */
  #collection(
    blocks: readonly Block[],
    next: Surroundings['next'],
    below: number | undefined,
  ): ParsedBlock | undefined {
    const parts: ParsedBlock[] = [];
    for (let index = 0; index < blocks.length; index++) {
      const [block, following] = [blocks[index] as Block, blocks[index + 1]];
      let part = this.#block(block, following === undefined ? next : 'entry', below);
      if (part === undefined && following !== undefined) {
        // A key without its colon takes the line below into itself.
        index += 1;
        const both = { ...following, start: block.start, above: block.above };
        part = this.#block(both, index === blocks.length - 1 ? next : 'entry', below);
      }
      if (part === undefined || (parts[0] !== undefined && part.kind !== parts[0].kind)) return undefined;
      parts.push(part);
    }
    return joined(parts);
  }

  #block(block: Block, next: Surroundings['next'], below: number | undefined): ParsedBlock | undefined {
    const { start, end, above } = block;
    return this.#long(block, next, below) ?? this.#leaf(start, end, { next, above, below });
  }

  /** A block whose entries are parsed one by one: the key, and what stands below it. */
  #long(
    { start, entries, above }: Block,
    next: Surroundings['next'],
    below: number | undefined,
  ): ParsedBlock | undefined {
    const [first] = entries;
    const head = first && this.#leaf(start, first.start, { next: 'nothing', above, below });
    const pair = head?.entries().at(-1);
    if (head === undefined || !(pair instanceof Pair) || !isScalar(pair.key) || !isScalar(pair.value)) return undefined;
    const [keyStart, keyEnd] = pair.key.range ?? [0, 0];
    if (pair.value.value !== null || !/^:(?:\s|#[^\n]*(?:\n|$))*$/.test(this.#text.slice(keyEnd, first?.start)))
      return undefined;
    const column = keyStart - this.#text.lastIndexOf('\n', keyStart - 1) - 1;
    const values = this.#collection(entries, next === 'entry' ? 'key' : next, column);
    if (values === undefined) return undefined;
    const { range } = values;
    return {
      ...head,
      entries: lazily(() => [...head.entries().slice(0, -1), new Pair(pair.key, nodeOf(values))]),
      range: [head.range[0], range[2], range[2]],
      whole: [head.whole[0], values.whole[1], values.whole[2]],
      errors: [...head.errors, ...values.errors],
      warnings: [...head.warnings, ...values.warnings],
    };
  }

  #leaf(start: number, end: number, around: Surroundings): ParsedBlock | undefined {
    const known = this.#untouched(start, end, around);
    const text = () => this.#text.slice(start, end);
    const read = known === undefined ? parseBlock(text(), start, around, this.#options) : placedAt(start, known);
    if (read !== undefined) this.parsed.set(start, { end, around, read });
    return read;
  }

  /** The block that stood here before the edit, when the edit did not touch it and what counts around it is the same. */
  #untouched(start: number, end: number, { next, above, below }: Surroundings): ParsedBlock | undefined {
    const isAhead = end <= this.#common.start;
    if (!isAhead && start < this.#text.length - this.#common.end) return undefined;
    const by = isAhead ? 0 : this.#known.lines.text.length - this.#text.length;
    const known = this.#known.parsed.get(start + by);
    if (known?.end !== end + by) return undefined;
    const { around, read } = known;
    return around.next === next && around.above === above && around.below === below ? read : undefined;
  }
}

function joined(parts: readonly ParsedBlock[]): ParsedBlock | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    ...first,
    entries: lazily(() => parts.flatMap(({ entries }) => entries())),
    range: [first.range[0], last.range[1], last.range[2]],
    whole: [first.whole[0], last.whole[1], last.whole[2]],
    errors: parts.flatMap(({ errors }) => errors),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}

function nodeOf({ kind, entries, range }: ParsedBlock): YAMLMap.Parsed | YAMLSeq.Parsed {
  const node = kind === 'map' ? new YAMLMap() : new YAMLSeq();
  return withItems(Object.assign(node, { range }), () => [...entries()]) as YAMLMap.Parsed | YAMLSeq.Parsed;
}
