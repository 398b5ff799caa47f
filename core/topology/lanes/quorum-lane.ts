import type { Timeline, VolumeMoment } from '../../simulation/timeline.ts';
import { text } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import { type LanePlace, laneFloor } from './lane.ts';
import { seriesOf } from './series.ts';
import { dottedLines, playedFill, stepLines, visibleIn } from './step-line.ts';

const most = 6;

/** Copies of the worst group over time, and dotted the copies that a write and a recovery need. */
export function quorumLane(timeline: Timeline, place: LanePlace): readonly SceneNode[] {
  const { axis } = place;
  const series = (valueAt: (volume: VolumeMoment) => number) => seriesOf(timeline, ({ volume }) => valueAt(volume));
  const complete = series(({ worst }) => worst.complete);
  const writeNeeds = series(({ writeQuorum }) => writeQuorum.needs);
  const readNeeds = series(({ readQuorum }) => readQuorum.needs);
  const yOf = (copies: number) => place.top + 2 + Math.round(((most - copies) * (place.height - 4)) / most);
  const right = axis.x + axis.width - 4;
  const write = visibleIn(writeNeeds, place).at(-1)?.value;
  const read = visibleIn(readNeeds, place).at(-1)?.value;
  return [
    laneFloor(place),
    ...playedFill(complete, yOf, place),
    ...dottedLines('write-needs', writeNeeds, yOf, place),
    ...dottedLines('read-needs', readNeeds, yOf, place),
    ...stepLines('copies', complete, yOf, place),
    ...(write === undefined ? [] : [text(right, yOf(write) - 8, `${write} to write`, 'small', 'ink-2', 'end')]),
    ...(read === undefined ? [] : [text(right, yOf(read) + 8, `${read} to recover`, 'small', 'ink-2', 'end')]),
  ];
}
