import { describe, expect, it } from 'vitest';
import { ordersRun } from '../testing/orders-run.ts';
import { advance, neighbouringEvent } from './playback.ts';

const run = ordersRun();
const frame = 16;

/** Real milliseconds that playing from one instant to another takes, in whole frames. */
function playingTime(from: number, to: number, speed: number): number {
  let at = from;
  let frames = 0;
  while (at < to) {
    at = advance(run, at, frame, speed);
    frames += 1;
  }
  return frames * frame;
}

describe('advance', () => {
  it('plays at the speed that was chosen', () => {
    expect(playingTime(90_000, 100_000, 10)).toBeCloseTo(1000, -2);
    expect(playingTime(90_000, 100_000, 1)).toBeCloseTo(10_000, -2);
  });

  it('passes a long stretch without events in a second', () => {
    expect(playingTime(360_000, 1_260_000, 1)).toBeCloseTo(1000, -2);
  });

  it('halts at every event, and ends with the run', () => {
    expect(advance(run, 59_000, 10_000, 60)).toBe(60_000);
    expect(advance(run, run.duration, 1000, 60)).toBe(run.duration);
  });
});

describe('neighbouringEvent', () => {
  it('is the event before and after, and at last an end of the run', () => {
    expect(neighbouringEvent(run, 95_000, -1)).toBe(90_000);
    expect(neighbouringEvent(run, 95_000, 1)).toBe(100_000);
    expect(neighbouringEvent(run, 0, -1)).toBe(0);
    expect(neighbouringEvent(run, run.duration, 1)).toBe(run.duration);
  });
});
