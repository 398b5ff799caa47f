import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersRun } from '../testing/orders-run.ts';
import { instantAt, ticksOf, windowAround, xOf } from './time-axis.ts';

const run = ordersRun();
const axis = { from: 30_000, to: 180_000, x: 152, width: 1000 };

describe('windowAround', () => {
  it('shows the events that lie close together', () => {
    const window = windowAround(run, 95_000);
    expect(window.from).toBe(0);
    expect(window.to).toBeGreaterThan(137_000);
    expect(window.to).toBeLessThan(200_000);
  });

  it('shows the whole run between them', () => {
    expect(windowAround(run, 900_000)).toEqual({ from: 0, to: 1_800_000 });
  });
});

describe('the axis', () => {
  it('leads from instants to pixels and back', () => {
    expect(xOf(axis, 30_000)).toBe(152);
    expect(xOf(axis, 180_000)).toBe(1152);
    fc.assert(
      fc.property(fc.integer({ min: 152, max: 1152 }), (x) => {
        expect(xOf(axis, instantAt(axis, x))).toBe(x);
      }),
    );
  });

  it('keeps what lies outside at its ends', () => {
    expect(xOf(axis, 0)).toBe(152);
    expect(instantAt(axis, 5000)).toBe(180_000);
  });

  it('names round instants, no more than there is room for', () => {
    expect(ticksOf(axis).slice(0, 3)).toEqual([30_000, 40_000, 50_000]);
    expect(ticksOf({ ...axis, width: 200 })).toEqual([60_000, 120_000, 180_000]);
  });
});
