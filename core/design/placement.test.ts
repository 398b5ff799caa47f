import { expect, test } from 'vitest';
import { placementsOf, volumeZonesOf } from './placement.ts';
import { readBlueprint } from './readers/blueprint.ts';

function clusterOf(primary: string) {
  const text = `aurora: 1\nname: d\nengine: aurora-mysql\nprimary: ${primary}\n`;
  const cluster = readBlueprint(text).documents[0]?.design.primary;
  if (cluster === undefined) throw new Error('the example holds no design');
  return cluster;
}

const zoneNames = (primary: string) => volumeZonesOf(clusterOf(primary)).map(({ name }) => name);
const places = (primary: string) => placementsOf(clusterOf(primary)).map(({ availabilityZone }) => availabilityZone);

test('a cluster lives in the AZs it lists, in their order', () => {
  expect(zoneNames('{ region: us-east-1, availabilityZones: [us-east-1f, us-east-1a, us-east-1c] }')).toEqual([
    'us-east-1f',
    'us-east-1a',
    'us-east-1c',
  ]);
});

test('then in those of its instances, then in the first of the Region by name', () => {
  const cluster = clusterOf(
    '{ region: us-east-1, availabilityZones: [us-east-1d], instances: [{ id: a, availabilityZone: us-east-1c }] }',
  );
  expect(volumeZonesOf(cluster)).toEqual([
    { name: 'us-east-1d', origin: 'listed' },
    { name: 'us-east-1c', origin: 'instance' },
    { name: 'us-east-1a', origin: 'region' },
  ]);
});

test('an AZ listed twice counts once, a fourth not at all', () => {
  const listed = 'us-east-1b, us-east-1b, us-east-1a, us-east-1d, us-east-1e';
  expect(zoneNames(`{ region: us-east-1, availabilityZones: [${listed}] }`)).toEqual([
    'us-east-1b',
    'us-east-1a',
    'us-east-1d',
  ]);
});

test('the AZ of an instance in another Region holds no copies', () => {
  const instance = '{ id: a, availabilityZone: us-west-2a }';
  expect(zoneNames(`{ region: eu-west-1, instances: [${instance}] }`)).toEqual([
    'eu-west-1a',
    'eu-west-1b',
    'eu-west-1c',
  ]);
});

test('a Region that is not in the catalogue has AZs by the usual names', () => {
  expect(zoneNames('{ region: xx-north-7 }')).toEqual(['xx-north-7a', 'xx-north-7b', 'xx-north-7c']);
});

test('without a Region the AZs of the instances tell it, else the names are placeholders', () => {
  expect(zoneNames('{ instances: [{ id: a, availabilityZone: eu-west-1b }] }')).toEqual([
    'eu-west-1b',
    'eu-west-1a',
    'eu-west-1c',
  ]);
  expect(volumeZonesOf(clusterOf('{}'))).toEqual([
    { name: 'AZ 1', origin: 'unknown' },
    { name: 'AZ 2', origin: 'unknown' },
    { name: 'AZ 3', origin: 'unknown' },
  ]);
});

test('instances without an AZ are spread over the three', () => {
  expect(places('{ region: us-east-1, instances: [{ id: a }, { id: b }, { id: c }, { id: d }] }')).toEqual([
    'us-east-1a',
    'us-east-1b',
    'us-east-1c',
    'us-east-1a',
  ]);
});

test('they go where the fewest stand, also counting instances further down', () => {
  const instances = '{ id: a }, { id: b, availabilityZone: us-east-1b }, { id: c }';
  expect(places(`{ region: us-east-1, instances: [${instances}] }`)).toEqual([
    'us-east-1a',
    'us-east-1b',
    'us-east-1c',
  ]);
});

test('an instance stands in the AZ it names, even outside the three', () => {
  const cluster = clusterOf(`{ region: us-east-1, availabilityZones: [us-east-1a, us-east-1b, us-east-1c], instances:
    [{ id: a, availabilityZone: us-east-1f }, { id: b, availabilityZone: [x] }, { id: c }] }`);
  expect(placementsOf(cluster).map(({ availabilityZone, chosenBy }) => [availabilityZone, chosenBy])).toEqual([
    ['us-east-1f', 'design'],
    ['us-east-1a', 'unknown'],
    ['us-east-1b', 'aurora'],
  ]);
});
