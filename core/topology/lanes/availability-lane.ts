import { formatDuration } from '../../design/format/duration.ts';
import { text } from '../caption.ts';
import type { SceneNode } from '../scene.ts';
import { textWidth } from '../text-width.ts';
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
    const next = visible[index + 1];
    const free = next === undefined ? axis.x + axis.width : xOf(axis, next.to);
    labels.push(...absenceLabel(stretch, left, right, free, place));
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

/** The name of an absence: inside it where it fits, else behind it, where nothing else is away. */
function absenceLabel(
  { from, to, value }: Availability,
  left: number,
  right: number,
  free: number,
  { top, height }: LanePlace,
): readonly SceneNode[] {
  const words = `${value ?? ''}, ${formatDuration(to - from)}`;
  const width = textWidth(words, 'secondary-name');
  const centre = top + Math.floor(height / 2);
  const fitsInside = width + 16 <= right - left;
  const x = fitsInside ? left + Math.floor((right - left - width) / 2) : right + 6;
  if (!fitsInside && x + width + 4 > free) return [];
  return [
    {
      kind: 'rect',
      x: x - 4,
      y: centre - labelHeight / 2,
      width: width + 8,
      height: labelHeight,
      radius: 0,
      fill: 'bg',
    },
    text(x, centre, words, 'secondary-name', 'stop'),
  ];
}
