import { isMap, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Path } from '../../design/path.ts';
import { isLoop } from '../../design/readers/template/for-each.ts';
import {
  parseTemplateDocument,
  readSections,
  type TemplateDocument,
  type TemplateSyntax,
} from '../../design/readers/template/template-syntax.ts';
import type { ParsedBlocks } from '../../design/readers/yaml/parse-documents.ts';
import type { Range } from '../../text/range.ts';
import { isInColumn } from '../cursor-context.ts';
import { callOf, itemsOf, pairsOf, textOf } from '../names/template-syntax-node.ts';
import { probe } from '../probe-text.ts';
import { quotesAt } from '../written-value.ts';
import { type ProbedTemplate, probedTemplates } from './probed-template.ts';

/** A function in whose arguments the cursor stands. */
export interface CallAround {
  /** The long name: `Ref`, `Fn::Sub`. */
  readonly name: string;
  /** Which of its arguments it is; the first where there is but one. */
  readonly position: number;
  /** The arguments that are plain words; empty texts for the others. */
  readonly words: readonly string[];
}

/** What can be written at the cursor of a template, and where that is. */
export interface TemplateCursor {
  /** A key of the mapping at `path`; the value at `path`; or a new item of the list at `path`. */
  readonly role: 'key' | 'value' | 'item';
  /** In the template, without functions: what stands in a branch of `Fn::If` stands where the function does. */
  readonly path: Path;
  readonly call: CallAround | undefined;
  /** The keys of the mapping, or the words of the list, that are written already. */
  readonly present: readonly string[];
  /** The word at the cursor, to be replaced. */
  readonly word: Range;
  /** What stands before the word on its line. */
  readonly before: string;
  /** The sign of the quotes in which the word stands; empty outside. */
  readonly quotes: string;
  /** Whether it stands in braces or brackets. */
  readonly isFlow: boolean;
  readonly isJson: boolean;
  readonly hasColon: boolean;
  readonly needsComma: boolean;
  /** Of a key that has its value already: that value, as YAML. */
  readonly written: unknown;
  /** The text with the probe. */
  readonly text: string;
  /** The template with the probe; undefined when its resources are no mapping. */
  readonly syntax: () => TemplateSyntax | undefined;
}

/**
 * The ways to understand the cursor at `offset` of a template that may be half typed, the likeliest first: a word that
 * nobody writes is put in the place of the word at the cursor and looked for in the tree that YAML makes of the text.
 * What stands in `known` is not parsed again. None where nothing can be written, as in a comment or a long text.
 */
