import { describe, expect, it } from 'vitest';
import { ordersRun } from '../testing/orders-run.ts';
import { clusterStatesAt, momentIndexAt } from './playhead.ts';

const run = ordersRun();

describe('momentIndexAt', () => {
  it('is the last moment that has come, also where several come at once', () => {
    const kinds = [0, 59_999, 60_000, 90_000, 100_000].map((at) => run.moments[momentIndexAt(run, at)]?.kind);
    expect(kinds).toEqual(['start', 'start', 'az-dark', 'writes-stalled', 'writes-up']);
  });
});

describe('clusterStatesAt', () => {
  it('knows since when writes are as they are', () => {
    expect(clusterStatesAt(run, 95_000)[0]).toMatchObject({ now: 95_000, writesSince: 90_000 });
    expect(clusterStatesAt(run, 30_000)[0]).toMatchObject({ writesSince: 0 });
  });

  it('knows since when a segment is as it is, and until when it stays so', () => {
    const segments = clusterStatesAt(run, 95_000)[0]?.segments;
    expect(segments?.[0]).toEqual({ state: 'copying', since: 90_000, until: 100_000 });
    expect(segments?.[2]).toEqual({ state: 'dark', since: 60_000, until: 1_260_000 });
    expect(segments?.[1]).toEqual({ state: 'complete', since: 0 });
  });
});
