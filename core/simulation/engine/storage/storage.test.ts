import { expect, test } from 'vitest';
import { segmentLetters } from '../../quorum.ts';
import { clusterAt, momentOf, played, threeZones } from '../../testing/example.ts';

/** Events that destroy these segments of a group at one instant. */
const fail = (at: string, group: string, letters: string) =>
  [...letters].map((letter) => `{ at: ${at}, fail: segment, target: ${group}/${letter} }`).join(', ');

const worstAt = (timeline: ReturnType<typeof played>, instant: number) => clusterAt(timeline, instant).volume.worst;

test('every combination of lost segments gives the writes and reads of the truth table', () => {
  for (let mask = 0; mask < 64; mask++) {
    const letters = segmentLetters.filter((_, index) => (mask >> index) & 1).join('');
    const events = letters === '' ? '{ at: 10s, crash: orders-c }' : fail('10s', 'pg-0', letters);
    const cluster = clusterAt(played(threeZones, events), 10_000);
    const left = 6 - letters.length;
    expect(cluster.volume.worst.complete, letters).toBe(left);
    expect(cluster.writes, letters).toBe(left >= 4 ? 'up' : 'stalled');
    expect(cluster.reads, letters).toBe(left >= 1 ? 'up' : 'down');
  }
});

test('a segment is repaired in 10 s from its peers', () => {
  const timeline = played(threeZones, fail('10s', 'pg-3', 'A'));
  expect(worstAt(timeline, 10_000)).toEqual({
    id: 'pg-3',
    segments: ['copying', 'complete', 'complete', 'complete', 'complete', 'complete'],
    complete: 5,
  });
  expect(momentOf(timeline, 'segment-repaired').at).toBe(20_000);
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
});

test('three segments: commits wait for the 10 s of the repair; four: nothing repairs them', () => {
  expect(played(threeZones, fail('10s', 'pg-0', 'ABC')).verdict.writesUnavailableSeconds).toBe(10);
  const four = played(threeZones, fail('10s', 'pg-0', 'ABCD'), ', duration: 10m');
  expect(four.verdict).toMatchObject({ writesUnavailableSeconds: 590, readsUnavailableSeconds: 0, dataLossSeconds: 0 });
  expect(worstAt(four, 600_000).segments.slice(0, 4)).toEqual(['failed', 'failed', 'failed', 'failed']);
  expect(four.summary).toMatchObject({
    headline: 'Commits still wait; writes were away for 9 min 50 s.',
    detail: 'pg-0 has 2 of 6 copies; a repair needs 3. No acknowledged commit was lost.',
  });
});

test('losses of different groups do not add up: each has its own six copies', () => {
  const events = `${fail('10s', 'pg-0', 'AB')}, ${fail('10s', 'pg-1', 'CD')}`;
  const timeline = played(threeZones, events);
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
  expect(clusterAt(timeline, 10_000).volume.named.map(({ id, complete }) => [id, complete])).toEqual([['pg-1', 4]]);
});

test('an AZ keeps writes: two copies of every group are away, and four are left', () => {
  const timeline = played(threeZones, '{ at: 1m, fail: az, target: us-east-1c }');
  expect(worstAt(timeline, 60_000).segments).toEqual(['complete', 'complete', 'dark', 'complete', 'complete', 'dark']);
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 0, dataLossSeconds: 0 });
  expect(momentOf(timeline, 'az-dark').explanation).toEqual({
    headline: 'Writes go on: every group still has 4 of 6 copies, exactly enough.',
    detail: 'us-east-1c held two of each; one more loss anywhere stalls commits.',
    source: { title: 'Verbitski 2017, 2.1', url: 'https://doi.org/10.1145/3035918.3056101' },
  });
});

