import type { Timeline, VolumeMoment } from '../../simulation/timeline.ts';
import { text } from '../caption.ts';
import type { LineNode, Point, SceneNode } from '../scene.ts';
import { type LanePlace, laneFloor } from './lane.ts';
import { type Stretch, seriesOf } from './series.ts';
import { xOf } from './time-axis.ts';

const most = 6;

/** Copies of the worst group over time, and dotted the copies that a write and a recovery need. */
export function quorumLane(timeline: Timeline, place: LanePlace): readonly SceneNode[] {
  const { axis, at } = place;
  const series = (valueAt: (volume: VolumeMoment) => number) =>
    visibleIn(
      seriesOf(timeline, ({ volume }) => valueAt(volume)),
      place,
    );
  const complete = series(({ worst }) => worst.complete);
  const writeNeeds = series(({ writeQuorum }) => writeQuorum.needs);
  const readNeeds = series(({ readQuorum }) => readQuorum.needs);
  const yOf = (copies: number) => place.top + 2 + Math.round(((most - copies) * (place.height - 4)) / most);
  const playedX = xOf(axis, at);
  const fills = complete.flatMap(({ from, to, value }): readonly SceneNode[] => {
    const x = xOf(axis, from);
    const width = Math.min(xOf(axis, to), playedX) - x;
    const y = yOf(value);
    if (from >= at || width <= 0) return [];
    return [{ kind: 'rect', x, y, width, height: place.top + place.height - y, radius: 0, fill: 'fill' }];
  });
  const steps = complete.flatMap(({ from, to, value }): readonly Point[] => [
    { x: xOf(axis, from), y: yOf(value) },
    { x: xOf(axis, to), y: yOf(value) },
  ]);
  const needs = [...writeNeeds, ...readNeeds].map(
    ({ from, to, value }, index): LineNode => ({
      kind: 'line',
      key: `needs/${index}`,
      points: [
        { x: xOf(axis, from), y: yOf(value) },
        { x: xOf(axis, to), y: yOf(value) },
      ],
      tone: 'line',
      weight: 'hairline',
      dash: 'dotted',
    }),
  );
  const right = axis.x + axis.width - 4;
  const [write, read] = [writeNeeds.at(-1)?.value, readNeeds.at(-1)?.value];
  return [
    laneFloor(place),
    ...fills,
    ...needs,
    ...stepLines(steps, playedX),
    ...(write === undefined ? [] : [text(right, yOf(write) - 8, `${write} to write`, 'small', 'ink-2', 'end')]),
    ...(read === undefined ? [] : [text(right, yOf(read) + 8, `${read} to recover`, 'small', 'ink-2', 'end')]),
  ];
}

function visibleIn<T>(stretches: readonly Stretch<T>[], { axis }: LanePlace): readonly Stretch<T>[] {
  return stretches.filter(({ from, to }) => to > axis.from && from < axis.to);
}

/** One line as far as it is played, a thinner one for what is ahead. */
function stepLines(steps: readonly Point[], playedX: number): readonly SceneNode[] {
  const before = steps.filter(({ x }) => x <= playedX);
  const after = steps.filter(({ x }) => x > playedX);
  const last = before.at(-1);
  const now = last === undefined || after.length === 0 ? [] : [{ x: playedX, y: last.y }];
  return [
    { kind: 'line', key: 'ahead', points: [...now, ...after], tone: 'line', weight: 'regular', sharp: true },
    { kind: 'line', key: 'played', points: [...before, ...now], tone: 'ink', weight: 'strong', sharp: true },
  ];
}
