import { type Node, Scalar, stringify } from 'yaml';
import type { EditValue } from '../../edit.ts';

/** A value on one line, valid inside flow collections too. */
export function renderInline(value: EditValue): string {
  const list = stringify([value], { collectionStyle: 'flow', lineWidth: 0 });
  return list.trim().slice(1, -1).trim();
}

/** A value in place of `node`, in its style of quotes. */
export function renderLike(node: Node | null, value: EditValue): string {
  const inline = renderInline(value);
  if (typeof value !== 'string' || !(node instanceof Scalar)) return inline;
  if (node.type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (node.type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  return inline;
}

/** A key with its value as a line of a block mapping; a list of mappings gets a line per item. */
export function renderEntry(key: string, value: EditValue, indent: string, lineBreak: string): string {
  const isTable = Array.isArray(value) && value.some((item) => typeof item === 'object');
  if (!isTable) return `${key}: ${renderInline(value)}`;
  const items = value.map((item) => `${lineBreak}${indent}  - ${renderInline(item)}`);
  return `${key}:${items.join('')}`;
}
