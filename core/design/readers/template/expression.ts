import type { Range } from '../../../text/range.ts';

/** A value of a template as written, before anything is resolved. */
export type Expression =
  | ScalarExpression
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly range: Range }
  | MapExpression
  /** An intrinsic function by its long name (`Ref`, `Fn::Sub`), whichever form it is written in. */
  | { readonly kind: 'call'; readonly name: string; readonly argument: Expression; readonly range: Range }
  /** `null`, or nothing behind the colon. */
  | { readonly kind: 'nothing'; readonly range: Range }
  /** Something that cannot be read, such as a merge of mappings. */
  | { readonly kind: 'unreadable'; readonly range: Range };

export interface ScalarExpression {
  readonly kind: 'scalar';
  readonly value: string | number | boolean;
  readonly text: string;
  /** Whether it is written without quotes. */
  readonly isPlain: boolean;
  readonly range: Range;
}

export interface MapExpression {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  /** Whether it may have more keys than can be read: a function among them adds its own. */
  readonly isOpen: boolean;
  readonly range: Range;
}

export interface MapEntry {
  readonly key: Range;
  /** Key and value with all their lines. */
  readonly whole: Range;
  readonly value: Expression;
}

/** The value under a key of a mapping; undefined when `expression` is no mapping or has no such key. */
export function entryOf(expression: Expression | undefined, key: string): MapEntry | undefined {
  return expression?.kind === 'map' ? expression.entries.get(key) : undefined;
}

/** The text of a scalar that stands under a key. */
export function textUnder(expression: Expression | undefined, key: string): string | undefined {
  const value = entryOf(expression, key)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}
