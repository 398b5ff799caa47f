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
  type SchemaOptions,
  type YAMLError,
  type YAMLMap,
  YAMLParseError,
  type YAMLSeq,
  YAMLWarning,
} from 'yaml';
import { lazily } from '../../../lazily.ts';
import { noteOrigin } from './entry-origin.ts';
import { type Entry, movedEntry, movedRange } from './moved-node.ts';

export type YamlOptions = ParseOptions & DocumentOptions & SchemaOptions;

/** Some entries of a block mapping or list, as they were parsed. */
export interface ParsedBlock {
  /** Where they stand; all ranges are of that text. */
  readonly start: number;
  readonly kind: 'map' | 'seq';
  /** Made when they are first asked for: of most blocks nobody does before the next edit. */
  readonly entries: () => readonly Entry[];
  /** Of the collection. */
  readonly range: Range;
  /** Of the document. */
  readonly whole: Range;
  readonly errors: readonly YAMLError[];
  readonly warnings: readonly YAMLError[];
  /** What was parsed, where this is a copy of it for another place. */
  readonly origin?: ParsedBlock;
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

/** A block as it is when the same text stands elsewhere. */
export function placedAt(start: number, block: ParsedBlock): ParsedBlock {
  if (start === block.start) return block;
  const origin = block.origin ?? block;
  const by = start - origin.start;
  if (by === 0) return origin;
  return {
    start,
    kind: origin.kind,
    entries: lazily(() => origin.entries().map((entry) => noteOrigin(movedEntry(entry, by), { entry, by }))),
    range: movedRange(origin.range, by),
    whole: movedRange(origin.whole, by),
    errors: origin.errors.map((error) => movedError(error, by)),
    warnings: origin.warnings.map((warning) => movedError(warning, by)),
    origin,
  };
}

function movedError({ name, pos, code, message }: YAMLError, by: number): YAMLError {
  const place: [number, number] = [pos[0] + by, pos[1] + by];
  return name === 'YAMLWarning' ? new YAMLWarning(place, code, message) : new YAMLParseError(place, code, message);
}

/**
 * Parses a block as a document of its own; undefined when what is broken in it may go on behind it. Which blank lines
 * belong to an empty value, and where broken text ends, depends on what follows: a stand-in for that is parsed with it.
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
  for (const entry of read?.entries() ?? []) noteOrigin(entry, { entry, by: 0 });
  return read;
}

/** The same below a key: where broken text ends depends on what stands above it, too. */
function parseBelow(
  text: string,
  start: number,
  { next, above, below }: Surroundings & { readonly below: number },
  options: YamlOptions,
): ParsedBlock | undefined {
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
  const read = { ...outer, start, kind: kindOf(pair.value), entries: () => items as Entry[] };
  return withoutAbove(withoutNext({ ...read, range: range as Range, whole: range as Range }, end, entry), start, above);
}

/** Takes the last entry away, which was written as `next` at `end`; undefined when those before reach into it. */
function withoutNext(read: ParsedBlock | undefined, end: number, next: string): ParsedBlock | undefined {
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
function withoutAbove(read: ParsedBlock | undefined, start: number, above: string): ParsedBlock | undefined {
  if (read === undefined || above === '') return read;
  const [first, ...others] = read.entries();
  const value = first instanceof Pair ? (first.value as Node | null) : first;
  if (!value?.range || value.range[1] > start || others.length === 0) return undefined;
  return [...read.errors, ...read.warnings].some(({ pos }) => pos[0] < start)
    ? undefined
    : { ...read, start, entries: () => others };
}

function parseAlone(text: string, start: number, options: YamlOptions): ParsedBlock | undefined {
  const parser = new Parser();
  parser.offset = start;
  const [document, ...others] = new Composer(options).compose(parser.parse(text));
  if (document === undefined || others.length > 0 || !isPlainBlock(document.contents)) return undefined;
  const { contents, errors, warnings, range: whole } = document;
  if (errors.some(isFarReaching)) return undefined;
  return {
    start,
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
