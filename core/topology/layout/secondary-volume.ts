import { text } from '../scene/caption.ts';
import type { BoxNode, RectNode } from '../scene/scene.ts';
import { fitParts } from '../scene/text-width.ts';
import type { ClusterView } from '../views/cluster-view.ts';

const barHeight = 4;
const pairHeight = 2 * barHeight + 2;
const pairPitch = pairHeight + 8;

/** The volume of a secondary: a pair of bars for each AZ, without its groups. */
export function secondaryVolume(view: ClusterView, x: number, y: number, width: number, height: number): BoxNode {
  const isDark = view.darkFor !== undefined;
  const complete = view.state?.moment.volume.worst.complete;
  const copies = complete === undefined || complete === 6 ? '6 copies' : `${complete} of 6 copies`;
  const phrase = `${copies} in 3 AZs`;
  const words = fitParts([copies, 'in 3 AZs'], ' ', width - 28, 'secondary');
  const top = Math.max(8, Math.floor((height - 2 * pairPitch - pairHeight - 26) / 2));
  const bars = Array.from(
    { length: 6 },
    (_, index): RectNode => ({
      kind: 'rect',
      x: 14,
      y: top + Math.floor(index / 2) * pairPitch + (index % 2) * (barHeight + 2),
      width: width - 28,
      height: barHeight,
      radius: 0,
      fill: isDark ? 'fill' : 'cell',
    }),
  );
  const { path, volume } = view.picture;
  return {
    kind: 'box',
    key: `${path}/volume`,
    x,
    y,
    width,
    height,
    radius: 8,
    path: volume.path,
    name: `volume, ${phrase}`,
    children: [
      isDark
        ? { kind: 'rect', x: 0, y: 0, width, height, radius: 8, fill: 'bg', edge: 'line', dash: 'dashed' }
        : { kind: 'rect', x: 0, y: 0, width, height, radius: 8, fill: 'base' },
      ...bars,
      text(14, top + 2 * pairPitch + pairHeight + 16, words, 'secondary', isDark ? 'ink' : 'ink-2'),
    ],
  };
}
