import {
  Composer,
  type DocumentOptions,
  isMap,
  isSeq,
  type Node,
  Pair,
  type ParseOptions,
  Parser,
  type Range,
  type Scalar,
  type SchemaOptions,
  type YAMLError,
  type YAMLMap,
  YAMLParseError,
  type YAMLSeq,
  YAMLWarning,
} from 'yaml';
import { lazily } from '../../../lazily.ts';
import { collectionOf, type Entry, movedRange, PlacedEntry } from './moved-node.ts';

export type YamlOptions = ParseOptions & DocumentOptions & SchemaOptions;

/** Some entries of a block mapping or list, and what was said when they were parsed. */
export interface Entries<E> {
  readonly kind: 'map' | 'seq';
  readonly entries: () => readonly E[];
  /** Of the collection. */
  readonly range: Range;
  /** Of the document. */
  readonly whole: Range;
  readonly errors: readonly YAMLError[];
  readonly warnings: readonly YAMLError[];
}

/** A part of a text as it was parsed; all places are those of that text. */
export interface ParsedBlock extends Entries<PlacedEntry> {
  readonly start: number;
  readonly end: number;
  readonly around: Surroundings;
  /** The blocks of which it was put together; none when it was parsed by itself. */
  readonly parts: readonly PlacedBlock[];
}

/** A block, and how much further on it stands now than when it was parsed. */
export interface PlacedBlock {
  readonly block: ParsedBlock;
  readonly by: number;
}

/** What stands around a block, as far as reading it depends on that. */
export interface Surroundings {
  /** What follows: another entry of its collection, a key further out, or nothing to the end of the text. */
  readonly next: 'entry' | 'key' | 'nothing';
  /** The entry above, where the block is none without it; empty otherwise. */
  readonly above: string;
  /** The column of the key below which the block stands; undefined on top. */
  readonly below: number | undefined;
}

/** The only warning about indentation is about a closing bracket in the column of its key, as most people write it. */
export function isWorthSaying({ code }: YAMLError): boolean {
  return code !== 'BAD_INDENT';
}

/** Where a block begins now. */
export function startOf({ block, by }: PlacedBlock): number {
  return block.start + by;
}

/** Where a block ends now. */
export function endOf({ block, by }: PlacedBlock): number {
  return block.end + by;
}

/** The blocks of which a block was put together, where it stands now. */
export function partsOf({ block: { parts }, by }: PlacedBlock): readonly PlacedBlock[] {
  return by === 0 ? parts : parts.map((part) => ({ block: part.block, by: part.by + by }));
}

/** Blocks that follow each other as the entries of one collection; undefined when there are none. */
export function joined(parts: readonly PlacedBlock[]): Entries<PlacedEntry> | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [range, whole] = [movedRange(last.block.range, last.by), movedRange(last.block.whole, last.by)];
  return {
    kind: first.block.kind,
    entries: lazily(() => parts.flatMap(({ block, by }) => block.entries().map((entry) => entry.movedBy(by)))),
    range: [first.block.range[0] + first.by, range[1], range[2]],
    whole: [first.block.whole[0] + first.by, whole[1], whole[2]],
    errors: parts.flatMap(({ block, by }) => movedErrors(block.errors, by)),
    warnings: parts.flatMap(({ block, by }) => movedErrors(block.warnings, by)),
  };
}

interface LongBlockInput extends Pick<ParsedBlock, 'start' | 'end' | 'around'> {
  /** Up to the first entry below the key. */
  readonly head: PlacedBlock;
  readonly key: Scalar;
  readonly values: readonly PlacedBlock[];
}

/** The block of a key, and of the entries below it that were parsed one by one. */
export function longBlock({ start, end, around, head, key, values }: LongBlockInput): ParsedBlock | undefined {
  const [outer, inner] = [joined([head]), joined(values)];
  if (outer === undefined || inner === undefined) return undefined;
  const pair = () => new Pair(key, collectionOf(inner.kind, inner.range, inner.entries));
  return {
    start,
    end,
    around,
    kind: outer.kind,
    entries: lazily(() => [...outer.entries().slice(0, -1), new PlacedEntry(pair())]),
    range: [outer.range[0], inner.range[2], inner.range[2]],
    whole: [outer.whole[0], inner.whole[1], inner.whole[2]],
    errors: [...outer.errors, ...inner.errors],
    warnings: [...outer.warnings, ...inner.warnings],
    parts: [head, ...values],
  };
}

function movedErrors(errors: readonly YAMLError[], by: number): readonly YAMLError[] {
  return by === 0 ? errors : errors.map((error) => movedError(error, by));
}

function movedError({ name, pos, code, message }: YAMLError, by: number): YAMLError {
  const place: [number, number] = [pos[0] + by, pos[1] + by];
  return name === 'YAMLWarning' ? new YAMLWarning(place, code, message) : new YAMLParseError(place, code, message);
}

