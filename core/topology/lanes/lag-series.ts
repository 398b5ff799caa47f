import type { Moment, Timeline } from '../../simulation/timeline.ts';
import { primaryAt, type Stretch, stretchesOf } from './series.ts';

/** How far something is behind over time, in milliseconds; undefined while it follows nobody. */
export interface LagSeries {
  /** Whose: readers of the primary and Regions; several that are always equally far behind; `worst`, `median` or `best`. */
  readonly name: string;
  readonly stretches: readonly Stretch<number | undefined>[];
}

/** More lines than these are told apart by nobody. */
const mostLines = 4;

/** The lag of each reader of the primary and of each secondary Region; of more than four lines the worst, the median and the best. */
export function lagSeries(timeline: Timeline): readonly LagSeries[] {
  const known = seriesOfTimeline.get(timeline);
  if (known !== undefined) return known;
  const series = linesOf(timeline);
  seriesOfTimeline.set(timeline, series);
  return series;
}

/** Lanes are laid out for every frame of playing, and a run does not change. */
const seriesOfTimeline = new WeakMap<Timeline, readonly LagSeries[]>();

function linesOf(timeline: Timeline): readonly LagSeries[] {
  const lags = new Map(timeline.moments.map((moment) => [moment, lagsAt(moment)]));
  const names = new Set([...lags.values()].flatMap((atMoment) => [...atMoment.keys()]));
  const lines: { name: string; stretches: readonly Stretch<number | undefined>[] }[] = [];
  for (const name of names) {
    const stretches = stretchesOf(timeline, (moment) => lags.get(moment)?.get(name));
    const same = lines.find((line) => isSame(line.stretches, stretches));
    if (same === undefined) lines.push({ name, stretches });
    else same.name = `${same.name}, ${name}`;
  }
  return lines.length > mostLines ? ranksOf(timeline) : lines;
}

/** Lags at a moment by reader id or Region. */
function lagsAt(moment: Moment): ReadonlyMap<string, number> {
  const primary = primaryAt(moment);
  const readers = (primary?.instances ?? []).flatMap(({ id, lag }) => (lag === undefined ? [] : [[id, lag] as const]));
  const regions = moment.clusters.flatMap(({ role, region, lag }) =>
    role === 'primary' || lag === undefined ? [] : [[region, lag] as const],
  );
  return new Map([...readers, ...regions]);
}

function ranksOf(timeline: Timeline): readonly LagSeries[] {
  const ranked = (pick: (count: number) => number) =>
    stretchesOf(timeline, (moment) => {
      const lags = [...lagsAt(moment).values()].toSorted((one, other) => one - other);
      return lags[pick(lags.length)];
    });
  return [
    { name: 'worst', stretches: ranked((count) => count - 1) },
    { name: 'median', stretches: ranked((count) => count >> 1) },
    { name: 'best', stretches: ranked(() => 0) },
  ];
}

function isSame(one: readonly Stretch<unknown>[], other: readonly Stretch<unknown>[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, value }, index) => from === other[index]?.from && value === other[index]?.value)
  );
}
