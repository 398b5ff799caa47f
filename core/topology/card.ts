import { formatDuration } from '../design/format/duration.ts';
import { glyph, lineOfWords, text, type Words } from './caption.ts';
import type { InstancePicture } from './cluster-picture.ts';
import type { InstanceView } from './cluster-view.ts';
import type { Density } from './density.ts';
import { type Mark, markAfter, markRoom } from './marks.ts';
import { cardPadding, type PlacedCard, type Slots } from './placed-cluster.ts';
import type { BoxNode, SceneNode, Tone } from './scene.ts';
import { fitParts, fitText, textWidth } from './text-width.ts';

/** What an instance is beside its state: role, tier, class and size, in the order in which they may be left out from the end. */
export function instanceFacts(view: InstanceView): readonly string[] {
  const { picture, role } = view;
  const tier = `${role}, tier ${picture.tier ?? '?'}`;
  return [tier, picture.class ?? '?', ...sizeOf(picture)];
}

function sizeOf({ vcpu, memoryGib, acu }: InstancePicture): readonly string[] {
  if (acu !== undefined) return [`${acu.min} to ${acu.max} ACU`];
  return vcpu === null || memoryGib === null ? [] : [`${vcpu} vCPU, ${memoryGib} GiB`];
}

/** The state in words; undefined while the instance simply runs. */
function stateWords(view: InstanceView, commitsWaitFor: number | undefined): Words | undefined {
  const since = view.age > 0 ? `, ${formatDuration(view.age)}` : '';
  switch (view.state) {
    case 'running': {
      if (commitsWaitFor === undefined || view.role !== 'writer') return undefined;
      const wait = commitsWaitFor > 0 ? `, ${formatDuration(commitsWaitFor)}` : '';
      return { ...newsStyle, text: `commits wait${wait}`, glyph: { name: 'octagon', tone: 'stop' } };
    }
    case 'failed':
      return { ...newsStyle, text: 'failed', glyph: { name: 'cross', tone: 'stop' } };
    case 'unreachable':
      return { text: 'unreachable', style: 'secondary', tone: 'ink' };
    default:
      return {
        text: `${view.state}${since}`,
        style: 'secondary',
        tone: 'ink',
        glyph: { name: 'circular-arrow', tone: 'ink' },
      };
  }
}

const newsStyle = { style: 'secondary-name', tone: 'stop' } as const;

/** Whether an instance can answer nobody, so that its card and glyph are dashed. */
export function isAway(view: InstanceView): boolean {
  return view.state !== 'running' && view.state !== 'promoting';
}

/** Middle of the first line of a card, on which its glyph stands. */
export function firstLine(density: Density): number {
  return { large: 21, medium: 17, line: 14 }[density];
}

/** The card of an instance; `origin` is the upper left corner of the pillar it stands in. */
export function layOutCard(
  { view, x, y, width, height }: PlacedCard,
  slots: Slots,
  density: Density,
  zone: string,
  mark: Mark | undefined,
  commitsWaitFor: number | undefined,
  origin: { readonly x: number; readonly y: number },
): BoxNode {
  const { picture } = view;
  const left = cardPadding(width);
  const besideSlots = slots.left - x - left - 4;
  const toEdge = width - 2 * left;
  const state = stateWords(view, commitsWaitFor);
  const id = fitText(picture.id ?? '?', besideSlots - markRoom(mark), 'name');
  const first = firstLine(density);
  const afterId = left + textWidth(id, 'name');
  const children: SceneNode[] = [
    { kind: 'rect', x: 0, y: 0, width, height, radius: 6, fill: 'bg', edge: 'edge', ...(isAway(view) && dashed) },
    text(left, first, id, 'name', 'ink'),
    ...markAfter(mark, afterId, first),
  ];
  const facts = instanceFacts(view);
  if (density === 'large') {
    const size = facts[2] ?? '';
    const last: Words = state ?? { text: size, style: 'secondary', tone: 'ink-2' };
    for (const [index, line] of facts.slice(0, 2).entries()) {
      children.push(...lineOfWords([{ text: line, style: 'secondary', tone: 'ink-2' }], left, 41 + index * 18, toEdge));
    }
    children.push(...lineOfWords([last], left, 79, toEdge));
  } else {
    const x = density === 'medium' ? left : afterId + markRoom(mark) + 10;
    const centre = density === 'medium' ? 36 : first;
    const rest = besideSlots + left - x;
    const words: Words = state ?? { text: fitParts(facts, ', ', rest, 'secondary'), style: 'secondary', tone: 'ink-2' };
    if (state !== undefined || fits(facts, rest)) children.push(...lineOfWords([words], x, centre, rest));
  }
  children.push(...cardGlyphs(view, slots, x, first));
  const name = [
    picture.id ?? 'instance without id',
    ...facts,
    zone,
    ...(state === undefined ? [] : [state.text]),
    ...(picture.nextWriter ? ['next writer'] : []),
  ].join(', ');
  return {
    kind: 'box',
    key: picture.path,
    x: x - origin.x,
    y: y - origin.y,
    width,
    height,
    radius: 6,
    path: picture.path,
    name,
    children,
  };
}

const dashed = { dash: 'dashed' } as const;

/** Whether at least role and tier fit: less says nothing. */
function fits(facts: readonly string[], width: number): boolean {
  return textWidth(facts[0] ?? '', 'secondary') <= width;
}

function cardGlyphs(view: InstanceView, slots: Slots, x: number, centre: number): readonly SceneNode[] {
  const tone: Tone = isAway(view) ? 'line' : 'ink';
  const role = glyph(isAway(view) ? `${view.role}-away` : view.role, slots[view.role] - x, centre, tone);
  return [role];
}
