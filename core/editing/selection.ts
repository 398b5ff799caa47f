import { isScalar, type Node, type Pair, visit } from 'yaml';
import { rangeOfNode } from '../design/readers/blueprint/node-range.ts';
import { contains, type Range } from '../text/range.ts';

/**
 * What a selection at `offset` grows through, the smallest first: a value without its quotes, the value, its entry, the
 * collection that holds it, and so on up to the whole text. Never throws.
 */
export function selectionsAt(text: string, documents: readonly (Node | null)[], offset: number): readonly Range[] {
  const found: Range[] = [{ start: 0, end: text.length }];
  const add = (range: Range): boolean => {
    const isAround = contains(range, offset);
    if (isAround) found.push(range);
    return isAround;
  };
  for (const contents of documents) {
    visit(contents, {
      Pair: (_key, pair) => (add(trimmed(text, rangeOfPair(pair))) ? undefined : visit.SKIP),
      Node: (_key, node) => {
        const range = trimmed(text, rangeOfNode(node));
        if (!add(range)) return visit.SKIP;
        if (isScalar(node) && /^QUOTE/.test(node.type ?? '')) add({ start: range.start + 1, end: range.end - 1 });
        return undefined;
      },
    });
  }
  return nestedRanges(found);
}

/** From the first character of a key to the last of its value. */
function rangeOfPair({ key, value }: Pair): Range {
  const [first, last] = [key as Node | null, value as Node | null];
  const start = first?.range?.[0] ?? last?.range?.[0] ?? 0;
  return { start, end: Math.max(first?.range?.[1] ?? 0, last?.range?.[1] ?? 0, start) };
}

/** A range without the blanks and line breaks at its end. */
function trimmed(text: string, { start, end }: Range): Range {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Ranges that are given the largest first as a selection grows: the smallest first, each inside the next, none twice. */
export function nestedRanges(ranges: readonly Range[]): readonly Range[] {
  const nested: Range[] = [];
  for (const range of ranges) {
    const outer = nested.at(-1);
    const isInside = outer === undefined || (outer.start <= range.start && range.end <= outer.end);
    const isSame = outer?.start === range.start && outer.end === range.end;
    if (isInside && !isSame) nested.push(range);
  }
  return nested.reverse();
}
