import { text } from '../scene/caption.ts';
import type { BoxNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import type { ClusterView } from '../views/cluster-view.ts';

/** A place where auto scaling may still add a reader, or where the first instance is missing. */
export interface Ghosts {
  readonly label: readonly string[];
  readonly path: string;
  readonly name: string;
  /** How many stand in each pillar. */
  readonly counts: readonly number[];
}

export const ghostHeight = 22;
export const ghostGap = 8;

const mostReaders = 15;

/** One ghost for each reader that auto scaling may still add, dealt to the lit AZs of the volume with the fewest instances. */
export function ghostsOf(view: ClusterView): Ghosts {
  const { scaling, path } = view.picture;
  const counts = view.pillars.map(() => 0);
  const instances = view.pillars.flatMap((pillar) => pillar.instances);
  if (instances.length === 0 && view.role === 'primary') {
    counts[0] = 1;
    return { label: ['add writer', '+'], path, name: 'no instance yet: add a writer', counts };
  }
  const readers = instances.filter(({ role }) => role === 'reader').length;
  const free = Math.max(0, Math.min(scaling?.max ?? 0, mostReaders) - readers);
  for (let added = 0; added < free; added += 1) {
    let fewest: number | undefined;
    for (const [index, pillar] of view.pillars.entries()) {
      if (pillar.picture.kind !== 'volume' || pillar.darkFor !== undefined) continue;
      if (fewest === undefined || standing(view, counts, index) < standing(view, counts, fewest)) fewest = index;
    }
    if (fewest !== undefined) counts[fewest] = (counts[fewest] ?? 0) + 1;
  }
  const name = 'a reader that auto scaling may add';
  return { label: ['+ reader', '+'], path: scaling?.path ?? path, name, counts };
}

function standing(view: ClusterView, counts: readonly number[], index: number): number {
  return (view.pillars[index]?.instances.length ?? 0) + (counts[index] ?? 0);
}

/** Ghosts side by side in a card's width: two where both labels fit, else one. */
function ghostsPerRow(cardWidth: number): 1 | 2 {
  return cardWidth >= 140 ? 2 : 1;
}

/** Height that `count` ghosts take below the cards of a pillar. */
export function ghostsHeight(count: number, cardWidth: number): number {
  return Math.max(0, Math.ceil(count / ghostsPerRow(cardWidth)) * (ghostHeight + ghostGap) - ghostGap);
}

/** The ghosts of one pillar from `x`, `y` on. */
export function layOutGhosts(
  ghosts: Ghosts,
  pillar: number,
  x: number,
  y: number,
  cardWidth: number,
): readonly BoxNode[] {
  const perRow = ghostsPerRow(cardWidth);
  const width = perRow === 2 ? Math.floor((cardWidth - ghostGap) / 2) : cardWidth;
  return Array.from({ length: ghosts.counts[pillar] ?? 0 }, (_, index): BoxNode => {
    const words = ghosts.label.find((label) => textWidth(label, 'secondary') <= width - 8) ?? '';
    return {
      kind: 'box',
      key: `${ghosts.path}/ghost/${pillar}/${index}`,
      x: x + (index % perRow) * (width + ghostGap),
      y: y + Math.floor(index / perRow) * (ghostHeight + ghostGap),
      width,
      height: ghostHeight,
      radius: 6,
      path: ghosts.path,
      name: ghosts.name,
      children: [
        { kind: 'rect', x: 0, y: 0, width, height: ghostHeight, radius: 6, edge: 'line', dash: 'dotted' },
        text(Math.floor(width / 2), ghostHeight / 2, words, 'secondary', 'ink-2', 'middle'),
      ],
    };
  });
}
