import type { Range } from '../../../text/range.ts';
import type { Path } from '../../path.ts';
import type { Resolved } from './resolved.ts';

/** Where a part of a design stands in a template. */
export interface Place {
  readonly path: Path;
  readonly key?: Range;
}

/** A part of a design, put together from the properties of resources. */
export type Part = ValuePart | GroupPart | ListPart;

/** The value of one property. */
export type ValuePart = Place & { readonly kind: 'value'; readonly value: Resolved };

/** A group with the names of the design. */
export type GroupPart = Place & {
  readonly kind: 'group';
  readonly parts: ReadonlyMap<string, Part>;
  /** Whether what is missing may only be hidden. */
  readonly isOpen: boolean;
};

/** A list whose items come from several places. */
export type ListPart = Place & { readonly kind: 'list'; readonly items: readonly Part[] };

/** A part of which nothing is known but that it is there, or may be. */
export function unknownPart({ path, key }: Place): ValuePart {
  const range = key ?? { start: 0, end: 0 };
  return {
    ...placeOf({ path, key }),
    kind: 'value',
    value: { kind: 'unknown', identity: `unseen ${path.join('.')}`, range },
  };
}

/** A word that follows from the template, though nobody wrote it. */
export function impliedPart({ path, key }: Place, word: string): ValuePart {
  const range = key ?? { start: 0, end: 0 };
  return {
    ...placeOf({ path, key }),
    kind: 'value',
    value: { kind: 'scalar', value: word, text: word, defaults: [], range },
  };
}

function placeOf({ path, key }: { path: Path; key: Range | undefined }): Place {
  return key === undefined ? { path } : { path, key };
}
