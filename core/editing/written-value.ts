import { renderInline } from '../design/writers/blueprint/render.ts';
import type { Range } from '../text/range.ts';

/** Words that YAML takes for nothing but text, wherever they stand. */
const plain = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][\w./-]*$/i;

/** The sign of the quotes in which a word stands: what is before it; empty outside. */
export function quotesAt(text: string, { start }: Range): string {
  const sign = text.charAt(start - 1);
  return sign === '"' || sign === "'" ? sign : '';
}

/** Text as it is written inside quotes of this sign; outside any, with its own where YAML would take it for something else. */
export function quotedLike(value: string, quotes: string): string {
  if (quotes === '"') return JSON.stringify(value).slice(1, -1);
  if (quotes === "'") return value.replaceAll("'", "''");
  return plain.test(value) ? value : renderInline(value);
}
