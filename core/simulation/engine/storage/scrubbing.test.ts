import { expect, test } from 'vitest';
import { clusterAt, momentOf, played, threeZones } from '../../testing/example.ts';

const corrupt = '{ at: 1m, corrupt: segment, target: pg-3/A }';

test('wrong bytes stay until scrubbing comes to them, and cost neither quorum nor reads', () => {
  const timeline = played(threeZones, corrupt, ', assumptions: { segmentScrub: 5m }');
  expect(momentOf(timeline, 'segment-corrupt').at).toBe(60_000);
  expect(momentOf(timeline, 'segment-scrubbed')).toMatchObject({
    at: 360_000,
    explanation: { headline: 'Scrubbing found the wrong bytes of pg-3/A after 5 min; a peer has repaired them.' },
  });
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 0, readsUnavailableSeconds: 0 });
  expect(timeline.violations).toEqual([]);
});

test('while every other copy is dark, scrubbing finds no peer and tries again', () => {
  const dark = ['us-east-1b', 'us-east-1c'].map((zone) => `{ at: 2m, fail: az, target: ${zone}, for: 10m }`);
  const events = [corrupt, ...dark, '{ at: 2m, fail: segment, target: pg-3/D }'].join(', ');
  const timeline = played(threeZones, events, ', assumptions: { segmentScrub: 5m }');
  expect(momentOf(timeline, 'segment-scrubbed').at).toBe(960_000);
});

test('a page whose every copy that is left has wrong bytes cannot be read, until one of them is back', () => {
  const dark = ['us-east-1b', 'us-east-1c'].map((zone) => `{ at: 2m, fail: az, target: ${zone}, for: 10m }`);
  const events = [...dark, '{ at: 3m, fail: segment, target: pg-3/D }', '{ at: 4m, corrupt: segment, target: pg-3/A }'];
  const timeline = played(threeZones, events.join(', '), ', assumptions: { segmentScrub: 5m }');
  expect([clusterAt(timeline, 200_000), clusterAt(timeline, 300_000), clusterAt(timeline, 800_000)]).toMatchObject([
    { reads: 'up' },
    { reads: 'down' },
    { reads: 'up' },
  ]);
  expect(momentOf(timeline, 'segment-corrupt').explanation.detail).toContain('no other copy can answer');
  expect(timeline.verdict.readsUnavailableSeconds).toBe(480);
});

test('a segment that is destroyed has no wrong bytes left, and none can go wrong in it', () => {
  const events = `{ at: 1m, fail: segment, target: pg-3/A }, { at: 61s, corrupt: segment, target: pg-3/A }`;
  const kinds = played(threeZones, events).moments.map(({ kind }) => kind);
  expect(kinds).toContain('refused');
  expect(kinds).not.toContain('segment-corrupt');
  const destroyed = played(threeZones, `${corrupt}, { at: 62s, fail: segment, target: pg-3/A }`);
  expect(destroyed.moments.map(({ kind }) => kind)).not.toContain('segment-scrubbed');
});
