import type { PropertyChange } from '../../design/resource-change.ts';
import { type GraphValue, isAbsent, itemsOf } from '../../design/resource-graph.ts';

/** What an edit does to a property, as the beginning of a sentence. */
export function sayChange({ property, earlier, later, isCertain }: PropertyChange): string {
  if (isAbsent(earlier)) return `${property} is new (${sayValue(later)})`;
  if (isAbsent(later)) return `${property} (${sayValue(earlier)}) is taken away`;
  const [before, after] = [sayValue(earlier), sayValue(later)];
  if (isCertain) return `${property} changes from ${before} to ${after}`;
  return `${property} is given by ${after} now, and was given by ${before}`;
}

/** A value as a person reads it: what it comes to, or the function that gives it. */
export function sayValue(value: GraphValue): string {
  if (value.kind === 'scalar') return value.text;
  if (value.kind === 'list') return inWords((itemsOf(value) ?? []).map(sayValue));
  if (value.kind !== 'unknown') return 'a mapping';
  const [, name, of] = /^(Ref|GetAtt) (.+)$/.exec(value.identity) ?? [];
  if (name !== undefined) return `!${name} ${of}`;
  return value.identity.startsWith('"') ? value.identity.slice(1, -1) : 'an expression';
}

/** A list in words: `a, b and c`. */
export function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
