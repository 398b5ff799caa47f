import type { Instant, Timeline } from '../../simulation/timeline.ts';

/** A stretch of a run. */
export interface TimeWindow {
  readonly from: Instant;
  readonly to: Instant;
}

/** How instants of a window lie along pixels. */
export interface TimeAxis extends TimeWindow {
  readonly x: number;
  readonly width: number;
}

const second = 1000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400].map(
  (step) => step * second,
);

/**
 * The stretch of a run to look at around an instant. Events that lie close together, or close to the start, are one
 * chapter; the window shows the chapter around the instant, and between two chapters the whole run.
 */
export function windowAround(timeline: Timeline, at: Instant): TimeWindow {
  const whole = wholeRun(timeline);
  return chaptersOf(timeline).find(({ from, to }) => from <= at && at <= to) ?? whole;
}

/** Where a person has taken hold of the window on the strip of the whole run. */
export type Grip = 'from' | 'to' | 'whole';

const gripWidth = 5;
/** Nothing shorter is looked at. */
const shortestWindow = 5 * second;

/** What a pointer at pixel `x` of the strip takes hold of; undefined beside the window. A window on all of the run is not moved. */
export function gripAt(overview: TimeAxis, { from, to }: TimeWindow, x: number): Grip | undefined {
  const [left, right] = [xOf(overview, from), xOf(overview, to)];
  if (Math.abs(x - left) <= gripWidth) return 'from';
  if (Math.abs(x - right) <= gripWidth) return 'to';
  const isWhole = from <= overview.from && to >= overview.to;
  return x > left && x < right && !isWhole ? 'whole' : undefined;
}

/** The window after the hold on it has been moved by so many pixels of the strip; it stays inside the run. */
export function draggedWindow(overview: TimeAxis, { from, to }: TimeWindow, grip: Grip, pixels: number): TimeWindow {
  const span = overview.to - overview.from;
  const by = Math.round((pixels / overview.width) * (span / 100)) * 100;
  const least = Math.min(shortestWindow, span);
  if (grip === 'from') return { from: Math.min(Math.max(overview.from, from + by), to - least), to };
  if (grip === 'to') return { from, to: Math.max(Math.min(overview.to, to + by), from + least) };
  const inside = Math.max(overview.from - from, Math.min(overview.to - to, by));
  return { from: from + inside, to: to + inside };
}

/** The window that shows all of a run. */
export function wholeRun({ duration }: Timeline): TimeWindow {
  return { from: 0, to: Math.max(duration, 1) };
}

function chaptersOf({ moments, duration }: Timeline): readonly TimeWindow[] {
  const apart = Math.max(duration / 10, 60 * second);
  const chapters: { from: Instant; to: Instant }[] = [];
  for (const { at, kind } of moments) {
    if (kind === 'start' || kind === 'end') continue;
    const last = chapters.at(-1);
    if (last !== undefined && at - last.to <= apart) last.to = at;
    else chapters.push({ from: at, to: at });
  }
  return chapters.map(({ from, to }) => {
    const margin = Math.max((to - from) * 0.2, 15 * second);
    const step = stepFor(to - from + 2 * margin, 10);
    const start = Math.max(0, Math.floor((from - margin) / step) * step);
    return { from: start <= apart ? 0 : start, to: Math.min(duration, Math.ceil((to + margin) / step) * step) };
  });
}

/** The smallest step that divides `span` into at most `most` parts. */
function stepFor(span: number, most: number): number {
  return steps.find((step) => span / step <= most) ?? Math.ceil(span / most);
}

/** Whole pixel of an instant; instants outside the window lie at its ends. */
export function xOf(axis: TimeAxis, at: Instant): number {
  const share = (at - axis.from) / (axis.to - axis.from);
  return axis.x + Math.round(Math.min(1, Math.max(0, share)) * axis.width);
}

/** The instant at a pixel, to a tenth of a second. */
export function instantAt(axis: TimeAxis, x: number): Instant {
  const share = Math.min(1, Math.max(0, (x - axis.x) / axis.width));
  return Math.round((axis.from + share * (axis.to - axis.from)) / 100) * 100;
}

/** The instants that the axis names, evenly apart. */
export function ticksOf(axis: TimeAxis): readonly Instant[] {
  const most = Math.max(1, Math.floor(axis.width / 64));
  const step = stepFor(axis.to - axis.from, most);
  const first = Math.ceil(axis.from / step) * step;
  const count = Math.floor((axis.to - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => first + index * step);
}
