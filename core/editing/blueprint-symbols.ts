import { blueprintShape } from '../design/format/blueprint.ts';
import { shapeAt } from '../design/format/shape-at.ts';
import { formatPath, parentPath } from '../design/path.ts';
import type { Blueprint } from '../design/readers/blueprint.ts';
import type { Place } from '../design/readers/locator.ts';
import type { Range } from '../text/range.ts';
import { type GroupDetails, groupDetails } from './group-details.ts';
import type { OutlineSymbol } from './outline-symbol.ts';

/** The places of a design by the path of what holds them. */
type Children = ReadonlyMap<string, readonly Place[]>;

/** The outline of a blueprint, one tree for each of its designs. Items of lists are named by what identifies them. */
export function blueprintSymbols({ text, documents }: Blueprint): readonly OutlineSymbol[] {
  return documents.flatMap(({ design, locator }) => {
    const details = groupDetails(design);
    const children = new Map<string, Place[]>();
    for (const place of locator.places()) {
      if (place.path.length === 0 || place.shared) continue;
      const parent = formatPath(parentPath(place.path));
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [place]);
      else siblings.push(place);
    }
    return (children.get('') ?? []).map((place) => symbolOf(text, place, children, details));
  });
}

function symbolOf(text: string, place: Place, children: Children, details: GroupDetails): OutlineSymbol {
  const shape = shapeAt(blueprintShape, place.path);
  const isScalar = shape === undefined || shape.kind === 'scalar';
  const inside = isScalar ? [] : (children.get(formatPath(place.path)) ?? []);
  const known = details.get(formatPath(place.path)) ?? '';
  const name = nameOf(text, place, inside, known !== '');
  const detail = isScalar ? detailOfScalar(text, place) : known;
  return {
    name,
    detail: detail === name ? '' : detail,
    kind: isScalar ? 'value' : shape.kind === 'list' ? 'list' : 'group',
    range: place.whole,
    selectionRange: place.key ?? place.value,
    children: inside.map((child) => symbolOf(text, child, children, details)),
  };
}

function detailOfScalar(text: string, { path, value }: Place): string {
  return typeof path.at(-1) === 'string' ? scalarAt(text, value) : '';
}

/** Keys that tell items of a list apart, the most telling first. */
const identifyingKeys = ['id', 'name', 'clusterIdentifier', 'region', 'service', 'at'];

function nameOf(text: string, { path, value }: Place, children: readonly Place[], hasDetail: boolean): string {
  const step = path.at(-1);
  if (typeof step !== 'number') return `${step}`;
  for (const key of identifyingKeys) {
    const place = children.find((child) => child.path.at(-1) === key);
    const written = place === undefined ? '' : scalarAt(text, place.value);
    if (written !== '') return written;
  }
  const written = hasDetail ? '' : scalarAt(text, value);
  return written || `${step + 1}`;
}

/** A scalar as people read it: without its quotes, and not too long. */
function scalarAt(text: string, { start, end }: Range): string {
  const written = text.slice(start, Math.min(end, start + 80)).split(/\r?\n/)[0] ?? '';
  return written.replace(/^(["'])(.*)\1$/, '$2').trim();
}