export function* templateCursors(text: string, offset: number, known?: ParsedBlocks): Generator<TemplateCursor> {
  const isJson = /^\ufeff?\s*\{/.test(text);
  for (const probed of probedTemplates(text, offset)) {
    const parsed = parseTemplateDocument(probed.text, known);
    const at = probed.text.indexOf(probe);
    const found = parsed && find(parsed.document.contents, at, { path: [], call: undefined }, probed);
    if (parsed === undefined || found === undefined) continue;
    if (found === 'in a text') return;
    const { word } = probed;
    const quotes = quotesAt(text, word);
    const before = text.slice(text.lastIndexOf('\n', word.start - 1) + 1, word.start);
    const cursor = { ...found, word, before, quotes, isJson, hasColon: probed.hasColon, needsComma: probed.hasComma };
    if (hasRoom(text, cursor, probed)) {
      yield { ...cursor, text: probed.text, syntax: lazily(probed.text, parsed) };
    }
  }
}

function lazily(text: string, parsed: TemplateDocument): TemplateCursor['syntax'] {
  let read: { readonly syntax: TemplateSyntax | undefined } | undefined;
  return () => {
    read ??= { syntax: readSections(text, parsed) };
    return read.syntax;
  };
}

/** Whether what is written around the word leaves it room: a line of its own, or commas and brackets on both sides. */
function hasRoom(
  text: string,
  { word, role, isFlow }: Pick<TemplateCursor, 'word' | 'role' | 'isFlow'>,
  { isSubstitution, tag }: ProbedTemplate,
): boolean {
  if (isSubstitution) return true;
  const behind = text.slice(word.end).replace(/^["']/, '');
  if (!isFlow && role === 'value' && hasValueBelow(text, word)) return false;
  if (!isFlow) return /^(:(\s|$)|[ \t]*(\r?\n|$)|[ \t]+#)/.test(behind);
  const before = text.slice(0, word.start).replace(/["']$/, '').trimEnd();
  const bare = tag === undefined ? before : before.replace(/\s*![A-Za-z:]+$/, '');
  if (role === 'value' && bare.endsWith(':')) return /^\s*(,|\]|\}|#|$)/.test(behind) || /^[ \t]*\r?\n/.test(behind);
  return /[{[,]$/.test(bare);
}

/** Whether the value of the key on the line of a word stands on the lines below. */
function hasValueBelow(text: string, { start, end }: Range): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [, below = '', sign] =
    /^[^\n]*(?:\n[ \t]*(?:#[^\n]*)?\r?)*\n( *)([^\s#])/.exec(text.slice(end, end + 4000)) ?? [];
  const indent = line.search(/[^ ]|$/);
  return below.length > indent || (sign === '-' && below.length === indent && line.charAt(indent) !== '-');
}

/** Where the search stands. */
interface Holder {
  readonly path: Path;
  readonly call: CallAround | undefined;
  /** The list whose item is looked at. */
  readonly list?: YAMLSeq;
}

type Found = Pick<TemplateCursor, 'role' | 'path' | 'call' | 'present' | 'isFlow' | 'written'>;

/** Looks for the probe, which stands at `at`. */
function find(node: Node | null, at: number, holder: Holder, probed: ProbedTemplate): Found | 'in a text' | undefined {
  if (node?.range && (at < node.range[0] || node.range[2] < at)) return undefined;
  const call = isAttributeOf(node, holder.path) ? undefined : callOf(node);
  if (call !== undefined) {
    const { name, argument, isShort } = call;
    if (!isShort && isProbe(pairsOf(node)[0]?.key)) return undefined;
    return findInCall(name, argument, at, holder, probed);
  }
  if (isScalar(node)) return findInText(node, holder, probed);
  if (isMap(node)) return findInMap(node, at, holder, probed);
  for (const [index, item] of itemsOf(node).entries()) {
    const path = holder.call === undefined ? [...holder.path, index] : holder.path;
    const inside = { path, call: holder.call, list: node as YAMLSeq };
    if (isProbe(item)) return found('item', holder, node as YAMLSeq, probed);
    const deeper = find(item, at, inside, probed);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** Whether a mapping is a resource or an output, whose `Condition` is no function. */
function isAttributeOf(node: Node | null, path: Path): boolean {
  return isMap(node) && path.length === 2 && (path[0] === 'Resources' || path[0] === 'Outputs');
}

function findInCall(name: string, argument: Node | null, at: number, { path }: Holder, probed: ProbedTemplate) {
  const items = itemsOf(argument);
  const words = items.map((item) => (callOf(item) === undefined ? (textOf(item) ?? '') : ''));
  const call = (position: number): CallAround => ({ name, position, words });
  if (items.length === 0) {
    if (isProbe(argument)) return found('value', { path, call: call(0) }, undefined, probed);
    if (isScalar(argument)) return findInText(argument, { path, call: call(0) }, probed);
    return isMap(argument) ? findInMap(argument, at, { path, call: call(0) }, probed) : undefined;
  }
  for (const [position, item] of items.entries()) {
    const isBranch = name === 'Fn::If' && position > 0;
    const inside = { path, call: isBranch ? undefined : call(position) };
    if (isProbe(item) || isProbe(onlyKeyOf(item))) {
      return found('value', inside, argument as YAMLSeq, probed);
    }
    const deeper = find(item, at, inside, probed);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** The key of `[probe: ~]`, which stands for an item. */
function onlyKeyOf(item: Node | null): unknown {
  const [only, ...others] = pairsOf(item);
  return others.length === 0 && isMap(item) && item.flow === true ? only?.key : undefined;
}

function findInMap(map: YAMLMap, at: number, holder: Holder, probed: ProbedTemplate) {
  for (const pair of map.items) {
    const name = textOf(pair.key) ?? '';
    const value = pair.value as Node | null;
    if (isProbe(pair.key)) return isInColumn(probed.text, map) ? foundKey(map, pair, holder, probed) : undefined;
    const inside = { path: isLoop(name) ? holder.path : [...holder.path, name], call: holder.call };
    if (isProbe(value)) return found('value', inside, map, probed);
    const deeper = isLoop(name) ? findInLoop(value, at, holder, probed) : find(value, at, inside, probed);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** The entries that a loop makes stand where the loop does. */
function findInLoop(loop: Node | null, at: number, holder: Holder, probed: ProbedTemplate) {
  const [, collection = null, body = null] = itemsOf(loop);
  const call = { name: 'Fn::ForEach', position: 1, words: [] };
  return find(body, at, holder, probed) ?? find(collection, at, { ...holder, call }, probed);
}

function foundKey(
  map: YAMLMap,
  { value }: Pair,
  { path, call, list }: Holder,
  probed: ProbedTemplate,
): Found | undefined {
  const isFlow = map.flow === true;
  const last = path.at(-1);
  if (probed.hasDash) {
    return typeof last === 'number' ? found('item', { path: path.slice(0, -1), call }, list, probed) : undefined;
  }
  if (isFlow && probed.text.charAt(map.range?.[0] ?? 0) !== '{') {
    return { ...found('item', { path: path.slice(0, -1), call }, list, probed), isFlow };
  }
  const keys = map.items.map(({ key }) => textOf(key) ?? '').filter((key) => key !== probe);
  // What stands alone behind a dash may be a word of a list as well.
  const present = keys.length === 0 ? wordsOf(list) : keys;
  return { ...found('key', { path, call }, map, probed), present, written: value };
}

function findInText(node: Node, holder: Holder, probed: ProbedTemplate): Found | 'in a text' | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.value.includes(probe)) return undefined;
  const isSubstituted = probed.isSubstitution && holder.call?.name === 'Fn::Sub' && holder.call.position === 0;
  if (isSubstituted) return found('value', holder, undefined, probed);
  return node.type?.startsWith('BLOCK') === true ? 'in a text' : undefined;
}

function found(
  role: TemplateCursor['role'],
  { path, call }: Holder,
  node: YAMLMap | YAMLSeq | undefined,
  { tag }: ProbedTemplate,
): Found {
  const around = tag === undefined || tag === 'Fn::If' ? call : { name: tag, position: 0, words: [] };
  return { role, path, call: around, present: wordsOf(node), isFlow: node?.flow === true, written: undefined };
}

function wordsOf(node: YAMLMap | YAMLSeq | undefined): readonly string[] {
  return itemsOf(node ?? null).flatMap((item) => (isProbe(item) ? [] : (textOf(item) ?? [])));
}

function isProbe(node: unknown): boolean {
  return isScalar(node) && node.value === probe;
}
