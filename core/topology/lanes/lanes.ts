import type { Instant, Timeline } from '../../simulation/timeline.ts';
import { formatCount } from '../../text/quantity.ts';
import { type Frame, frameOf } from '../layout/frame.ts';
import type { Picture } from '../picture/picture.ts';
import { text } from '../scene/caption.ts';
import type { Scene, SceneNode } from '../scene/scene.ts';
import { availabilityLane } from './availability-lane.ts';
import { capacityLane, capacityWords, hasReadCapacity } from './capacity-lane.ts';
import { eventsLane } from './events-lane.ts';
import { lagLane, lagWords } from './lag-lane.ts';
import { lagSeries } from './lag-series.ts';
import { type LanePlace, type LaneWords, laneCaption } from './lane.ts';
import { availabilityWords, quorumWords } from './lane-values.ts';
import { overviewStrip } from './overview.ts';
import { axisLabels, playhead } from './playhead-mark.ts';
import { quorumLane } from './quorum-lane.ts';
import { seriesOf } from './series.ts';
import { type TimeAxis, type TimeWindow, wholeRun, windowAround } from './time-axis.ts';

/** The lanes of a run, and how pixels and instants belong together for whoever drags the playhead. */
export interface LanesScene extends Scene {
  readonly axis: TimeAxis;
  /** The strip of the whole run above the axis. */
  readonly overview: TimeAxis;
  /** Where the strip ends and the axis begins. */
  readonly axisTop: number;
  /** Whether there are lanes that a panel of this width shows only on demand. */
  readonly hasMore: boolean;
}

const overviewCentre = 14;
const axisTop = 30;
const firstLane = 58;
const laneGap = 12;

/** How the lanes of a run are shown. */
export interface LanesView {
  /** Width of the panel in pixels. */
  readonly width: number;
  /** The stretch to look at; the chapter around the instant when left out. */
  readonly window?: TimeWindow;
  /** Whether a narrow panel shows the lanes that a wide one always has. */
  readonly showsAll?: boolean;
}

/** Lays out writes, reads, quorum, lag, capacity and events of a run around an instant, each with its value then in words. */
export function layOutLanes(
  timeline: Timeline,
  at: Instant,
  workload: Picture['workload'],
  { width, window = windowAround(timeline, at), showsAll = false }: LanesView,
): LanesScene {
  const frame = frameOf(width);
  const { axis, words } = columnsOfLanes(frame, window);
  const overview = { ...axis, ...wholeRun(timeline) };
  const children: SceneNode[] = [...overviewStrip(timeline, at, overview, axis, overviewCentre, !frame.stacked)];
  let top = firstLane;
  const nextLane = (height: number): LanePlace => {
    const lane = { axis, at, top: top + words.above, height };
    top = lane.top + height + laneGap;
    return lane;
  };
  const served = [
    ['writes', workload.writesPerSecond, seriesOf(timeline, ({ writes }) => absences[writes])],
    ['reads', workload.readsPerSecond, seriesOf(timeline, ({ reads }) => (reads === 'up' ? undefined : 'no reader'))],
  ] as const;
  for (const [name, perSecond, stretches] of served) {
    const lane = nextLane(30);
    const measure = perSecond === null ? '' : `${formatCount(perSecond)}/s`;
    children.push(...availabilityLane(stretches, lane));
    children.push(...laneCaption(words, lane, name, measure, availabilityWords(stretches, at, measure)));
  }
  const quorum = nextLane(44);
  children.push(...quorumLane(timeline, quorum));
  children.push(...laneCaption(words, quorum, 'quorum', 'copies', quorumWords(timeline, at)));
  const lags = lagSeries(timeline);
  const [hasLags, hasCapacity] = [lags.length > 0, hasReadCapacity(timeline)];
  const areShown = frame.wide || showsAll;
  if (areShown && hasLags) {
    const lag = nextLane(44);
    children.push(...lagLane(lags, lag), ...laneCaption(words, lag, 'replica lag', 'log', lagWords(lags, at)));
  }
  if (areShown && hasCapacity) {
    const reads = nextLane(30);
    children.push(...capacityLane(timeline, reads));
    children.push(...laneCaption(words, reads, 'read capacity', '', capacityWords(timeline, at)));
  }
  const events = nextLane(40);
  children.push(...eventsLane(timeline, events));
  children.push(text(words.nameX, words.above > 0 ? events.top - 10 : events.top + 10, 'events', 'secondary', 'ink'));
  children.push(...axisLabels(axis, at, axisTop + 12), ...playhead(axis, at, axisTop, top - laneGap));
  const title = `Timeline: ${timeline.scenario}`;
  return {
    width: frame.width,
    height: top,
    title,
    description: timeline.summary.headline,
    children,
    axis,
    overview,
    axisTop,
    hasMore: !frame.wide && (hasLags || hasCapacity),
  };
}

const absences = { up: undefined, stalled: 'stalled', down: 'no writer' } as const;

/** The axis in the content column; names in the gutter and values at the right, or both above where there is no room. */
function columnsOfLanes(frame: Frame, window: TimeWindow): { axis: TimeAxis; words: LaneWords } {
  const { contentX: x, padding, stacked, wide } = frame;
  const right = frame.width - padding;
  const width = right - x - (stacked ? 0 : wide ? 176 : 124);
  const axis = { ...window, x, width };
  const middle = x + Math.floor(width / 2);
  if (stacked)
    return { axis, words: { nameX: x, nameRight: middle - 8, valueX: middle, valueRight: right, above: 20 } };
  return { axis, words: { nameX: padding, nameRight: x - 8, valueX: x + width + 12, valueRight: right, above: 0 } };
}
