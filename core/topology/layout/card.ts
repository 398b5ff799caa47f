import type { InstancePicture } from '../picture/cluster-picture.ts';
import { glyph, lineOfWords, text, type Words } from '../scene/caption.ts';
import type { BoxNode, GlyphNode, Point, SceneNode } from '../scene/scene.ts';
import { fitName, fitParts, textWidth } from '../scene/text-width.ts';
import { type InstanceView, isAway } from '../views/cluster-view.ts';
import { stateInWords } from '../views/instance-state.ts';
import { liveFigures } from '../views/live-figures.ts';
import { cardMeasures, cardPadding, type Density } from './card-measures.ts';
import { type Marks, markAfter, markRoom } from './marks.ts';
import type { PlacedCard, Slots } from './placed-cluster.ts';
import { roomBeforeSlots } from './room-for-ids.ts';

/** What a card shows of its surroundings. */
export interface CardSurroundings {
  readonly slots: Slots;
  readonly density: Density;
  /** Name of the pillar. */
  readonly zone: string;
  readonly marks: Marks;
  /** Milliseconds for which commits have waited; undefined while they do not. */
  readonly commitsWaitFor: number | undefined;
  /** Percent of CPU that auto scaling aims at, where it does. */
  readonly cpuTarget?: number;
  /** Upper left corner of the pillar. */
  readonly origin: Point;
}

/** The card of an instance. */
export function layOutCard(placed: PlacedCard, surroundings: CardSurroundings): BoxNode {
  const { view, x, y, width, height } = placed;
  const { slots, density, zone, marks, commitsWaitFor, cpuTarget, origin } = surroundings;
  const { picture } = view;
  const state = stateInWords(view, commitsWaitFor);
  const facts = factsOf(view);
  const live = liveFigures(view);
  const left = cardPadding(width, density);
  const beforeSlots = roomBeforeSlots(placed, slots, density);
  const centre = cardMeasures[density].firstLine;
  const mark = marks.get(picture.path);
  const id = fitName(picture.id ?? '?', beforeSlots - markRoom(mark), 'name');
  const idEnd = left + textWidth(id, 'name');
  const edge = isAway(view) ? ({ edge: 'line', dash: 'dashed' } as const) : ({ edge: 'edge' } as const);
  const name = [
    picture.id ?? 'instance without id',
    ...facts,
    zone,
    ...(state === undefined ? [] : [state.text]),
    ...live,
  ];
  return {
    kind: 'box',
    key: picture.path,
    x: x - origin.x,
    y: y - origin.y,
    width,
    height,
    radius: 6,
    path: picture.path,
    name: [...name, ...(picture.nextWriter ? ['next writer'] : [])].join(', '),
    children: [
      { kind: 'rect', x: 0, y: 0, width, height, radius: 6, fill: 'bg', ...edge },
      text(left, centre, id, 'name', 'ink'),
      ...markAfter(mark, idEnd, centre),
      ...(density === 'large'
        ? threeLines(facts, state, live, left, width - 2 * left)
        : density === 'medium'
          ? oneLine(facts, state, live, left, 36, left + beforeSlots)
          : oneLine(facts, state, live, idEnd + markRoom(mark) + 10, centre, left + beforeSlots)),
      ...(density === 'large' && !isAway(view)
        ? loadBar(view, view.role === 'reader' ? cpuTarget : undefined, left, width - 2 * left)
        : []),
      roleGlyph(view, slots[view.role] - x, centre),
    ],
  };
}

/** The glyph of an instance: filled and pointing down for the writer, hollow and pointing up for a reader. */
export function roleGlyph(view: InstanceView, x: number, centre: number): GlyphNode {
  return isAway(view) ? glyph(`${view.role}-away`, x, centre, 'line') : glyph(view.role, x, centre, 'ink');
}

/** Role and tier, class, size: in the order in which they matter. */
function factsOf({ picture, role }: InstanceView): readonly string[] {
  return [`${role}, tier ${picture.tier ?? '?'}`, picture.class ?? '?', ...sizeOf(picture)];
}

function sizeOf({ vcpu, memoryGib, acu }: InstancePicture): readonly string[] {
  if (acu !== undefined) return [`${acu.min} to ${acu.max} ACU`];
  return vcpu === null || memoryGib === null ? [] : [`${vcpu} vCPU, ${memoryGib} GiB`];
}

const plain = { style: 'secondary', tone: 'ink-2' } as const;

function threeLines(
  facts: readonly string[],
  state: Words | undefined,
  live: readonly string[],
  left: number,
  room: number,
): readonly SceneNode[] {
  const [tier = '', className = '', size = ''] = facts;
  const last = fitParts(live.length > 0 ? live : size.split(', '), ', ', room, plain.style);
  const lines: readonly Words[] = [
    { ...plain, text: tier },
    { ...plain, text: className },
    state ?? { ...plain, text: last, ...(live.length > 0 && { tone: 'ink' }) },
  ];
  return lines.flatMap((line, index) => (line.text === '' ? [] : lineOfWords([line], left, 41 + index * 18, room)));
}

const barTop = 88;

/** How busy an instance is, as a bar on the lower edge of its card, with a tick where auto scaling begins to act. */
function loadBar({ figures }: InstanceView, target: number | undefined, x: number, room: number): readonly SceneNode[] {
  const load = figures?.load;
  if (load === undefined) return [];
  const widthOf = (percent: number) => Math.round((room * Math.min(100, percent)) / 100);
  const bar = { kind: 'rect', x, y: barTop, height: 3, radius: 0 } as const;
  return [
    { ...bar, width: room, fill: 'fill' },
    ...(widthOf(load) === 0 ? [] : [{ ...bar, width: widthOf(load), fill: 'line' } as const]),
    ...(target === undefined
      ? []
      : [
          { ...bar, x: x + Math.max(0, widthOf(target) - 2), y: barTop - 3, width: 2, height: 9, fill: 'ink' } as const,
        ]),
  ];
}

/** The state, or as many facts as fit before `right`; where not even role and tier do, the tier: the glyph says the role. */
function oneLine(
  facts: readonly string[],
  state: Words | undefined,
  live: readonly string[],
  left: number,
  centre: number,
  right: number,
): readonly SceneNode[] {
  const room = right - left;
  if (state !== undefined) return lineOfWords([state], left, centre, room);
  const [roleAndTier = '', ...rest] = facts;
  const tier = roleAndTier.slice(roleAndTier.indexOf('tier'));
  const shown = textWidth(roleAndTier, plain.style) > room ? [tier] : [roleAndTier, ...live, ...rest];
  if (textWidth(tier, plain.style) > room) return [];
  return lineOfWords([{ ...plain, text: fitParts(shown, ', ', room, plain.style) }], left, centre, room);
}
