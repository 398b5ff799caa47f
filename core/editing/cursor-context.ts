import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { blueprintShape } from '../design/format/blueprint.ts';
import type { Shape } from '../design/format/shape.ts';
import { shapeAt } from '../design/format/shape-at.ts';
import { type Path, parentPath } from '../design/path.ts';
import { entriesOf } from '../design/readers/blueprint/map-entries.ts';
import { type BlueprintDocument, readBlueprint } from '../design/readers/blueprint.ts';
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
  /** The text as it is read with a word at the cursor. */
  readonly document: BlueprintDocument;
}

/**
 * Finds out what can be written at `offset`, also in text that is only half typed: a word that nobody writes is put in
 * the place of the word at the cursor and looked for in the tree that YAML makes of the text.
 * Undefined where nothing can be written, as in a comment.
 */
export function cursorContext(text: string, offset: number): CursorContext | undefined {
  const word = wordAt(text, offset);
  const hasColon = hasColonBehind(text, word);
  for (const probed of probedTexts(text, word)) {
    for (const document of readBlueprint(probed.text).documents) {
      const found = findProbe(document.source.document.contents, []);
      const place = found === undefined ? undefined : placeOf(found, probed, document);
      const shape = place === undefined ? undefined : shapeAt(blueprintShape, place.path);
      if (place !== undefined && shape !== undefined) return { ...place, shape, word, hasColon, document };
    }
  }
  return undefined;
}

/** Where the probe is: a key of `holder`, the value of a key of it, or an item of it; `path` is that of the holder. */
interface Found {
  readonly role: 'key' | 'value' | 'item';
  readonly path: Path;
  readonly holder: YAMLMap | YAMLSeq;
  /** The key or index at which it stands; the probe itself for a key. */
  readonly step: string | number;
  /** The list that holds the holder. */
  readonly list?: YAMLSeq;
}

function findProbe(node: Node | null, path: Path, list?: YAMLSeq): Found | undefined {
  if (isMap(node)) return findInMap(node, path, list);
  if (!isSeq(node)) return undefined;
  for (const [index, item] of node.items.entries()) {
    if (isProbe(item)) return { role: 'item', path, holder: node, step: index };
    const found = findProbe(item as Node | null, [...path, index], node);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findInMap(map: YAMLMap, path: Path, list: YAMLSeq | undefined): Found | undefined {
  for (const { key, value } of map.items) {
    const step = isScalar(key) ? String(key.value) : '';
    if (isProbe(key)) return { role: 'key', path, holder: map, step, ...(list === undefined ? {} : { list }) };
    if (isProbe(value)) return { role: 'value', path, holder: map, step };
    const found = findProbe(value as Node | null, [...path, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isProbe(node: unknown): boolean {
  return isScalar(node) && node.value === probe;
}

type Place = Pick<CursorContext, 'kind' | 'path' | 'present' | 'isFlow'>;

/** What the place of the probe is in the format: a key may stand where a list or a scalar is wanted. */
function placeOf(found: Found, probed: ProbedText, document: BlueprintDocument): Place | undefined {
  const { role, path, holder, step } = found;
  const isFlow = holder.flow === true;
  if (role === 'value') return { kind: 'value', path: [...path, step], present: [], isFlow };
  if (role === 'item') {
    const kind = shapeAt(blueprintShape, [...path, step])?.kind === 'scalar' ? 'value' : 'item';
    return { kind, path: kind === 'value' ? [...path, step] : path, present: scalarsOf(holder), isFlow };
  }
  if (probed.hasDash) return { kind: 'item', path: parentPath(path), present: [], isFlow };
  const shape = shapeAt(blueprintShape, path);
  if (shape?.kind === 'list') return { kind: 'item', path, present: [], isFlow };
  if (shape?.kind === 'scalar') return { kind: 'value', path, present: scalarsOf(found.list), isFlow };
  if (!isMap(holder) || !isInColumn(probed.text, holder)) return undefined;
  const hasBraces = probed.text.charAt(holder.range?.[0] ?? 0) === '{';
  if (isFlow && !hasBraces) return { kind: 'item', path: parentPath(path), present: [], isFlow };
  const { entries } = entriesOf(holder, document.source.aliasTargets);
  return { kind: 'key', path, present: entries.map(({ key }) => key).filter((key) => key !== probe), isFlow };
}

function scalarsOf(list: YAMLMap | YAMLSeq | undefined): readonly string[] {
  if (!isSeq(list)) return [];
  return list.items.flatMap((item) => (isScalar(item) && !isProbe(item) ? [String(item.value)] : []));
}

/** Whether the keys of a block mapping stand under each other; text that YAML puts there in despair does not. */
function isInColumn(text: string, map: YAMLMap): boolean {
  if (map.flow === true) return true;
  const columns = map.items.map(({ key }) => {
    const start = (key as Node | null)?.range?.[0] ?? 0;
    return start - text.lastIndexOf('\n', start - 1);
  });
  return new Set(columns).size === 1;
}
