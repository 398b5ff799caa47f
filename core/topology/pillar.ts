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

/** What a pillar is called, and shorter where there is no room for that: the Region stands in its header anyway. */
function namesOf({ picture }: PillarView): readonly [string, ...string[]] {
  const zone = picture.zone ?? (picture.kind === 'outside' ? 'other AZs' : 'AZ ?');
  const short = /\d[a-z]$/.exec(zone)?.[0] ?? zone;
  switch (picture.kind) {
    case 'volume':
    case 'unknown':
      return [zone, short];
    case 'outside':
      return [`${zone}, no copy`, zone, short];
    case 'chosen':
      return ['AZ chosen by Aurora', 'any AZ'];
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
  const names = namesOf(view);
  const [zone] = names;
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
      ...heading(view, names, width, slots.left - x, mark),
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

/** The name of a pillar, clear of the lines that go down into it; a dark one says since when. */
function heading(
  { darkFor }: PillarView,
  names: readonly [string, ...string[]],
  width: number,
  linesLeft: number,
  mark: Mark | undefined,
): readonly SceneNode[] {
  const left = width < 120 ? 8 : 14;
  const centre = 18;
  if (darkFor === undefined) {
    const room = linesLeft - left - 4 - markRoom(mark);
    const fitting = names.find((name) => textWidth(name, 'secondary') <= room);
    const shown = fitting ?? fitText(names.at(-1) ?? '', room, 'secondary');
    return [
      text(left, centre, shown, 'secondary', 'ink-2'),
      ...markAfter(mark, left + textWidth(shown, 'secondary'), centre),
    ];
  }
  const room = width - 2 * left;
  const since = formatDuration(darkFor);
  const used = (name: string, age: string) => 32 + textWidth(name, 'secondary-name') + textWidth(age, 'secondary');
  const phrases = names.flatMap((name) => [[name, `dark for ${since}`] as const, [name, since] as const]);
  const [name, age] = phrases.find((phrase) => used(...phrase) <= room) ?? [names.at(-1) ?? '', ''];
  const words: readonly Words[] = [
    { text: name, style: 'secondary-name', tone: 'ink', glyph: { name: 'moon', tone: 'ink' } },
    ...(age === '' ? [] : [{ text: age, style: 'secondary', tone: 'ink' } as const]),
  ];
  const plate = Math.min(room, used(name, age) - (age === '' ? 12 : 0));
  return [
    { kind: 'rect', x: left - 6, y: centre - 11, width: plate + 12, height: 22, radius: 4, fill: 'bg' },
    ...lineOfWords(words, left, centre, room),
  ];
}
