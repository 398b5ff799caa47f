import { isScalar, type Node, Scalar, type ScalarTag, stringify, type YAMLMap } from 'yaml';
import type { EditValue } from '../../edit.ts';

/** Functions of templates in their short form: `!Ref Cluster` for `{ Ref: Cluster }`. */
const shortForms: ScalarTag[] = ['Ref', 'Fn::Sub', 'Fn::GetAtt'].map((name) => ({
  tag: `!${name.replace('Fn::', '')}`,
  identify: (value) => typeof value === 'object' && value !== null && Object.keys(value).join() === name,
  createNode: (_schema, value) => new Scalar((value as Readonly<Record<string, unknown>>)[name]),
  resolve: (text) => text,
}));

/**
 * A value on one line, valid inside flow collections too. Words that YAML 1.1 takes for truth values are quoted: it is
 * what CloudFormation reads.
 */
export function renderInline(value: EditValue): string {
  const options = { collectionStyle: 'flow', lineWidth: 0, compat: 'yaml-1.1', customTags: shortForms } as const;
  return stringify([value], options).trim().slice(1, -1).trim();
}

/** A value in place of `node`, in its style of quotes. */
export function renderLike(node: Node | null, value: EditValue): string {
  if (typeof value !== 'string' || !isScalar(node)) return renderInline(value);
  if (node.type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (node.type === 'QUOTE_SINGLE' && !/[\n\r]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return renderInline(value);
}

/** A key with its value for a flow mapping; like JSON where its keys are quoted. */
export function renderFlowEntry(map: YAMLMap, key: string, value: EditValue): string {
  const first = map.items[0]?.key;
  const isJson = isScalar(first) && first.type === 'QUOTE_DOUBLE';
  return isJson ? `${JSON.stringify(key)}: ${JSON.stringify(value)}` : `${renderInline(key)}: ${renderInline(value)}`;
}

/** An item for a flow list; like JSON where its text is quoted. */
export function renderFlowItem(sibling: unknown, value: EditValue): string {
  const isJson = isJsonLike(sibling);
  return isJson ? JSON.stringify(value) : renderInline(value);
}

function isJsonLike(node: unknown): boolean {
  if (isScalar(node)) return node.type === 'QUOTE_DOUBLE';
  const first = (node as YAMLMap | undefined)?.items?.[0];
  return isScalar(first?.key) && first.key.type === 'QUOTE_DOUBLE';
}

/** A key with its value as a line of a block mapping; a list of mappings gets a line per item. */
export function renderEntry(key: string, value: EditValue, indent: string, lineBreak: string): string {
  const name = renderInline(key);
  if (!isTable(value)) return `${name}: ${renderInline(value)}`;
  const items = value.map((item) => `${lineBreak}${indent}  - ${renderItem(item, `${indent}    `, lineBreak, false)}`);
  return `${name}:${items.join('')}`;
}

/**
 * An item of a block list, without its dash. A mapping gets a line per key where the other items have (`inLines`), and
 * where it holds a list of mappings; `indent` is that of its keys.
 */
export function renderItem(value: EditValue, indent: string, lineBreak: string, inLines: boolean): string {
  const isMapping = typeof value === 'object' && !Array.isArray(value);
  if (!isMapping || !(inLines || Object.values(value).some(isTable))) return renderInline(value);
  const entries = Object.entries(value).map(([key, part]) => renderEntry(key, part, indent, lineBreak));
  return entries.join(`${lineBreak}${indent}`);
}

function isTable(value: EditValue): value is readonly EditValue[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object');
}
