import { describe, expect, test } from 'vitest';
import { readFixture } from '../../testing/markers.ts';
import { formatPath, parsePath } from '../path.ts';
import { readBlueprint } from './blueprint.ts';
import { Locator } from './locator.ts';

const text = `# the orders
aurora: 1
name: orders
primary:
  region: us-east-1 # home
  x-unknown: 1
  instances:
    - id: orders-a
      class: db.r7g.large
    - { id: orders-b, class: db.r7g.large }
  availabilityZones: [us-east-1a, us-east-1b]
  tags:
    cost center: 4711
secondaries:
  -
  - region: eu-west-1
`;
const locator = readBlueprint(text).documents[0]?.locator ?? new Locator();
const textAt = (path: string, at?: 'key' | 'value') => {
  const { start, end } = locator.rangeOf(parsePath(path), at);
  return text.slice(start, end);
};

describe('from a path to the text', () => {
  test.each([
    ['name', 'orders', 'name'],
    ['primary', 'region: us-east-1 # home', 'primary'],
    ['primary.instances', '- id: orders-a', 'instances'],
    ['primary.instances[0]', 'id: orders-a', 'id: orders-a'],
    ['primary.instances[1]', '{ id: orders-b, class: db.r7g.large }', '{ id: orders-b, class: db.r7g.large }'],
    ['primary.instances[1].class', 'db.r7g.large', 'class'],
    ['primary.availabilityZones', '[us-east-1a, us-east-1b]', 'availabilityZones'],
    ['primary.availabilityZones[1]', 'us-east-1b', 'us-east-1b'],
    ['primary.tags["cost center"]', '4711', 'cost center'],
    ['secondaries[0]', '-', '-'],
  ])('%s marks %j, or its key %j', (path, value, key) => {
    expect(textAt(path)).toBe(value);
    expect(textAt(path, 'key')).toBe(key);
  });

  test.each([
    ['primary.port', 'primary'],
    ['primary.volume.size', 'primary'],
    ['primary.instances[0].promotionTier', 'id: orders-a'],
    ['secondaries[1].instances[2].id', 'region: eu-west-1'],
    ['objectives.writerRecovery', 'aurora: 1'],
  ])('%s is absent, and marked at what should hold it: %j', (path, mark) => expect(textAt(path)).toBe(mark));

  test('what came through an alias or a merge key is marked where it is used', () => {
    const shared =
      'x-d: &d { class: db.r7g.large }\nx-e: &e us-east-1\nprimary:\n  region: *e\n  instances: [{ <<: *d }]\n';
    const places = readBlueprint(shared).documents[0]?.locator;
    const [region, merged] = [
      ['primary', 'region'],
      ['primary', 'instances', 0, 'class'],
    ].map((path) => places?.placeOf(path));
    expect(shared.slice(region?.value.start, region?.value.end)).toBe('*e');
    expect(shared.slice(merged?.value.start, merged?.value.end)).toBe('<<');
    expect(merged?.shared).toBe(true);
  });
});

describe('from the text to a path', () => {
  test.each([
    ['na$0me: orders', 'name'],
    ['name: ord$0ers', 'name'],
    ['class: db.r7g.large$0', 'primary.instances[0].class'],
    ['{ id: orders$0-b', 'primary.instances[1].id'],
    ['orders-b, $0class', 'primary.instances[1].class'],
    ['$0{ id: orders-b', 'primary.instances[1]'],
    ['regi$0on: us-east-1 # home', 'primary.region'],
    ['# ho$0me', 'primary'],
    ['us-east-1$0b]', 'primary.availabilityZones[1]'],
    ['  $0instances', 'primary.instances'],
    ['# the $0orders', ''],
  ])('%s is %j', (place, path) => {
    const { text: around, cursor = 0 } = readFixture(place);
    const found = locator.pathAt(text.indexOf(around) + cursor);
    expect(found === undefined ? undefined : formatPath(found)).toBe(path);
  });
});
