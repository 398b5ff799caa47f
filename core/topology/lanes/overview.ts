import type { Instant, Timeline } from '../../simulation/timeline.ts';
import { formatClock } from '../../text/quantity.ts';
import { text } from '../scene/caption.ts';
import type { RectNode, SceneNode } from '../scene/scene.ts';
import { type TimeAxis, type TimeWindow, xOf } from './time-axis.ts';

const stripHeight = 18;

/** The whole run on one line: a tick for each event, a frame around the window of the lanes, the playhead. */
export function overviewStrip(
  timeline: Timeline,
  at: Instant,
  axis: TimeAxis,
  window: TimeWindow,
  centre: number,
  hasRoomForEnd: boolean,
): readonly SceneNode[] {
  const events = timeline.moments.filter(({ kind }) => kind !== 'start' && kind !== 'end');
  const ticks = new Set(events.map((moment) => xOf(axis, moment.at)));
  const left = xOf(axis, window.from);
  const right = Math.max(left + 6, xOf(axis, window.to));
  const frame: RectNode = {
    kind: 'rect',
    x: left,
    y: centre - stripHeight / 2,
    width: right - left,
    height: stripHeight,
    radius: 4,
    edge: 'line',
  };
  return [
    { kind: 'rect', x: axis.x, y: centre, width: axis.width, height: 1, radius: 0, fill: 'line' },
    ...[...ticks].map(
      (x): RectNode => ({ kind: 'rect', x, y: centre - 4, width: 1, height: 9, radius: 0, fill: 'ink' }),
    ),
    frame,
    {
      kind: 'rect',
      x: xOf(axis, at) - 1,
      y: centre - stripHeight / 2,
      width: 2,
      height: stripHeight,
      radius: 0,
      fill: 'accent',
    },
    ...(hasRoomForEnd
      ? [text(axis.x + axis.width + 12, centre, formatClock(timeline.duration), 'small', 'ink-2')]
      : []),
  ];
}
