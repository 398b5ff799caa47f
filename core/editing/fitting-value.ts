import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Shape } from '../design/format/shape.ts';

/** Whether what is written could stand behind a key of this shape; nothing at all can stand behind every key. */
export function fits(shape: Shape, node: unknown): boolean {
  if (node === null || node === undefined || isAlias(node)) return true;
  if (isScalar(node)) {
    if (node.value === null) return true;
    return shape.kind === 'scalar' && shape.parse({ value: node.value, text: sourceOf(node) }) !== undefined;
  }
  if (isSeq(node)) return shape.kind === 'list' && node.items.every((item) => fits(shape.item, item));
  if (!isMap(node)) return false;
  if (shape.kind === 'record') return node.items.every(({ value }) => fits(shape.item, value));
  if (shape.kind !== 'object') return false;
  return node.items.every(({ key, value }) => {
    const name = isScalar(key as Node) ? String((key as { value: unknown }).value) : '';
    const property = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
    return property !== undefined && fits(property, value);
  });
}

function sourceOf({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}
