import { expect, test } from 'vitest';
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
