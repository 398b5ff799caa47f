import { formatDuration } from '../../design/format/duration.ts';
import type { BoxNode, SceneNode } from '../scene/scene.ts';
import type { ClusterView, PillarView } from '../views/cluster-view.ts';
import { layOutCard } from './card.ts';
import { cardInset, stackHeight } from './card-measures.ts';
import { type Ghosts, ghostGap, layOutGhosts } from './ghosts.ts';
import type { Marks } from './marks.ts';
import { pillarHeading, pillarMark, pillarName } from './pillar-heading.ts';
import type { PlacedCluster, PlacedPillar } from './placed-cluster.ts';
import { zoneHeight } from './tower-rows.ts';

/** The pillar of an AZ with its cards and ghosts, standing on the base. */
export function layOutPillar(
  { view: cluster, rows, density }: PlacedCluster,
  pillar: PlacedPillar,
  index: number,
  names: readonly string[],
  ghosts: Ghosts,
  marks: Marks,
): BoxNode {
  const { view, column, cards, slots } = pillar;
  const { x, width } = column;
  const y = rows.pillarsTop;
  const height = rows.baseTop - y - (view.picture.kind === 'volume' ? 0 : ghostGap);
  const zone = pillarName(view);
  const inset = cardInset(width);
  const ghostTop = zoneHeight + stackHeight(cards.length, density) + (cards.length > 0 ? ghostGap : 0);
  const mark = pillarMark(cluster, view, marks);
  const cpuTarget = cluster.picture.scaling?.cpuTarget;
  const surroundings = {
    slots,
    density,
    zone,
    marks,
    commitsWaitFor: commitsWaitFor(cluster),
    ...(cpuTarget !== undefined && { cpuTarget }),
    origin: { x, y },
  };
  return {
    kind: 'box',
    key: `${cluster.picture.path}/pillar/${index}`,
    x,
    y,
    width,
    height,
    radius: 8,
    path: view.picture.path,
    name: view.darkFor === undefined ? zone : `${zone}, ${view.away} for ${formatDuration(view.darkFor)}`,
    children: [
      background(view, width, height, rows.baseBottom > rows.baseTop),
      ...pillarHeading(pillar, names, mark),
      ...cards.map((card) => layOutCard(card, surroundings)),
      ...layOutGhosts(ghosts, index, inset, ghostTop, width - 2 * inset),
    ],
  };
}

/** Milliseconds for which commits have waited; undefined while they do not. */
function commitsWaitFor({ state }: ClusterView): number | undefined {
  return state?.moment.writes === 'stalled' ? state.now - state.writesSince : undefined;
}

function background({ picture, darkFor }: PillarView, width: number, height: number, onBase: boolean): SceneNode {
  const area = { kind: 'rect', x: 0, y: 0, width, height, radius: 8 } as const;
  const standing = { ...area, ...(onBase && { round: 'top' as const }) };
  if (darkFor !== undefined) return { ...standing, fill: 'bg', hatched: 'line', edge: 'line', dash: 'dashed' };
  if (picture.kind !== 'volume') return { ...area, edge: 'line', dash: 'dotted' };
  return { ...standing, fill: 'lit' };
}
