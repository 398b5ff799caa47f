import type { ListShape, ObjectShape, RecordShape, ScalarShape, Shape } from './format/shape.ts';
import type { Path } from './path.ts';

/** Known: it was read. Unknown: something stands there that could not be understood or resolved. Absent: nothing stands there. */
export type Presence = 'known' | 'unknown' | 'absent';

/** One value of a design. No rule speaks on an unknown value. */
export type Value<T> =
  | { readonly presence: 'known'; readonly path: Path; readonly value: T }
  | {
      readonly presence: 'unknown' | 'absent';
      readonly path: Path;
      /** Of an unknown value of a template: its expression in one spelling, equal for what is certainly equal. */
      readonly identity?: string;
    };

/** A list of a design; `items` is empty unless the list is known. */
export interface List<N> {
  readonly presence: Presence;
  readonly path: Path;
  readonly items: readonly N[];
  /** Of an unknown list: whether it is certain that its items are written in other templates. */
  readonly isElsewhere?: boolean;
}

/** A mapping with free keys, such as tags. */
export interface Entries<N> {
  readonly presence: Presence;
  readonly path: Path;
  readonly entries: readonly { readonly key: string; readonly node: N }[];
}

/** A group of a design. Its properties are always there as nodes; those nobody wrote are absent. */
export type Group<P extends Readonly<Record<string, Shape>>> = {
  readonly presence: Presence;
  readonly path: Path;
} & { readonly [K in keyof P]: NodeOf<P[K]> };

/** The node that reading a shape gives. */
export type NodeOf<S> =
  S extends ScalarShape<infer T>
    ? Value<T>
    : S extends ListShape<infer I>
      ? List<NodeOf<I>>
      : S extends RecordShape<infer I>
        ? Entries<NodeOf<I>>
        : S extends ObjectShape<infer P>
          ? Group<P>
          : never;

/** The value when it is known, otherwise undefined. */
export function known<T>(value: Value<T>): T | undefined {
  return value.presence === 'known' ? value.value : undefined;
}

/** The known value, or `fallback` when nothing stands there; undefined when it is unknown. */
export function knownOr<T>(value: Value<T>, fallback: T): T | undefined {
  return value.presence === 'absent' ? fallback : known(value);
}

/** All values when each of them is known, otherwise undefined. */
export function allKnown<T>(values: readonly Value<T>[]): readonly T[] | undefined {
  const found = values.flatMap((value) => (value.presence === 'known' ? [value.value] : []));
  return found.length === values.length ? found : undefined;
}

/** Whether two values are certainly the same: both known and equal, or given by the same expression of a template. */
export function certainlyEqual<T>(a: Value<T>, b: Value<T>): boolean {
  if (a.presence === 'known') return b.presence === 'known' && a.value === b.value;
  return b.presence !== 'known' && a.identity !== undefined && a.identity === b.identity;
}

/** Whether there are several values, and all of them are certainly the same. */
export function areAllEqual<T>(values: readonly Value<T>[]): boolean {
  const [first, ...others] = values;
  return first !== undefined && others.length > 0 && others.every((other) => certainlyEqual(first, other));
}
