import { formatDuration } from '../../design/format/duration.ts';
import { text } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import { type LanePlace, laneFloor } from './lane.ts';
import type { Stretch } from './series.ts';
import { xOf } from './time-axis.ts';

/** Whether something is served, over time: undefined while it is, else what its absence is called. */
export type Availability = Stretch<string | undefined>;

const labelHeight = 18;

/** Served: filled as far as it is played, a line where it is ahead. Away: a hatched block, an outline where it is ahead. */
export function availabilityLane(stretches: readonly Availability[], place: LanePlace): readonly SceneNode[] {
  const { axis, top, height } = place;
  const nodes: SceneNode[] = [laneFloor(place)];
  const labels: SceneNode[] = [];
  const visible = stretches.filter(({ from, to }) => to > axis.from && from < axis.to);
  for (const [index, stretch] of visible.entries()) {
    const left = xOf(axis, stretch.from);
    const right = xOf(axis, stretch.to);
    const played = Math.min(right, Math.max(left, xOf(axis, place.at)));
    if (stretch.value === undefined) {
      nodes.push(...served(left, played, right, top, height));
      continue;
    }
    nodes.push(...away(left, played, right, top, height));
    const [before, after] = [visible[index - 1], visible[index + 1]];
    const free = {
      left: before === undefined ? axis.x : xOf(axis, before.from),
      right: after === undefined ? axis.x + axis.width : xOf(axis, after.to),
    };
    labels.push(...absenceLabel(stretch, { left, right }, free, place));
  }
  return [...nodes, ...labels];
}

function served(left: number, played: number, right: number, top: number, height: number): readonly SceneNode[] {
  const box = (x: number, end: number, y: number, h: number, fill: 'fill' | 'ink' | 'line'): readonly SceneNode[] =>
    end > x ? [{ kind: 'rect', x, y, width: end - x, height: h, radius: 0, fill }] : [];
  return [
    ...box(left, played, top, height, 'fill'),
    ...box(left, played, top, 2, 'ink'),
    ...box(played, right, top, 1, 'line'),
  ];
}

function away(left: number, played: number, right: number, top: number, height: number): readonly SceneNode[] {
  const y = top;
  const width = Math.max(2, right - left);
  const outline = { kind: 'rect', x: left, y, width, height: height + 1, radius: 0, fill: 'bg', edge: 'stop' } as const;
  if (played <= left) return [outline];
  return [outline, { ...outline, width: Math.max(2, played - left), hatched: 'stop' }];
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

/** The name of an absence: inside it where it fits, else behind or before it, where nothing else is away. */
function absenceLabel(
  { from, to, value = '' }: Availability,
  block: Extent,
  free: Extent,
  { top, height }: LanePlace,
): readonly SceneNode[] {
  const centre = top + Math.floor(height / 2);
  const spots = [`${value}, ${formatDuration(to - from)}`, value].map((words) => {
    const width = textWidth(words, 'secondary-name');
    const inside = Math.floor((block.left + block.right - width) / 2);
    return { words, width, inside, behind: block.right + 6, before: block.left - width - 6 };
  });
  const fitting = [
    ...spots.flatMap(({ words, width, inside, behind }) => [
      ...(inside - 8 >= block.left ? [{ words, width, x: inside }] : []),
      ...(behind + width + 4 <= free.right ? [{ words, width, x: behind }] : []),
    ]),
    ...spots.flatMap(({ words, width, before }) => (before - 4 >= free.left ? [{ words, width, x: before }] : [])),
  ];
  const [spot] = fitting;
  if (spot === undefined) return [];
  const plate = { x: spot.x - 4, y: centre - labelHeight / 2, width: spot.width + 8, height: labelHeight };
  return [
    { kind: 'rect', ...plate, radius: 0, fill: 'bg' },
    text(spot.x, centre, spot.words, 'secondary-name', 'stop'),
  ];
}
