import {
  Composer,
  type Document,
  type DocumentOptions,
  isMap,
  isScalar,
  isSeq,
  Pair,
  type ParseOptions,
  Parser,
  parseAllDocuments,
  type Range,
  type SchemaOptions,
  type YAMLError,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { type Block, blocksOf } from './blocks.ts';
import { type Entry, movedEntry, movedRange } from './moved-node.ts';

/** One document of a YAML text. */
export interface YamlDocument {
  readonly contents: Document.Parsed['contents'];
  readonly range: Range;
  readonly errors: readonly YAMLError[];
  readonly warnings: readonly YAMLError[];
}

/** The blocks of a text as they were parsed, by what is written in them; empty when the text was parsed as a whole. */
export type ParsedBlocks = ReadonlyMap<string, ParsedBlock>;

interface ParsedBlock {
  /** Where the block stood in the text it was parsed from; all ranges are of that text. */
  readonly start: number;
  readonly kind: 'map' | 'seq';
  readonly entries: readonly Entry[];
  /** Of the collection. */
  readonly range: Range;
  /** Of the document. */
  readonly whole: Range;
}

export interface ParsedDocuments {
  readonly documents: readonly YamlDocument[];
  /** For the next text, which will have most of them. */
  readonly blocks: ParsedBlocks;
}

export type YamlOptions = ParseOptions & DocumentOptions & SchemaOptions;

/**
 * Parses the documents of a YAML text. `known` are the blocks of the text before it, when there was one: those that
 * stand in this text too are not parsed again. The documents are the same with and without. Throws what the YAML
 * library throws.
 */
export function parseDocuments(text: string, options: YamlOptions, known?: ParsedBlocks): ParsedDocuments {
  if (known === undefined) return { documents: parseWhole(text, options), blocks: new Map() };
  const reading = new BlockReading(text, options, known);
  const document = reading.document(blocksOf(text));
  if (document !== undefined) return { documents: [document], blocks: reading.blocks };
  // Once the text is mended, most of it will be what it was.
  return { documents: parseWhole(text, options), blocks: known.size > 0 ? known : reading.blocks };
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

/** The only warning about indentation is about a closing bracket in the column of its key, as most people write it. */
function isWorthSaying({ code }: YAMLError): boolean {
  return code !== 'BAD_INDENT';
}

/** Puts a document together from its blocks. */
class BlockReading {
  readonly blocks = new Map<string, ParsedBlock>();
  readonly #text: string;
  readonly #options: YamlOptions;
  readonly #known: ParsedBlocks;

  constructor(text: string, options: YamlOptions, known: ParsedBlocks) {
    this.#text = text;
    this.#options = options;
    this.#known = known;
  }

  /** Undefined when a block is no YAML by itself: whoever wants to know what is wrong needs the whole text. */
  document(blocks: readonly Block[]): YamlDocument | undefined {
    const read = this.#collection(blocks);
    if (read === undefined || read.kind !== 'map') return undefined;
    return { contents: nodeOf(read), range: read.whole, errors: [], warnings: [] };
  }

  #collection(blocks: readonly Block[]): ParsedBlock | undefined {
    const entries: Entry[] = [];
    let [first, last]: (ParsedBlock | undefined)[] = [];
    for (const [index, block] of blocks.entries()) {
      const read = this.#block(block, index === blocks.length - 1);
      if (read === undefined || (first !== undefined && read.kind !== first.kind)) return undefined;
      for (const entry of read.entries) entries.push(entry);
      first ??= read;
      last = read;
    }
    if (first === undefined || last === undefined) return undefined;
    const range: Range = [first.range[0], last.range[1], last.range[2]];
    return { ...first, entries, range, whole: [first.whole[0], last.whole[1], last.whole[2]] };
  }

  #block({ start, end, entries }: Block, isLast: boolean): ParsedBlock | undefined {
    const [first] = entries;
    if (first === undefined) return this.#leaf(start, end, isLast);
    const head = this.#leaf(start, first.start, true);
    const below = this.#collection(entries);
    const [pair, ...others] = head?.entries ?? [];
    if (head === undefined || below === undefined || !(pair instanceof Pair) || others.length > 0) return undefined;
    const { range } = below;
    if (!isScalar(pair.value) || pair.value.value !== null) return undefined;
    return {
      ...head,
      entries: [new Pair(pair.key, nodeOf(below))],
      range: [head.range[0], range[2], range[2]],
      whole: [head.whole[0], below.whole[1], below.whole[2]],
    };
  }

  #leaf(start: number, end: number, isLast: boolean): ParsedBlock | undefined {
    const text = this.#text.slice(start, end);
    const key = `${isLast}${text}`;
    const known = this.blocks.get(key) ?? this.#known.get(key);
    const read = known === undefined ? parseBlock(text, start, isLast, this.#options) : placedAt(start, known);
    if (read !== undefined) this.blocks.set(key, read);
    return read;
  }
}

function placedAt(start: number, block: ParsedBlock): ParsedBlock {
  const by = start - block.start;
  if (by === 0) return block;
  const entries = block.entries.map((entry) => movedEntry(entry, by));
  return { ...block, start, entries, range: movedRange(block.range, by), whole: movedRange(block.whole, by) };
}

/**
 * Parses a block as a document of its own; undefined when it is more, or less, than a few entries without an error.
 * Which blank lines belong to an empty value depends on what follows: an entry follows every block but the last.
 */
function parseBlock(text: string, start: number, isLast: boolean, options: YamlOptions): ParsedBlock | undefined {
  const parser = new Parser();
  parser.offset = start;
  const source = isLast ? copyOf(text) : text + nextEntry(text);
  const [document, ...others] = new Composer(options).compose(parser.parse(source));
  if (document === undefined || others.length > 0) return undefined;
  const { contents, errors, warnings, range: whole } = document;
  if (errors.length > 0 || warnings.some(isWorthSaying)) return undefined;
  const isBlock = (isMap(contents) || isSeq(contents)) && contents.flow !== true && contents.tag === undefined;
  if (!isBlock || contents.anchor !== undefined) return undefined;
  const entries = contents.items as Entry[];
  if (!isLast && entries.length === 1) return undefined;
  return {
    start,
    kind: isMap(contents) ? 'map' : 'seq',
    entries: isLast ? entries : entries.slice(0, -1),
    range: contents.range as Range,
    whole,
  };
}

/** A copy that does not keep the text alive from which it was cut: blocks outlive texts, and values are cut from blocks. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/** An entry like the first one of a block. */
function nextEntry(block: string): string {
  const [, indent = '', first = ''] = /^( *)([^ #\n\r-]|-(?!--))/m.exec(block) ?? [];
  return first === '-' ? `${indent}- 0` : `${indent}next: 0`;
}

function nodeOf({ kind, entries, range }: ParsedBlock): YAMLMap.Parsed | YAMLSeq.Parsed {
  const node = kind === 'map' ? new YAMLMap() : new YAMLSeq();
  return Object.assign(node, { items: entries, range }) as YAMLMap.Parsed | YAMLSeq.Parsed;
}
