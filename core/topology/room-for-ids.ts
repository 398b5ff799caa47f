import { cardPadding, type Density } from './card-measures.ts';
import type { ClusterView } from './cluster-view.ts';
import { type Column, columnsOfWidths } from './frame.ts';
import { type Marks, markRoom } from './marks.ts';
import { type PlacedCard, type PlacedCluster, placeCluster, type Slots } from './placed-cluster.ts';
import { textWidth } from './text-width.ts';
import type { TowerRows } from './tower-rows.ts';

/** Width that a card has for what stands left of its slots. */
export function roomBeforeSlots({ x, width }: PlacedCard, slots: Slots, density: Density): number {
  return slots.left - x - cardPadding(width, density) - 4;
}

/** How much wider each pillar would have to be for its ids to stand whole. */
function missingForIds({ pillars, density }: PlacedCluster, marks: Marks): readonly number[] {
  return pillars.map(({ cards, slots }) => {
    const missing = cards.map((card) => {
      const { id, path } = card.view.picture;
      return textWidth(id ?? '?', 'name') + markRoom(marks.get(path)) - roomBeforeSlots(card, slots, density);
    });
    return Math.max(0, ...missing);
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
  const missing = missingForIds(placeCluster(view, columns, rows), marks);
  if (spare <= 0 || missing.every((pixels) => pixels === 0)) return columns;
  let left = spare;
  const widths = columns.map(({ width }, index) => {
    const more = Math.min(missing[index] ?? 0, left);
    left -= more;
    return width + more;
  });
  return widenedForIds(view, columnsOfWidths(widths, columns[0]?.x ?? 0, gap), rows, marks, gap, left);
}
