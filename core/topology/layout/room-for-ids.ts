import { textWidth } from '../scene/text-width.ts';
import type { ClusterView, PillarView } from '../views/cluster-view.ts';
import { cardPadding, type Density } from './card-measures.ts';
import { type Column, columnsOfWidths } from './frame.ts';
import { type Marks, markRoom } from './marks.ts';
import { type PlacedCard, type PlacedCluster, placeCluster, type Slots } from './placed-cluster.ts';
import type { TowerRows } from './tower-rows.ts';

const narrowestColumn = 88;
/** Ids stand beside a reader and a writer glyph here. */
const narrowestStack = 106;

/** Width of each pillar at least; none is narrower than those on the volume, which are of one width. */
export function leastWidths(pillars: readonly PillarView[]): readonly number[] {
  const least = pillars.map(({ instances }) => (instances.length > 1 ? narrowestStack : narrowestColumn));
  const onVolume = least.filter((_, index) => pillars[index]?.picture.kind === 'volume');
  return least.map((width) => Math.max(width, ...onVolume));
}

/** Width that a card has for what stands left of its slots. */
export function roomBeforeSlots({ x, width }: PlacedCard, slots: Slots, density: Density): number {
  return slots.left - x - cardPadding(width, density) - 4;
}

/** Width that each pillar has beyond what its ids need; less than 0 where it has too little. */
function roomBesideIds({ pillars, density }: PlacedCluster, marks: Marks): readonly number[] {
  return pillars.map(({ column, cards, slots }) => {
    const rooms = cards.map((card) => {
      const { id, path } = card.view.picture;
      return roomBeforeSlots(card, slots, density) - textWidth(id ?? '?', 'name') - markRoom(marks.get(path));
    });
    return Math.min(column.width - narrowestColumn, ...rooms);
  });
}

/**
 * The columns of a cluster, widened for its ids by at most `spare` pixels in all; what does not suffice goes to the first
 * ones. A wider card may have wider edges and more slots, so that it asks again.
 */
export function widenedForIds(
  view: ClusterView,
  columns: readonly Column[],
  rows: TowerRows,
  marks: Marks,
  gap: number,
  spare: number,
): readonly Column[] {
  const missing = roomBesideIds(placeCluster(view, columns, rows), marks).map((room) => Math.max(0, -room));
  if (spare <= 0 || missing.every((pixels) => pixels === 0)) return columns;
  let left = spare;
  const widths = columns.map(({ width }, index) => {
    const more = Math.min(missing[index] ?? 0, left);
    left -= more;
    return width + more;
  });
  return widenedForIds(view, columnsOfWidths(widths, columns[0]?.x ?? 0, gap), rows, marks, gap, left);
}

/**
 * The columns of a primary. The three pillars on the volume stay of one width, so that a group lies at the same place in
 * all lanes; from what they have to spare, a pillar beside them gets what its ids need.
 */
export function primaryColumns(
  view: ClusterView,
  equal: readonly Column[],
  rows: TowerRows,
  marks: Marks,
  gap: number,
): readonly Column[] {
  const rooms = roomBesideIds(placeCluster(view, equal, rows), marks);
  const onVolume = view.pillars.map(({ picture }) => picture.kind === 'volume');
  const count = onVolume.filter(Boolean).length;
  if (count === 0) return equal;
  const spare = Math.max(0, Math.min(...rooms.filter((_, index) => onVolume[index])));
  const wide = widenedForIds(view, equal, rows, marks, gap, spare * count);
  const widened = wide.reduce((sum, { width }, index) => sum + width - (equal[index]?.width ?? 0), 0);
  const each = Math.ceil(widened / count);
  const widths = wide.map(({ width }, index) => width - (onVolume[index] ? each : 0));
  return columnsOfWidths(widths, equal[0]?.x ?? 0, gap);
}