test('an AZ and one more segment keep data: every commit waits 10 s, and none is lost', () => {
  const timeline = played(threeZones, `{ at: 1m, fail: az, target: us-east-1c }, ${fail('90s', 'pg-7', 'A')}`);
  expect(clusterAt(timeline, 90_000)).toMatchObject({ writes: 'stalled', reads: 'up' });
  expect(momentOf(timeline, 'writes-stalled').explanation).toMatchObject({
    headline: 'Every commit waits: pg-7 has 3 of its 6 copies, and a write needs 4.',
    detail: 'A has failed, C and F are dark. Each read goes on from one complete segment.',
  });
  expect(momentOf(timeline, 'writes-up')).toMatchObject({
    at: 100_000,
    explanation: { headline: 'Commits go on: pg-7 is back at 4 of 6 after 10 s.' },
  });
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 10, dataLossSeconds: 0 });
});

test('after five minutes of a dark AZ a write needs 3 of 4, and one more segment stalls nothing', () => {
  const timeline = played(threeZones, `{ at: 1m, fail: az, target: us-east-1c, for: 10m }, ${fail('7m', 'pg-7', 'A')}`);
  expect(clusterAt(timeline, 359_999).volume.writeQuorum).toEqual({ needs: 4, of: 6 });
  expect(clusterAt(timeline, 360_000).volume).toMatchObject({
    writeQuorum: { needs: 3, of: 4 },
    readQuorum: { needs: 2, of: 4 },
  });
  expect(worstAt(timeline, 420_000).complete).toBe(3);
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
});

test('a write needs 4 of 6 again once the AZ is back and has caught up', () => {
  const timeline = played(threeZones, '{ at: 1m, fail: az, target: us-east-1c, for: 10m }');
  expect(worstAt(timeline, 660_000)).toMatchObject({
    segments: ['complete', 'complete', 'copying', 'complete', 'complete', 'copying'],
    complete: 4,
  });
  expect(momentOf(timeline, 'quorum-restored').at).toBe(670_000);
  expect(clusterAt(timeline, 670_000).volume).toMatchObject({
    writeQuorum: { needs: 4, of: 6 },
    worst: { complete: 6 },
  });
});

test('while a group lacks its read quorum the quorum does not change', () => {
  const events = `${fail('1m', 'pg-0', 'ABDE')}, { at: 1m, fail: az, target: us-east-1c }`;
  const timeline = played(threeZones, events, ', duration: 20m');
  expect(timeline.moments.map(({ kind }) => kind)).not.toContain('quorum-degraded');
});

test('two dark AZs: commits wait, and go on at once when one returns, since nothing was missed', () => {
  const events = '{ at: 1m, fail: az, target: us-east-1b, for: 5m }, { at: 1m, fail: az, target: us-east-1c, for: 1m }';
  const timeline = played(threeZones, events);
  expect(clusterAt(timeline, 60_000)).toMatchObject({ writes: 'stalled', volume: { worst: { complete: 2 } } });
  expect(momentOf(timeline, 'writes-up')).toMatchObject({
    at: 120_000,
    explanation: { headline: 'Commits go on: each group is back at 4 of 6 after 1 min.' },
  });
});

test('a destroyed segment in a dark AZ waits for the AZ', () => {
  const timeline = played(threeZones, `{ at: 1m, fail: az, target: us-east-1a, for: 2m }, ${fail('90s', 'pg-0', 'A')}`);
  expect(worstAt(timeline, 90_000).segments[0]).toBe('failed');
  expect(momentOf(timeline, 'segment-repaired').at).toBe(190_000);
});

test('a promotion waits for the write quorum that has to take its epoch', () => {
  const timeline = played(
    threeZones,
    `${fail('62s', 'pg-0', 'ABC')}, { at: 1m, crash: writer }`,
    ', assumptions: { segmentRepair: 2m }',
  );
  const labels = timeline.moments.map(({ label }) => label);
  expect(labels).toContain('recovery waits');
  expect(momentOf(timeline, 'promoted').at).toBe(182_000);
});

test('commits are lost only with every copy that held them', () => {
  const events = `{ at: 1m, fail: az, target: us-east-1c }, ${fail('90s', 'pg-0', 'ABDE')}`;
  const timeline = played(threeZones, events);
  expect(timeline.verdict.dataLossSeconds).toBe(30);
  expect(timeline.violations).toEqual([
    { invariant: 'acked-commit-lost', at: 90_000, detail: 'no copy of pg-0 holds 30 s of commits' },
  ]);
});
