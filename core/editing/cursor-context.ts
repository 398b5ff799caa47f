import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Design } from '../design/design.ts';
import type { Shape } from '../design/format/shape.ts';
import { shapeAt } from '../design/format/shape-at.ts';
import { type Path, parentPath } from '../design/path.ts';
import { blueprintFormat } from '../design/readers/blueprint/document-format.ts';
import { entriesOf } from '../design/readers/blueprint/map-entries.ts';
import { NodeReader } from '../design/readers/blueprint/node-reader.ts';
import { type ParsedDocument, parseYaml } from '../design/readers/blueprint/parse.ts';
import type { Blueprint } from '../design/readers/blueprint.ts';
import { placedEntriesOf } from '../design/readers/yaml/moved-node.ts';
import type { Range } from '../text/range.ts';
import { hasColonBehind, type ProbedText, probe, probedTexts, wordAt } from './probe-text.ts';

/** What can be written at the cursor, and where that is in the design. */
export interface CursorContext {
  /** A key of the group at `path`; the value at `path`; or a new item of the list at `path`. */
  readonly kind: 'key' | 'value' | 'item';
  readonly path: Path;
  /** What the format has at `path`. */
  readonly shape: Shape;
  /** The keys of the group, or the scalars of the list, that are written already. */
  readonly present: readonly string[];
  /** The word at the cursor, to be replaced. */
  readonly word: Range;
  /** Whether it stands in braces or brackets. */
  readonly isFlow: boolean;
  /** Whether a colon follows the word already. */
  readonly hasColon: boolean;
  /** Whether a comma has to be written behind it. */
  readonly needsComma: boolean;
  /** Of a key that has its value already: that value, as YAML. */
  readonly value?: unknown;
  /** The design as it is read with a word at the cursor. */
  readonly design: Design;
  /** The designs that a scenario file can name. */
  readonly designNames: () => readonly string[];
}

/**
 * Finds out what can be written at `offset`, also in text that is only half typed: a word that nobody writes is put in
 * the place of the word at the cursor and looked for in the tree that YAML makes of the text. What has not changed since
 * the text was read as `before` is not parsed again; it also says what the text is. Undefined where nothing can be written, as in a comment.
 */
export function cursorContext(text: string, offset: number, before?: Blueprint): CursorContext | undefined {
  const word = wordAt(text, offset);
  const hasColon = hasColonBehind(text, word);
  const format = before?.format ?? blueprintFormat;
  for (const probed of probedTexts(text, word)) {
    for (const source of parseYaml(probed.text, before?.blocks).documents) {
      const found = findProbe(source.document.contents, probed.text.indexOf(probe), []);
      const place = found === undefined ? undefined : placeOf(found, probed, source, format.shape);
      const shape = place === undefined ? undefined : shapeAt(format.shape, place.path);
      if (place === undefined || shape === undefined || !hasRoom(text, word, place)) continue;
      const { design } = format.read(new NodeReader(probed.text, source, format.shape));
      const { designNames } = format;
      return { ...place, shape, word, hasColon, needsComma: probed.hasComma, design, designNames };
    }
  }
  return undefined;
}

