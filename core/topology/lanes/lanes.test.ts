import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPicture } from '../testing/arbitrary-picture.ts';
import { arbitraryTimeline } from '../testing/arbitrary-timeline.ts';
import { ordersRun } from '../testing/orders-run.ts';
import { contains, nestedAreas, textAreas } from '../testing/scene-geometry.ts';
import { layOutLanes } from './lanes.ts';

const workload = { readsPerSecond: 40_000, writesPerSecond: 10_000 };
const run = ordersRun();

const wordsAt = (at: number) => textAreas(layOutLanes(run, at, workload, 1400)).map(({ what }) => what.slice(1, -1));

describe('the lanes of a run', () => {
  it('say what is served at the playhead, or for how long it has not been', () => {
    expect(wordsAt(30_000)).toEqual(expect.arrayContaining(['00:30', '10,000/s', '40,000/s', '6 of 6']));
    expect(wordsAt(95_000)).toEqual(expect.arrayContaining(['01:35', 'stalled for 5 s', '3 of 6, pg-17']));
  });

  it('name every absence, played or still ahead', () => {
    expect(wordsAt(95_000)).toEqual(
      expect.arrayContaining(['stalled, 10 s', expect.stringMatching(/^no writer, [\d.]+ s$/)]),
    );
  });

  it('name events, and count those that find no room', () => {
    const words = wordsAt(95_000);
    expect(words).toContain('us-east-1c dark');
    expect(words.some((text) => / \+\d+$/.test(text))).toBe(true);
  });

  it('stay inside the panel whatever happens in a run', () => {
    const scene = fc
      .tuple(arbitraryPicture, fc.integer({ min: 320, max: 2560 }), fc.nat(100_000))
      .chain(([picture, width, at]) =>
        arbitraryTimeline(picture).map((timeline) => layOutLanes(timeline, at, picture.workload, width)),
      );
    fc.assert(
      fc.property(scene, (lanes) => {
        const outside = nestedAreas(lanes).filter(({ inner, outer }) => !contains(outer, inner));
        expect(outside.map(({ inner, outer }) => `${inner.what} in ${outer.what}`)).toEqual([]);
      }),
    );
  });
});
