import type { LineNode, Point, SceneNode } from '../scene/scene.ts';
import type { LanePlace } from './lane.ts';
import type { Stretch } from './series.ts';
import { xOf } from './time-axis.ts';

/** The stretches of a series that are in sight of a lane. */
export function visibleIn<T>(stretches: readonly Stretch<T>[], { axis }: LanePlace): readonly Stretch<T>[] {
  return stretches.filter(({ from, to }) => to > axis.from && from < axis.to);
}

/** Values over time as steps: strong as far as they are played, thinner ahead; a line ends where there is no value. */
export function stepLines(
  key: string,
  series: readonly Stretch<number | undefined>[],
  yOf: (value: number) => number,
  place: LanePlace,
): readonly SceneNode[] {
  const { axis } = place;
  const playedX = xOf(axis, place.at);
  return runsOf(visibleIn(series, place)).flatMap((run, index) => {
    const steps = run.flatMap(({ from, to, value }): readonly Point[] => [
      { x: xOf(axis, from), y: yOf(value) },
      { x: xOf(axis, to), y: yOf(value) },
    ]);
    return partedLine(`${key}/${index}`, steps, playedX);
  });
}

/** Values over time as dotted steps. */
export function dottedLines(
  key: string,
  series: readonly Stretch<number | undefined>[],
  yOf: (value: number) => number,
  place: LanePlace,
): readonly SceneNode[] {
  return runsOf(visibleIn(series, place)).flatMap((run) =>
    run.map(
      ({ from, to, value }, index): LineNode => ({
        kind: 'line',
        key: `${key}/${from}/${index}`,
        points: [
          { x: xOf(place.axis, from), y: yOf(value) },
          { x: xOf(place.axis, to), y: yOf(value) },
        ],
        tone: 'line',
        weight: 'hairline',
        dash: 'dotted',
      }),
    ),
  );
}

/** What is played of values over time, filled down to the floor of the lane. */
export function playedFill(
  series: readonly Stretch<number | undefined>[],
  yOf: (value: number) => number,
  place: LanePlace,
): readonly SceneNode[] {
  const { axis, at, top, height } = place;
  return visibleIn(series, place).flatMap(({ from, to, value }): readonly SceneNode[] => {
    if (value === undefined || from >= at) return [];
    const x = xOf(axis, from);
    const width = Math.min(xOf(axis, to), xOf(axis, at)) - x;
    const y = yOf(value);
    return width <= 0 || y >= top + height
      ? []
      : [{ kind: 'rect', x, y, width, height: top + height - y, radius: 0, fill: 'fill' }];
  });
}

/** Stretches that have a value, those without a gap between them together. */
function runsOf(series: readonly Stretch<number | undefined>[]): readonly (readonly Stretch<number>[])[] {
  const runs: Stretch<number>[][] = [];
  let isOpen = false;
  for (const { from, to, value } of series) {
    if (value === undefined) {
      isOpen = false;
      continue;
    }
    if (!isOpen) runs.push([]);
    runs.at(-1)?.push({ from, to, value });
    isOpen = true;
  }
  return runs;
}

function partedLine(key: string, steps: readonly Point[], playedX: number): readonly SceneNode[] {
  const before = steps.filter(({ x }) => x <= playedX);
  const after = steps.filter(({ x }) => x > playedX);
  const last = before.at(-1);
  const now = last === undefined || after.length === 0 ? [] : [{ x: playedX, y: last.y }];
  const ahead: LineNode = {
    kind: 'line',
    key: `${key}/ahead`,
    points: [...now, ...after],
    tone: 'line',
    weight: 'regular',
    sharp: true,
  };
  const played: LineNode = {
    ...ahead,
    key: `${key}/played`,
    points: [...before, ...now],
    tone: 'ink',
    weight: 'strong',
  };
  return [ahead, played].filter(({ points }) => points.length > 1);
}
