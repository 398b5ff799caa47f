import type { Range } from '../../../text/range.ts';
import type { MapEntry } from './expression.ts';

/** What an expression comes to in one case of a template's conditions. */
export type Resolved =
  | ResolvedScalar
  | ResolvedUnknown
  | { readonly kind: 'absent'; readonly range: Range }
  | { readonly kind: 'list'; readonly items: readonly Resolved[]; readonly range: Range }
  | ResolvedMap;

export interface ResolvedScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean;
  readonly text: string;
  /** Whether it is written without quotes; what a function makes is not. */
  readonly isPlain?: boolean;
  /** Parameters whose Default is part of the value: another value may be given when the stack is deployed. */
  readonly defaults: readonly string[];
  readonly range: Range;
}

export interface ResolvedUnknown {
  readonly kind: 'unknown';
  /** The expression in one spelling: two unknown values with the same identity are equal, whatever they are. */
  readonly identity: string;
  /** Logical id of the resource whose Ref or attribute it is. */
  readonly resource?: string;
  /** Whether it is the empty text; undefined when it may be. */
  readonly isEmpty?: boolean;
  /** Whether it is certain that what it stands for is written in other templates. */
  readonly isElsewhere?: boolean;
  readonly range: Range;
}

export interface ResolvedMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, { readonly key: MapEntry['key']; readonly value: Resolved }>;
  readonly isOpen: boolean;
  readonly range: Range;
}

/** The text that stands for a value when values are compared. */
export function identityOf(resolved: Resolved): string {
  switch (resolved.kind) {
    case 'scalar':
      return JSON.stringify(resolved.text);
    case 'unknown':
      return resolved.identity;
    case 'absent':
      return 'null';
    case 'list':
      return `[${resolved.items.map(identityOf).join(',')}]`;
    case 'map':
      return `{${[...resolved.entries].map(([key, { value }]) => `${key}:${identityOf(value)}`).join(',')}}`;
  }
}

/** A text made of others, or by a function. One with `{{` is filled in by a resolve reference when the stack is deployed. */
export function computed(text: string, range: Range, parts: readonly Resolved[] = []): Resolved {
  if (text.includes('{{')) return { kind: 'unknown', identity: JSON.stringify(text), isEmpty: false, range };
  return { kind: 'scalar', value: text, text, defaults: defaultsIn(parts), range };
}

/** The parameters whose Defaults are part of some of the values. */
export function defaultsIn(parts: readonly Resolved[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => (part.kind === 'scalar' ? part.defaults : [])))];
}

/** The identity of a call that cannot be resolved. */
export function callIdentity(name: string, args: readonly Resolved[]): string {
  return `${name}(${args.map(identityOf).join(',')})`;
}
