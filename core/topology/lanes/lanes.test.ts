import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPicture } from '../testing/arbitrary-picture.ts';
import { arbitraryTimeline } from '../testing/arbitrary-timeline.ts';
import { ordersRun } from '../testing/orders-run.ts';
import { contains, nestedAreas, textAreas } from '../testing/scene-geometry.ts';
import { type LanesView, layOutLanes } from './lanes.ts';

const workload = { readsPerSecond: 40_000, writesPerSecond: 10_000 };
const run = ordersRun();

const wordsAt = (at: number, view: LanesView = { width: 1400 }) =>
  textAreas(layOutLanes(run, at, workload, view)).map(({ what }) => what.slice(1, -1));

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

  it('say how far readers and Regions are behind, and what the readers can serve', () => {
    expect(wordsAt(30_000)).toEqual(
      expect.arrayContaining(['replica lag', 'orders-b, orders-c', 'eu-west-1', expect.stringMatching(/^5\.\d ms, /)]),
    );
    expect(wordsAt(30_000)).toEqual(expect.arrayContaining(['read capacity', 'demand', '40,000 of 60,000/s']));
    expect(wordsAt(95_000)).toContain('360 ms');
  });

  it('keep lag and capacity for those who ask, where there is little room', () => {
    const narrow = layOutLanes(run, 30_000, workload, { width: 700 });
    expect(narrow.hasMore).toBe(true);
    expect(wordsAt(30_000, { width: 700 })).not.toContain('replica lag');
    expect(wordsAt(30_000, { width: 700, showsAll: true })).toContain('replica lag');
  });

  it('show the stretch that a person has chosen', () => {
    const { axis, overview } = layOutLanes(run, 30_000, workload, {
      width: 1400,
      window: { from: 20_000, to: 50_000 },
    });
    expect([axis.from, axis.to, overview.from, overview.to]).toEqual([20_000, 50_000, 0, 1_800_000]);
  });

  it('stay inside the panel whatever happens in a run', () => {
    const scene = fc
      .tuple(arbitraryPicture, fc.integer({ min: 320, max: 2560 }), fc.nat(100_000), fc.boolean())
      .chain(([picture, width, at, showsAll]) =>
        arbitraryTimeline(picture).map((timeline) => layOutLanes(timeline, at, picture.workload, { width, showsAll })),
      );
    fc.assert(
      fc.property(scene, (lanes) => {
        const outside = nestedAreas(lanes).filter(({ inner, outer }) => !contains(outer, inner));
        expect(outside.map(({ inner, outer }) => `${inner.what} in ${outer.what}`)).toEqual([]);
      }),
    );
  });
});
