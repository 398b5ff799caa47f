import type { Instant, Timeline } from '../../simulation/timeline.ts';
import { formatCount } from '../../text/quantity.ts';
import { text, type Words } from '../scene/caption.ts';
import type { SceneNode } from '../scene/scene.ts';
import { momentIndexAt } from '../views/playhead.ts';
import { type LanePlace, laneFloor } from './lane.ts';
import { primaryAt, seriesOf } from './series.ts';
import { dottedLines, playedFill, stepLines, visibleIn } from './step-line.ts';

/** What those who answer reads can serve over time, and dotted what is asked of them. */
export function capacityLane(timeline: Timeline, place: LanePlace): readonly SceneNode[] {
  const { axis, top, height } = place;
  const capacity = seriesOf(timeline, ({ readCapacity }) => readCapacity);
  const demand = seriesOf(timeline, ({ readDemand }) => readDemand);
  const values = [...capacity, ...demand].flatMap(({ value }) => value ?? []);
  const most = Math.max(1, ...values);
  const yOf = (reads: number) => top + height - Math.round((reads * (height - 2)) / most);
  const last = visibleIn(demand, place).at(-1)?.value;
  const above = last === undefined ? 0 : yOf(last) - 8;
  const centre = above - 6 >= top ? above : above + 17;
  return [
    laneFloor(place),
    ...playedFill(capacity, yOf, place),
    ...dottedLines('demand', demand, yOf, place),
    ...stepLines('capacity', capacity, yOf, place),
    ...(last === undefined ? [] : [text(axis.x + axis.width - 4, centre, 'demand', 'small', 'ink-2', 'end')]),
  ];
}

/** Whether a run says how many reads can be served. */
export function hasReadCapacity({ moments }: Timeline): boolean {
  return moments.some((moment) => primaryAt(moment)?.readCapacity !== undefined);
}

/** Reads that are asked, and how many could be served, at an instant. */
export function capacityWords(timeline: Timeline, at: Instant): Words {
  const moment = timeline.moments[momentIndexAt(timeline, at)];
  const { readCapacity, readDemand } = (moment && primaryAt(moment)) ?? {};
  if (readCapacity === undefined || readDemand === undefined) return { style: 'body', tone: 'ink', text: '?' };
  const words = {
    text: `${formatCount(readDemand)} of ${formatCount(readCapacity)}/s`,
    short: `${formatCount(readCapacity)}/s`,
  };
  if (readDemand <= readCapacity) return { style: 'body', tone: 'ink', ...words };
  return { style: 'secondary-name', tone: 'stop', glyph: { name: 'octagon', tone: 'stop' }, ...words };
}
