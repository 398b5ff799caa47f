import type { Range } from '../../../text/range.ts';
import type { Path } from '../../path.ts';
import type { Resolved, ResolvedUnknown } from './resolved.ts';

/** Where a part of a design stands in a template. */
export interface Place {
  readonly path: Path;
  readonly key?: Range;
}

/** A part of a design, put together from the properties of resources. */
export type Part = ValuePart | GroupPart | ListPart;

/** The value of one property. */
export type ValuePart = Place & { readonly kind: 'value'; readonly value: Resolved };

/** A group with the names of the design. Its parts are made when they are looked at. */
export type GroupPart = Place & {
  readonly kind: 'group';
  readonly parts: Parts;
  /** Whether what is missing may only be hidden. */
  readonly isOpen: boolean;
};

/** A list whose items come from several places. */
export type ListPart = Place & { readonly kind: 'list'; readonly items: readonly Part[] };

/** Parts by name; undefined is what is not there. */
export type Parts = ReadonlyMap<string, () => Part | undefined>;

/** A part of which nothing is known but that it is there, or may be. */
export function unknownPart(place: Place): ValuePart {
  return { ...placeOf(place), kind: 'value', value: unseen(place) };
}

/** A list that certainly belongs there, with items that are written in other templates. */
export function elsewherePart(place: Place): ValuePart {
  return { ...placeOf(place), kind: 'value', value: { ...unseen(place), isElsewhere: true } };
}

function unseen({ path, key: range = nowhere }: Place): ResolvedUnknown {
  return { kind: 'unknown', identity: `unseen ${path.join('.')}`, range };
}

/** A word that follows from the template, though nobody wrote it. */
export function impliedPart(place: Place, word: string): ValuePart {
  const { key: range = nowhere } = place;
  return { ...placeOf(place), kind: 'value', value: { kind: 'scalar', value: word, text: word, defaults: [], range } };
}

/** The place alone. */
export function placeOf({ path, key }: Place): Place {
  return key === undefined ? { path } : { path, key };
}

const nowhere: Range = { start: 0, end: 0 };
