import { formatDuration } from '../design/format/duration.ts';
import { lineOfWords, text, type Words } from './caption.ts';
import { layOutCard } from './card.ts';
import { cardInset, stackHeight } from './card-measures.ts';
import type { ClusterView, PillarView } from './cluster-view.ts';
import { type Ghosts, ghostGap, layOutGhosts } from './ghosts.ts';
import { type Mark, type Marks, markAfter, markRoom } from './marks.ts';
import type { PlacedCluster, PlacedPillar } from './placed-cluster.ts';
import type { BoxNode, SceneNode } from './scene.ts';
import { fitText, textWidth } from './text-width.ts';
import { zoneHeight } from './tower-rows.ts';

/** What a pillar is called. */
export function pillarName({ picture }: PillarView): string {
  switch (picture.kind) {
    case 'volume':
      return picture.zone ?? 'AZ ?';
    case 'outside':
      return `${picture.zone ?? 'other AZs'}, no copy`;
    case 'unknown':
      return 'AZ ?';
    case 'chosen':
      return 'AZ chosen by Aurora';
  }
}

/** The pillar of an AZ with its cards and ghosts, standing on the base. */
export function layOutPillar(
  { view: cluster, rows, density }: PlacedCluster,
  pillar: PlacedPillar,
  index: number,
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
  const mark = view.picture.path === cluster.picture.path ? undefined : marks.get(view.picture.path);
  const surroundings = { slots, density, zone, marks, commitsWaitFor: commitsWaitFor(cluster), origin: { x, y } };
  return {
    kind: 'box',
    key: `${cluster.picture.path}/pillar/${index}`,
    x,
    y,
    width,
    height,
    radius: 8,
    path: view.picture.path,
    name: view.darkFor === undefined ? zone : `${zone}, dark for ${formatDuration(view.darkFor)}`,
    children: [
      background(view, width, height, rows.baseBottom > rows.baseTop),
      ...heading(view, zone, width, mark),
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

function heading(view: PillarView, zone: string, width: number, mark: Mark | undefined): readonly SceneNode[] {
  const left = width < 120 ? 8 : 14;
  const room = width - 2 * left;
  const centre = 18;
  if (view.darkFor === undefined) {
    const shown = fitText(zone, room - markRoom(mark), 'secondary');
    return [
      text(left, centre, shown, 'secondary', 'ink-2'),
      ...markAfter(mark, left + textWidth(shown, 'secondary'), centre),
    ];
  }
  const name: Words = { text: zone, style: 'secondary-name', tone: 'ink', glyph: { name: 'moon', tone: 'ink' } };
  const since = formatDuration(view.darkFor);
  const used = 20 + textWidth(zone, 'secondary-name') + 12;
  const age = [`dark for ${since}`, since].find((words) => used + textWidth(words, 'secondary') <= room);
  const words: Words[] = age === undefined ? [name] : [name, { text: age, style: 'secondary', tone: 'ink' }];
  const plate = Math.min(room, age === undefined ? used - 12 : used + textWidth(age, 'secondary'));
  return [
    { kind: 'rect', x: left - 6, y: centre - 11, width: plate + 12, height: 22, radius: 4, fill: 'bg' },
    ...lineOfWords(words, left, centre, room),
  ];
}