/**
 * Parses the text of a block as a document of its own; undefined when what is broken in it may go on behind it. Which
 * blank lines belong to an empty value, and where broken text ends, depends on what follows: a stand-in for that is
 * parsed with it.
 */
export function parseBlock(
  text: string,
  start: number,
  around: Surroundings,
  options: YamlOptions,
): ParsedBlock | undefined {
  const { above, below } = around;
  const next = around.next === 'entry' ? nextEntry(above + text) : '';
  const whole = parseAlone(copyOf(above + text + next), start - above.length, options);
  const alone = withoutAbove(withoutNext(whole, start + text.length, next), start, above);
  const isSound = below === undefined || alone?.errors.length === 0;
  const read = isSound ? alone : parseBelow(text, start, { ...around, below }, options);
  if (read === undefined) return undefined;
  const entries = read.entries().map((entry) => new PlacedEntry(entry));
  return { ...read, start, end: start + text.length, around, entries: () => entries, parts: [] };
}

/** The same below a key: where broken text ends depends on what stands above it, too. */
function parseBelow(
  text: string,
  start: number,
  { next, above, below }: Surroundings & { readonly below: number },
  options: YamlOptions,
): Entries<Entry> | undefined {
  const indent = ' '.repeat(below);
  const key = `${indent}key:\n`;
  const [entry, nextKey] = [next === 'entry' ? nextEntry(above + text) : '', next === 'key' ? `${indent}next: 0` : ''];
  const end = start + text.length;
  const whole = parseAlone(key + above + text + entry + nextKey, start - key.length - above.length, options);
  const outer = withoutNext(whole, end, nextKey);
  const [pair, ...others] = outer?.entries() ?? [];
  if (outer === undefined || !(pair instanceof Pair) || others.length > 0 || !isPlainBlock(pair.value))
    return undefined;
  const { items, range } = pair.value;
  const read = { ...outer, kind: kindOf(pair.value), entries: () => items as Entry[] };
  return withoutAbove(withoutNext({ ...read, range: range as Range, whole: range as Range }, end, entry), start, above);
}

/** Takes the last entry away, which was written as `next` at `end`; undefined when those before reach into it. */
function withoutNext(read: Entries<Entry> | undefined, end: number, next: string): Entries<Entry> | undefined {
  const entries = read?.entries() ?? [];
  const last = entries.at(-1);
  if (read === undefined || last === undefined || next === '') return read;
  const start = end + next.search(/\S/);
  const [key, value] = last instanceof Pair ? [last.key as Node, last.value as Node | null] : [undefined, last];
  if (key?.range && key.range[0] !== start) return undefined;
  if (value?.range?.[0] !== end + next.length - 1 || entries.length === 1) return undefined;
  if ([...read.errors, ...read.warnings].some(({ pos }) => pos[1] > start)) return undefined;
  const others = entries.slice(0, -1);
  return { ...read, entries: () => others };
}

/** Takes the first entry away, which was written above `start`; undefined when it reaches below. */
function withoutAbove(read: Entries<Entry> | undefined, start: number, above: string): Entries<Entry> | undefined {
  if (read === undefined || above === '') return read;
  const [first, ...others] = read.entries();
  const value = first instanceof Pair ? (first.value as Node | null) : first;
  if (!value?.range || value.range[1] > start || others.length === 0) return undefined;
  return [...read.errors, ...read.warnings].some(({ pos }) => pos[0] < start)
    ? undefined
    : { ...read, entries: () => others };
}

function parseAlone(text: string, start: number, options: YamlOptions): Entries<Entry> | undefined {
  const parser = new Parser();
  parser.offset = start;
  const [document, ...others] = new Composer(options).compose(parser.parse(text));
  if (document === undefined || others.length > 0 || !isPlainBlock(document.contents)) return undefined;
  const { contents, errors, warnings, range: whole } = document;
  if (errors.some(isFarReaching)) return undefined;
  return {
    kind: kindOf(contents),
    entries: () => contents.items as Entry[],
    range: contents.range as Range,
    whole,
    errors,
    warnings: warnings.filter(isWorthSaying),
  };
}

/** Whether an error changes how the YAML library reads what follows: of an open bracket, and of what ends the document. */
function isFarReaching({ code, message }: YAMLError): boolean {
  return code === 'IMPOSSIBLE' || /flow|in YAML stream/i.test(message);
}

/** Whether a node is a mapping or list in block style, with nothing before its first entry. */
function isPlainBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && node.flow !== true && node.tag === undefined && node.anchor === undefined;
}

function kindOf(node: YAMLMap | YAMLSeq): 'map' | 'seq' {
  return isMap(node) ? 'map' : 'seq';
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
