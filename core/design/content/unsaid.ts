import type { EditValue } from '../edit.ts';
import { type Content, isContent } from './design-content.ts';
import { isSame } from './leave-out-defaults.ts';

/** Properties that tell the items of a list apart. */
const keys: readonly (readonly string[])[] = [
  ['id'],
  ['name'],
  ['service', 'roleArn'],
  ['featureName', 'roleArn'],
  ['metric'],
  ['target'],
];

/**
 * What stands in `wanted` and not in `said`; undefined when all of it does. Items of lists are told apart by their keys,
 * and keep them and their order.
 */
function unsaid(wanted: EditValue, said: EditValue | undefined): EditValue | undefined {
  if (said === undefined) return wanted;
  if (isSame(wanted, said)) return undefined;
  if (isContent(wanted) && isContent(said)) {
    const left = unsaidEntries(wanted, said);
    return Object.keys(left).length === 0 ? undefined : left;
  }
  return Array.isArray(wanted) && Array.isArray(said) ? unsaidItems(wanted, said) : wanted;
}

/** The entries of `wanted` with what `said` does not say of them. */
export function unsaidEntries(wanted: Content, said: Content): Content {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([key, value]) => {
      const left = unsaid(value, said[key]);
      return left === undefined ? [] : [[key, left]];
    }),
  );
}

/** All items with their keys, as soon as something is unsaid of one of them or they stand in another order. */
function unsaidItems(wanted: readonly EditValue[], said: readonly EditValue[]): EditValue | undefined {
  const pairs = wanted.map((item, index) => [item, twinOf(item, index, wanted, said)] as const);
  const isSaid = pairs.every(([item, twin], index) => {
    return (
      said[index] === twin && isContent(item) && isContent(twin) && Object.keys(unsaidEntries(item, twin)).length === 0
    );
  });
  if (isSaid && wanted.length === said.length) return undefined;
  return pairs.map(([item, twin]) => {
    if (!isContent(item) || !isContent(twin)) return item;
    const names = keyOf(item) ?? [];
    const key = names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]]));
    return { ...Object.fromEntries(key), ...unsaidEntries(item, twin) };
  });
}

/** The same item of another list: by its key, or by its place in a list of items that have none. */
function twinOf(item: EditValue, index: number, wanted: readonly EditValue[], said: readonly EditValue[]) {
  if (!isContent(item)) return undefined;
  const names = keyOf(item);
  if (names === undefined) return wanted.length === said.length ? said[index] : undefined;
  return said.find((other) => isContent(other) && names.every((name) => isSame(other[name], item[name])));
}

/** The properties that tell an item of a list from the others; undefined where there are none. */
export function keyOf(item: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  return keys.find((names) => names.some((name) => item[name] !== undefined) && item[names.at(-1) ?? ''] !== undefined);
}