/** Whether what is written around the word leaves it room: a line of its own, or commas and brackets on both sides. */
function hasRoom(text: string, word: Range, { kind, isFlow }: Place): boolean {
  const behind = text.slice(word.end).replace(/^["']/, '');
  if (!isFlow) return /^(:(\s|$)|[ \t]*(\r?\n|$)|[ \t]+#)/.test(behind);
  const before = text.slice(0, word.start).replace(/["']$/, '').trimEnd();
  if (kind === 'value' && before.endsWith(':')) return /^\s*(,|\]|\}|#|$)/.test(behind) || /^[ \t]*\r?\n/.test(behind);
  return /[{[,]$/.test(before);
}

/** Where the probe is: a key of `holder`, the value of a key of it, or an item of it; `path` is that of the holder. */
interface Found {
  readonly role: 'key' | 'value' | 'item';
  readonly path: Path;
  readonly holder: YAMLMap | YAMLSeq;
  /** The key or index at which it stands; the probe itself for a key. */
  readonly step: string | number;
  /** What stands behind a key. */
  readonly value?: unknown;
  /** The list that holds the holder. */
  readonly list?: YAMLSeq;
}

/** Looks for the probe, which stands at `at`, in the nodes that reach so far. */
function findProbe(node: Node | null, at: number, path: Path, list?: YAMLSeq): Found | undefined {
  if (node?.range && (at < node.range[0] || node.range[2] < at)) return undefined;
  if (isMap(node)) return findInMap(node, at, path, list);
  if (!isSeq(node)) return undefined;
  for (const [index, item] of itemsAround(node, at)) {
    if (isProbe(item)) return { role: 'item', path, holder: node, step: index };
    const found = findProbe(item as Node | null, at, [...path, index], node);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The items that reach to an offset, with their indices: of a long list the others are not even looked at. */
function* itemsAround(list: YAMLSeq, at: number): Generator<readonly [index: number, item: unknown]> {
  const placed = placedEntriesOf(list);
  if (placed === undefined) yield* list.items.entries();
  for (const [index, item] of placed?.entries() ?? []) if (item.reachesTo(at)) yield [index, item.here];
}

function findInMap(map: YAMLMap, at: number, path: Path, list: YAMLSeq | undefined): Found | undefined {
  for (const { key, value } of map.items) {
    const step = isScalar(key) ? String(key.value) : '';
    if (isProbe(key)) return { role: 'key', path, holder: map, step, value, ...(list === undefined ? {} : { list }) };
    if (isProbe(value)) return { role: 'value', path, holder: map, step };
    const found = findProbe(value as Node | null, at, [...path, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isProbe(node: unknown): boolean {
  return isScalar(node) && node.value === probe;
}

type Place = Pick<CursorContext, 'kind' | 'path' | 'present' | 'isFlow' | 'value'>;

/** What the place of the probe is in the format: a key may stand where a list or a scalar is wanted. */
function placeOf(found: Found, probed: ProbedText, source: ParsedDocument, whole: Shape): Place | undefined {
  const { role, path, holder, step } = found;
  const isFlow = holder.flow === true;
  if (role === 'value') return { kind: 'value', path: [...path, step], present: [], isFlow };
  if (role === 'item') {
    const kind = shapeAt(whole, [...path, step])?.kind === 'scalar' ? 'value' : 'item';
    return { kind, path: kind === 'value' ? [...path, step] : path, present: scalarsOf(holder), isFlow };
  }
  if (probed.hasDash) return { kind: 'item', path: parentPath(path), present: [], isFlow };
  const shape = shapeAt(whole, path);
  if (shape?.kind === 'list') return { kind: 'item', path, present: [], isFlow };
  if (shape?.kind === 'scalar') return { kind: 'value', path, present: scalarsOf(found.list), isFlow };
  if (!isMap(holder) || !isInColumn(probed.text, holder)) return undefined;
  const hasBraces = probed.text.charAt(holder.range?.[0] ?? 0) === '{';
  if (isFlow && !hasBraces) return { kind: 'item', path: parentPath(path), present: [], isFlow };
  const { entries } = entriesOf(holder, source.aliasTargets);
  const present = entries.map(({ key }) => key).filter((key) => key !== probe);
  return { kind: 'key', path, present, isFlow, value: found.value };
}

function scalarsOf(list: YAMLMap | YAMLSeq | undefined): readonly string[] {
  if (!isSeq(list)) return [];
  return list.items.flatMap((item) => (isScalar(item) && !isProbe(item) ? [String(item.value)] : []));
}

/** Whether the keys of a block mapping stand under each other; text that YAML puts there in despair does not. */
export function isInColumn(text: string, map: YAMLMap): boolean {
  if (map.flow === true) return true;
  const columns = map.items.map(({ key }) => {
    const start = (key as Node | null)?.range?.[0] ?? 0;
    const line = text.lastIndexOf('\n', start - 1) + 1;
    // A byte order mark takes no column.
    return start - line - (text.startsWith('\ufeff', line) ? 1 : 0);
  });
  return new Set(columns).size === 1;
}
