import { describe, expect, test } from 'vitest';
import { clusterAt, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';

const gibibyte = 1_073_741_824;
const grows = (clusters: string, size: string, perDay: string) =>
  clusters.replace('region: us-east-1', `region: us-east-1\n  volume: { size: ${size}, growthPerDay: ${perDay} }`);
const crash = '{ at: 1m, restart: orders-c }';
const long = ', duration: 24h';

test('a volume that passes the next 10 GiB gets another protection group', () => {
  const timeline = played(grows(threeZones, '95 GiB', '24 GiB'), crash, long);
  const grown = timeline.moments.filter(({ kind }) => kind === 'volume-grown');
  // 1 GiB an hour: 100 GiB are full after 5 h, 110 GiB after 15 h.
  expect(grown.map(({ at, label }) => [Math.floor(at / 3_600_000), label])).toEqual([
    [5, 'pg-10 added'],
    [15, 'pg-11 added'],
  ]);
  expect(momentOf(timeline, 'volume-grown').explanation.headline).toBe(
    'The volume has grown to 100 GiB: pg-10 is added.',
  );
  expect(clusterAt(timeline, 0).volume).toMatchObject({ bytes: 95 * gibibyte, groups: 10 });
  expect(clusterAt(timeline, 86_400_000).volume).toMatchObject({ bytes: 119 * gibibyte, groups: 12 });
});

test('it does not grow while nobody writes', () => {
  const away = '{ at: 1h, fail: instance, target: writer, for: 10h }';
  const clusters = grows(threeZones, '95 GiB', '24 GiB').replace(/ {4}- \{ id: orders-[bc].*\n/g, '');
  const grown = momentOf(played(clusters, away, long), 'volume-grown');
  expect(Math.floor(grown.at / 3_600_000)).toBe(15);
});

test('a secondary that is cut off does not grow', () => {
  const partition = '{ at: 6h, partition: [[us-east-1], [eu-west-1]] }, { at: 12h, restart: orders-c }';
  const secondary = grows(twoRegions, '95 GiB', '24 GiB').replace(
    'region: eu-west-1',
    'region: eu-west-1\n    volume: { size: 95 GiB, growthPerDay: 24 GiB }',
  );
  const { volume } = clusterAt(played(secondary, partition, long), 43_200_000, 'eu-west-1');
  expect(Math.round((volume.bytes ?? 0) / gibibyte)).toBe(101);
});

test('a volume without a figure for its growth stays as it is', () => {
  const end = clusterAt(played(threeZones, crash, long), 86_400_000);
  expect(end.volume).toMatchObject({ bytes: 100 * gibibyte, groups: 10 });
});

test('one that grows fast is told of in steps, so that a run stays readable', () => {
  const timeline = played(grows(threeZones, '1 TiB', '100 TiB'), crash, long);
  const grown = timeline.moments.filter(({ kind }) => kind === 'volume-grown');
  expect(grown.length).toBeLessThan(210);
  expect(grown[5]?.label).toMatch(/^5[12] groups added$/);
  expect(clusterAt(timeline, 86_400_000).volume.groups).toBe(10_343);
});

describe('what is dropped', () => {
  const dropped = (events: string, clusters = grows(threeZones, '300 GiB', '24 GiB')) => played(clusters, events, long);

  test('makes the volume smaller by as much, and it grows on from there', () => {
    const timeline = dropped('{ at: 12h, drop: 105 GiB }');
    expect(momentOf(timeline, 'volume-shrunk')).toMatchObject({
      label: '11 groups less',
      explanation: { headline: 'The volume shrinks to 207 GiB: 11 groups are given back.' },
    });
    expect(clusterAt(timeline, 43_200_000).volume).toMatchObject({ groups: 21 });
    expect(clusterAt(timeline, 86_400_000).volume).toMatchObject({ bytes: 219 * gibibyte, groups: 22 });
    const grown = timeline.moments.filter(({ kind, at }) => kind === 'volume-grown' && at > 43_200_000);
    expect(grown.map(({ label }) => label)).toEqual(['pg-21 added']);
  });

  test('costs nothing from then on', () => {
    const costs = (events: string) => {
      const prices = ', prices: { storageGbMonth: 73, ioMillion: 0, db.r7g.2xlarge: 0, db.r7g.xlarge: 0 }';
      const clusters = grows(threeZones, '300 GiB', '0 GiB').replace(
        '  instances:',
        '  storageType: aurora-iopt1\n  instances:',
      );
      return played(clusters, events, `${long}${prices}`).verdict.costUsd ?? Number.NaN;
    };
    // 73 USD for 730 hours: 0.1 USD for a GiB and an hour.
    expect(costs(crash)).toBeCloseTo(300 * 24 * 0.1, 2);
    expect(costs('{ at: 18h, drop: 100 GiB }')).toBeCloseTo(300 * 24 * 0.1 - 100 * 6 * 0.1, 2);
  });

  test('is no more than there is', () => {
    expect(momentOf(dropped('{ at: 1h, drop: 9 TiB }'), 'volume-shrunk').explanation.headline).toContain(
      'shrinks to 0',
    );
  });

  test('is not dropped while nobody writes', () => {
    const timeline = dropped('{ at: 1h, crash: writer }, { at: 3601s, drop: 1 GiB }');
    expect(momentOf(timeline, 'refused').explanation.headline).toBe(
      'Nothing happens: the cluster takes no writes at this moment.',
    );
  });

  test('goes in the secondary when the drop arrives there', () => {
    const secondary = grows(twoRegions, '95 GiB', '0 GiB').replace(
      'region: eu-west-1',
      'region: eu-west-1\n    volume: { size: 95 GiB }',
    );
    const timeline = played(
      secondary,
      '{ at: 6h, partition: [[us-east-1], [eu-west-1]], for: 2h }, { at: 7h, drop: 50 GiB }, { at: 12h, restart: orders-c }',
      long,
    );
    const bytesAt = (hour: number) => (clusterAt(timeline, hour * 3_600_000, 'eu-west-1').volume.bytes ?? 0) / gibibyte;
    expect([bytesAt(7), bytesAt(12)]).toEqual([95, 45]);
  });
});
