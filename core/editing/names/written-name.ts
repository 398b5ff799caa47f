import { type Scalar, stringify } from 'yaml';
import { rangeOfNode } from '../../design/readers/blueprint/node-range.ts';
import { renderInline } from '../../design/writers/blueprint/render.ts';
import type { Mention } from './name.ts';

/** The characters of a name, and how they are written. */
export type WrittenName = Pick<Mention, 'range' | 'writing'>;

/** Where the characters of a scalar stand, without its quotes, and how they are written. */
export function writtenScalar(text: string, scalar: Scalar, isFlow = true): WrittenName {
  const range = rangeOfNode(scalar);
  if (/[\r\n]/.test(text.slice(range.start, range.end))) return { range, writing: 'fixed' };
  if (scalar.type === 'PLAIN') return { range, writing: isFlow ? 'plain-in-flow' : 'plain' };
  const quote = text.charAt(range.start);
  const isClosed = range.end - range.start > 1 && text.charAt(range.end - 1) === quote;
  if (!isClosed || !/["']/.test(quote)) return { range, writing: 'fixed' };
  const inside = { start: range.start + 1, end: range.end - 1 };
  return { range: inside, writing: quote === '"' ? 'double-quoted' : 'single-quoted' };
}

/** The characters that stand for `name` where a mention stands; undefined where they cannot be put. */
export function writeName(name: string, { writing }: Mention): string | undefined {
  switch (writing) {
    case 'plain':
      return stringify(name, { lineWidth: 0, compat: 'yaml-1.1', defaultStringType: 'PLAIN' }).trimEnd();
    case 'plain-in-flow':
      return renderInline(name);
    case 'single-quoted':
      return name.replaceAll("'", "''");
    case 'double-quoted':
      return JSON.stringify(name).slice(1, -1);
    case 'part':
      return name;
    case 'alias':
    case 'fixed':
      return undefined;
  }
}
