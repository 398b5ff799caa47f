import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClonedPages, dividePages } from './copy-on-write.ts';

const untouched = { pages: 1000, changed: 0, untouched: 1 };

test('the example of the Aurora guide: of 1,000 pages a clone has changed 100', () => {
  expect(dividePages([{ ...untouched, changed: 100 }])).toEqual([{ own: 100, kept: 0, shared: 900, keptPart: 0 }]);
});

test('when the source is deleted, the clone has all 1,000', () => {
  expect(dividePages([{ ...untouched, changed: 100, untouched: 0 }])).toEqual([
    { own: 100, kept: 900, shared: 0, keptPart: 900 },
  ]);
});

test('two clones divide what a deleted source leaves', () => {
  const divided = dividePages([untouched, { ...untouched, untouched: 0 }]);
  expect(divided.map(({ keptPart }) => keptPart)).toEqual([500, 500]);
});

test('what the source wrote between two clones is kept for the older one alone', () => {
  const [older, younger] = dividePages([{ ...untouched, untouched: 0.7 }, untouched]);
  expect(older).toMatchObject({ shared: 700, kept: 300 });
  expect(older?.keptPart).toBeCloseTo(300, 9);
  expect(younger).toMatchObject({ shared: 1000, keptPart: 0 });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const clones: fc.Arbitrary<readonly ClonedPages[]> = fc
  .array(
    fc
      .record({ grown: fc.nat(1000), part: share, untouched: share })
      .map(({ grown, part, ...rest }) => ({ pages: 1000 + grown, part, ...rest })),
    { minLength: 1, maxLength: 15 },
  )
  .map((list) => {
    let most = 0;
    return list.map(({ pages, part, untouched: left }) => {
      most = Math.max(most, pages);
      return { pages: most, changed: most * part, untouched: left };
    });
  });

test('own, kept and shared pages are all that a clone sees', () => {
  fc.assert(
    fc.property(clones, (list) => {
      for (const [index, { own, kept, shared }] of dividePages(list).entries()) {
        expect(own + kept + shared).toBeCloseTo(list[index]?.pages ?? 0, 6);
        expect(Math.min(own, kept, shared)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a page that is kept for several clones is stored once', () => {
  fc.assert(
    fc.property(clones, (list) => {
      const divided = dividePages(list);
      const kept = divided.reduce((sum, one) => sum + one.kept, 0);
      const stored = divided.reduce((sum, one) => sum + one.keptPart, 0);
      const most = Math.max(...divided.map((one) => one.kept));
      expect(stored).toBeLessThanOrEqual(kept + 1e-6);
      expect(stored).toBeGreaterThanOrEqual(most - 1e-6);
    }),
  );
});
