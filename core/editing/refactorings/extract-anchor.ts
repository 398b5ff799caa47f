import { isAlias, isCollection, isMap, isScalar, type Node, type Pair, visit } from 'yaml';
import { keyOf } from '../../design/readers/blueprint/map-entries.ts';
import { endOf, isEmpty, startOf } from '../../design/writers/blueprint/syntax-place.ts';
import { contains, type TextEdit } from '../../text/range.ts';
import type { NameIndex } from '../names/name.ts';
import type { BlueprintSelection, Refactoring } from './refactoring.ts';

/** A value behind its key. */
interface Occurrence {
  readonly key: string;
  readonly value: Node;
  /** Offset behind the colon. */
  readonly behindColon: number;
}

/**
 * Writes a value that stands behind the same key several times once, as an anchor, and as aliases of it everywhere else:
 * the innermost that is selected, and what holds it where that is repeated too. Nothing for names, which are renamed and
 * not shared, and for what an anchor or an alias gives already.
 */
export function extractAnchor({ text, document, range, names }: BlueprintSelection): readonly Refactoring[] {
  const { contents } = document.source.document;
  if (contents === null || document.source.isBroken || isLikeJson(contents)) return [];
  return occurrencesAt(text, contents, range.start).flatMap((chosen): readonly Refactoring[] => {
    const same = sameAs(text, contents, chosen);
    if (same.length < 2 || isName(names(), chosen)) return [];
    const name = freeAnchor(text, chosen.key);
    const title = `Extract ${chosen.key} into the anchor &${name} (${same.length} uses)`;
    return [{ title, kind: 'refactor.extract', edits: () => editsOf(text, same, name) }];
  });
}

/** Keys behind which a name stands, whatever it names, or a merge. */
const notShared = new Set(['id', 'name', 'clusterIdentifier', '<<']);

/** Longest text that is shared, in characters: what is longer is a part of the design, and no value. */
const longestShared = 2_000;

/** The values at an offset that could be shared, the innermost first. */
function occurrencesAt(text: string, contents: Node, offset: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  visit(contents, {
    Pair: (_key, pair) => {
      const { key, value } = pair as Pair<Node | null, Node | null>;
      const [start, keyEnd] = key?.range ?? [0, 0];
      if (!contains({ start, end: value === null ? keyEnd : endOf(text, value) }, offset)) return visit.SKIP;
      const occurrence = occurrenceOf(text, pair);
      if (occurrence !== undefined) found.unshift(occurrence);
      return undefined;
    },
  });
  return found;
}

/** The value of a key; undefined where an anchor or an alias cannot take its place without changing or losing something. */
function occurrenceOf(text: string, pair: Pair): Occurrence | undefined {
  const [key, value] = [keyOf(pair), pair.value as Node | null];
  if (key === undefined || notShared.has(key) || value === null || isEmpty(value)) return undefined;
  const [start, end] = [startOf(value), endOf(text, value)];
  const keyEnd = (pair.key as Node).range?.[1] ?? 0;
  const [colon] = /^\s*:/.exec(text.slice(keyEnd, start)) ?? [];
  if (colon === undefined || end - start > longestShared || !isShareable(value)) return undefined;
  const behindColon = keyEnd + colon.length;
  const isPlainGap = text.slice(behindColon, start).trim() === '';
  const holdsComment = isCollection(value) && text.slice(start, end).includes('#');
  return isPlainGap && !holdsComment ? { key, value, behindColon } : undefined;
}

/** Whether nothing in a value has a tag, an anchor or an alias, and it is worth a name: a truth value is not. */
function isShareable(value: Node): boolean {
  if (isScalar(value) && (typeof value.value === 'boolean' || value.type?.startsWith('BLOCK') === true)) return false;
  let isPlain = true;
  visit(value, {
    Node: (_key, node) => {
      const isMarked = isAlias(node) || node.tag?.startsWith('!') === true || node.anchor !== undefined;
      if (!isMarked) return undefined;
      isPlain = false;
      return visit.BREAK;
    },
  });
  return isPlain;
}

/** Whether a value is the name of something, or refers to it. */
function isName(names: NameIndex, { value }: Occurrence): boolean {
  const quote = isScalar(value) && /^QUOTE/.test(value.type ?? '') ? 1 : 0;
  return isScalar(value) && names.at(startOf(value) + quote) !== undefined;
}

/** The values that are the same as one, behind the same key, in order of the text; none lies in another. */
function sameAs(text: string, contents: Node, chosen: Occurrence): readonly Occurrence[] {
  const wanted = meaningOf(text, chosen.value);
  const same: Occurrence[] = [];
  visit(contents, {
    Pair: (_key, pair) => {
      if (keyOf(pair) !== chosen.key) return undefined;
      const occurrence = occurrenceOf(text, pair);
      if (occurrence === undefined || meaningOf(text, occurrence.value) !== wanted) return undefined;
      same.push(occurrence);
      return visit.SKIP;
    },
  });
  return same;
}

/** A value in one spelling: the same for values that a reader cannot tell apart. Of numbers the digits count too. */
function meaningOf(text: string, node: unknown): string {
  if (isScalar(node)) {
    if (typeof node.value === 'string') return JSON.stringify(node.value);
    return text.slice(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  }
  if (!isCollection(node)) return '';
  if (!isMap(node)) return `[${node.items.map((item) => meaningOf(text, item)).join()}]`;
  return `{${node.items.map(({ key, value }) => `${meaningOf(text, key)}:${meaningOf(text, value)}`).join()}}`;
}

function editsOf(text: string, [first, ...others]: readonly Occurrence[], name: string): readonly TextEdit[] {
  if (first === undefined) return [];
  const isBlock = isCollection(first.value) && first.value.flow !== true;
  const at = isBlock ? first.behindColon : startOf(first.value);
  const gap = isBlock || at === first.behindColon ? ' ' : '';
  const anchor = { range: { start: at, end: at }, newText: `${gap}&${name}${isBlock ? '' : ' '}` };
  const aliases = others.map(({ value, behindColon }) => ({
    range: { start: behindColon, end: endOf(text, value) },
    newText: ` *${name}`,
  }));
  return [anchor, ...aliases];
}

/** The key as the name of an anchor, with a number where the text has such an anchor, or something like it. */
function freeAnchor(text: string, key: string): string {
  const stem = key.replace(/[^\w-]+/g, '-');
  const isTaken = (name: string) => text.includes(`&${name}`) || text.includes(`*${name}`);
  if (!isTaken(stem)) return stem;
  let number = 2;
  while (isTaken(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** JSON has no anchors. */
function isLikeJson(contents: Node): boolean {
  const key = isMap(contents) && contents.flow === true ? contents.items[0]?.key : undefined;
  return isScalar(key) && key.type === 'QUOTE_DOUBLE';
}
