import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readBlueprint } from '../readers/blueprint.ts';
import { type Content, contentOf } from './design-content.ts';
import { isSame, leaveOutDefaults } from './leave-out-defaults.ts';

const head = 'aurora: 1\nname: orders\nengine: aurora-postgresql\n';

function minimal(text: string): Content {
  const [document] = readBlueprint(head + text).documents;
  return leaveOutDefaults(document === undefined ? {} : contentOf(document.design));
}

describe('is left out', () => {
  test.each([
    ['the name of the blueprint as identifier', 'clusterIdentifier: orders'],
    ['the port of the engine', 'port: 5432'],
    ['encryption of a new cluster', 'storageEncrypted: true'],
    ['the shortest retention', 'backupRetentionPeriod: 1'],
    ['what is off', 'deletionProtection: false, backtrackWindow: 0, monitoringInterval: 0'],
    [
      'the writer that is the first, and the tier that all have',
      'instances: [{ id: a, class: c, role: writer, promotionTier: 1 }]',
    ],
    ['an empty group', 'endpoints: [], tags: {}'],
  ])('%s', (_, lines) => {
    const [, first = ''] = /(instances: \[\{ id: a, class: c)/.exec(lines) ?? [];
    const left = first === '' ? {} : { instances: [{ id: 'a', class: 'c' }] };
    expect(minimal(`primary: { region: us-east-1, ${lines} }\n`)).toHaveProperty('primary', {
      region: 'us-east-1',
      ...left,
    });
  });
});

describe('stays', () => {
  test.each([
    ['the port of the other engine', 'port: 3306'],
    ['encryption of a restored cluster', 'origin: { snapshot: { snapshotIdentifier: s } }, storageEncrypted: true'],
    ['a writer that is not the first', 'instances: [{ id: a, class: c }, { id: b, class: c, role: writer }]'],
    ['each of several writers', 'instances: [{ id: a, class: c, role: writer }, { id: b, class: c, role: writer }]'],
    [
      'an interval that differs from the cluster',
      'monitoringInterval: 60, instances: [{ id: a, class: c, monitoringInterval: 0 }]',
    ],
    [
      'a timeout where nothing pauses',
      'serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 2, secondsUntilAutoPause: 300 }',
    ],
  ])('%s', (_, lines) => {
    const cluster = `{ region: us-east-1, ${lines} }`;
    expect(minimal(`primary: ${cluster}\n`)).toHaveProperty('primary', parse(cluster));
  });
});

test('the version of the primary stands on top, and others beside it where they differ', () => {
  const secondaries = 'secondaries: [{ region: eu-west-1 }, { region: ap-south-1, engineVersion: "16.13" }]\n';
  expect(
    minimal(`engineVersion: "16.12"\nprimary: { region: us-east-1, engineVersion: "16.13" }\n${secondaries}`),
  ).toEqual({
    ...parse(head),
    engineVersion: '16.13',
    primary: { region: 'us-east-1' },
    secondaries: [{ region: 'eu-west-1', engineVersion: '16.12' }, { region: 'ap-south-1' }],
  });
});

test('the order of keys says nothing, that of items does', () => {
  expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(isSame({ a: [] }, { a: {} })).toBe(false);
});
