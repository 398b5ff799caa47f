import type { Instant, Timeline } from '../../simulation/timeline.ts';
import { momentIndexAt } from '../views/playhead.ts';

/** Simulated time for each unit of real time, as a person may choose it. */
export const speeds = [1, 10, 60] as const;

/** A stretch longer than this without an event is passed over quickly. */
const quiet = 20_000;
/** Real time that such a stretch takes at most. */
const longestPass = 1000;

/**
 * Where the playhead stands after `elapsed` milliseconds of real time. Long stretches without events pass in at most a
 * second; it halts at every event on the way, so that none is skipped.
 */
export function advance(timeline: Timeline, at: Instant, elapsed: number, speed: number): Instant {
  const index = momentIndexAt(timeline, at);
  const from = timeline.moments[index]?.at ?? 0;
  const to = timeline.moments[index + 1]?.at ?? timeline.duration;
  const stretch = to - from;
  const rate = stretch > quiet ? Math.max(speed, stretch / longestPass) : speed;
  return Math.min(to, timeline.duration, at + elapsed * rate);
}

/** The instant of the nearest event before or after `at`; the ends of the run count as events. */
export function neighbouringEvent({ moments, duration }: Timeline, at: Instant, direction: -1 | 1): Instant {
  const instants = [0, ...moments.map((moment) => moment.at), duration];
  const beyond = instants.filter((instant) => (direction === 1 ? instant > at : instant < at));
  return direction === 1 ? Math.min(duration, ...beyond) : Math.max(0, ...beyond);
}
