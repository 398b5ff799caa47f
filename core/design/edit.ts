import type { Path } from './path.ts';

/** A value that an edit writes. */
export type EditValue = string | number | boolean | readonly EditValue[] | { readonly [key: string]: EditValue };

/** One change of a design, independent of the format it is written in. */
export type DesignEdit =
  /** Gives the value at `path`, in place of what stands there or as a new key. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: EditValue }
  /** Appends an item to the list at `path`; the list is made when it is absent. */
  | { readonly kind: 'insert'; readonly path: Path; readonly value: EditValue }
  /** Takes the key or item at `path` away. */
  | { readonly kind: 'remove'; readonly path: Path }
  /** Gives the key at `path` another name; the value stays. */
  | { readonly kind: 'rename'; readonly path: Path; readonly key: string };
