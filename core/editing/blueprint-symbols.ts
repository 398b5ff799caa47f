import { blueprintShape } from '../design/format/blueprint.ts';
import { shapeAt } from '../design/format/shape-at.ts';
import { formatPath, parentPath } from '../design/path.ts';
import type { Blueprint } from '../design/readers/blueprint.ts';
import type { Place } from '../design/readers/locator.ts';
import type { Range } from '../text/range.ts';

/** Something of a design in the outline of its text. */
export interface BlueprintSymbol {
  readonly name: string;
  /** The value of a scalar; empty for groups and lists. */
  readonly detail: string;
  readonly kind: 'group' | 'list' | 'value';
  readonly range: Range;
  /** What is shown when a person goes there; inside `range`. */
  readonly selectionRange: Range;
  readonly children: readonly BlueprintSymbol[];
}

/** The places of a design by the path of what holds them. */
type Children = ReadonlyMap<string, readonly Place[]>;

/** The outline of a blueprint, one tree for each of its designs. Items of lists are named by what identifies them. */
export function blueprintSymbols({ text, documents }: Blueprint): readonly BlueprintSymbol[] {
  return documents.flatMap(({ locator }) => {
    const children = new Map<string, Place[]>();
    for (const place of locator.places()) {
      if (place.path.length === 0 || place.shared) continue;
      const parent = formatPath(parentPath(place.path));
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [place]);
      else siblings.push(place);
    }
    return (children.get('') ?? []).map((place) => symbolOf(text, place, children));
  });
}

function symbolOf(text: string, place: Place, children: Children): BlueprintSymbol {
  const shape = shapeAt(blueprintShape, place.path);
  const isScalar = shape === undefined || shape.kind === 'scalar';
  const inside = isScalar ? [] : (children.get(formatPath(place.path)) ?? []);
  return {
    name: nameOf(text, place, inside),
    detail: isScalar && typeof place.path.at(-1) === 'string' ? scalarAt(text, place.value) : '',
    kind: isScalar ? 'value' : shape.kind === 'list' ? 'list' : 'group',
    range: place.whole,
    selectionRange: place.key ?? place.value,
    children: inside.map((child) => symbolOf(text, child, children)),
  };
}

/** Keys that tell items of a list apart, the most telling first. */
const identifyingKeys = ['id', 'name', 'clusterIdentifier', 'region', 'service', 'at'];

function nameOf(text: string, { path, value }: Place, children: readonly Place[]): string {
  const step = path.at(-1);
  if (typeof step !== 'number') return `${step}`;
  for (const key of identifyingKeys) {
    const place = children.find((child) => child.path.at(-1) === key);
    const written = place === undefined ? '' : scalarAt(text, place.value);
    if (written !== '') return written;
  }
  return scalarAt(text, value) || `${step + 1}`;
}

/** A scalar as people read it: without its quotes, and not too long. */
function scalarAt(text: string, { start, end }: Range): string {
  const written = text.slice(start, Math.min(end, start + 80)).split(/\r?\n/)[0] ?? '';
  return written.replace(/^(["'])(.*)\1$/, '$2').trim();
}
