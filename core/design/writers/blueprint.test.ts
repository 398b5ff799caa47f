import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../text/range.ts';
import type { DesignEdit } from '../edit.ts';
import { parsePath } from '../path.ts';
import { readBlueprint } from '../readers/blueprint.ts';
import { writeBlueprint } from './blueprint.ts';

/** The text after the edits; undefined when they are refused. */
function write(text: string, ...edits: readonly DesignEdit[]): string | undefined {
  const document = readBlueprint(text).documents[0];
  const written = document === undefined ? undefined : writeBlueprint(text, document, edits);
  return written === undefined ? undefined : applyEdits(text, written);
}

const set = (path: string, value: Extract<DesignEdit, { kind: 'set' }>['value']) =>
  ({ kind: 'set', path: parsePath(path), value }) as const;
const insert = (path: string, value: Extract<DesignEdit, { kind: 'insert' }>['value']) =>
  ({ kind: 'insert', path: parsePath(path), value }) as const;
const remove = (path: string) => ({ kind: 'remove', path: parsePath(path) }) as const;
const rename = (path: string, key: string) => ({ kind: 'rename', path: parsePath(path), key }) as const;

const block = `# the orders
name: orders # a name
primary:
  # where it lives
  region: us-east-1 # home
  instances: # all of them
    - id: a # the writer
      class: db.r7g.large
    # - id: not yet
    - { id: b, class: db.r7g.large }
  port: 5432
`;

describe('set', () => {
  test.each([
    ['a value in place', set('primary.region', 'eu-west-1'), 'region: us-east-1 # home', 'region: eu-west-1 # home'],
    ['a value in flow', set('primary.instances[1].class', 'db.r6g.large'), 'b, class: db.r7g', 'b, class: db.r6g'],
    ['a value in an item', set('primary.instances[0].id', 'c'), '- id: a # the', '- id: c # the'],
    ['text that needs quotes', set('name', 'yes: no'), 'name: orders', 'name: "yes: no"'],
    ['text that looks like a number', set('name', '16.10'), 'name: orders', 'name: "16.10"'],
  ])('%s', (_, edit, before, after) => expect(write(block, edit)).toBe(block.replace(before, after)));

  test.each([
    [
      'after the key that the format has before it',
      'primary.storageType',
      'aurora',
      'region: us-east-1 # home\n',
      '  storageType: aurora\n',
    ],
    [
      'behind a list with its comments',
      'primary.backupRetentionPeriod',
      7,
      'class: db.r7g.large }\n',
      '  backupRetentionPeriod: 7\n',
    ],
    ['at the end', 'objectives.dataLoss', '0s', 'port: 5432\n', 'objectives: { dataLoss: 0s }\n'],
    [
      'in an item of a list',
      'primary.instances[0].promotionTier',
      3,
      '      class: db.r7g.large\n',
      '      promotionTier: 3\n',
    ],
  ])('a new key %s', (_, path, value, behind, added) =>
    expect(write(block, set(path, value))).toBe(block.replace(behind, behind + added)),
  );

  test('a new key on top behind a BOM', () => {
    expect(write('\ufeffname: a\n', set('engine', 'x'))).toBe('\ufeffname: a\nengine: x\n');
  });

  test('a new key before all others', () => {
    expect(write(block, set('aurora', 1))).toBe(block.replace('name: orders', 'aurora: 1\nname: orders'));
    expect(write('- x\n', set('aurora', 1))).toBeUndefined();
  });

  test.each([
    ['a key without a value', 'name:\nengine: x\n', set('name', 'a'), 'name: a\nengine: x\n'],
    ['one with a comment', 'name: # soon\n', set('name', 'a'), 'name: a # soon\n'],
    ['one in flow', '{ name: , engine: x }', set('name', 'a'), '{ name: a , engine: x }'],
    ['one without its colon', '{ name, engine: x }', set('name', 'a'), '{ name: a, engine: x }'],
    [
      'an item that is only a dash',
      'primary:\n  availabilityZones:\n    -\n    - b\n',
      set('primary.availabilityZones[0]', 'a'),
      'primary:\n  availabilityZones:\n    - a\n    - b\n',
    ],
    ['a group without keys', 'primary:\nname: a\n', set('primary.region', 'r'), 'primary: { region: r }\nname: a\n'],
    ['an empty flow group', 'primary: {}\n', set('primary.region', 'r'), 'primary: { region: r }\n'],
    [
      'a group that is not there',
      'name: a\n',
      set('primary.volume.size', '4 TiB'),
      'name: a\nprimary: { volume: { size: 4 TiB } }\n',
    ],
    ['quotes stay', 'name: "a"\nengine: \'b\'\n', set('engine', "it's"), "name: \"a\"\nengine: 'it''s'\n"],
    ['double ones too', 'name: "a"\n', set('name', 'say "b"'), 'name: "say \\"b\\""\n'],
    ['a block of text', 'name: |\n  orders\n\nengine: x\n', set('name', 'a'), 'name: a\n\nengine: x\n'],
    ['behind a block of text', 'name: >\n  orders\n', set('engine', 'x'), 'name: >\n  orders\nengine: x\n'],
    ['in JSON', '{"name": "a"}', set('engine', 'x'), '{"name": "a", "engine": "x"}'],
    ['in JSON of many lines', '{\n  "name": "a"\n}', set('engine', 'x'), '{\n  "name": "a",\n  "engine": "x"\n}'],
    ['before all in flow', '{ name: a }', set('aurora', 1), '{ aurora: 1, name: a }'],
    [
      'with CRLF',
      'name: a\r\nprimary:\r\n  region: r\r\n',
      set('primary.port', 1),
      'name: a\r\nprimary:\r\n  region: r\r\n  port: 1\r\n',
    ],
    ['without a line break at the end', 'name: a', set('engine', 'x'), 'name: a\nengine: x'],
    [
      'a table',
      'name: a\n',
      set('scenarios', [{ name: 'x', events: [] }]),
      'name: a\nscenarios:\n  - { name: x, events: [] }\n',
    ],
  ])('%s', (_, text, edit, expected) => expect(write(text, edit)).toBe(expected));
});

describe('insert', () => {
  test.each([
    [
      'behind the last item',
      block,
      insert('primary.instances', { id: 'c' }),
      block.replace('large }\n', 'large }\n    - { id: c }\n'),
    ],
    [
      'into a flow list',
      'primary: { availabilityZones: [a] }',
      insert('primary.availabilityZones', 'b'),
      'primary: { availabilityZones: [a, b] }',
    ],
    [
      'into an empty list',
      'primary: { availabilityZones: [] }',
      insert('primary.availabilityZones', 'b'),
      'primary: { availabilityZones: [ b ] }',
    ],
    [
      'into one that is not there',
      'primary:\n  region: r\n',
      insert('primary.instances', { id: 'c' }),
      'primary:\n  region: r\n  instances:\n    - { id: c }\n',
    ],
    [
      'behind a dash',
      'primary:\n  instances:\n  -\n',
      insert('primary.instances', { id: 'c' }),
      'primary:\n  instances:\n  -\n  - { id: c }\n',
    ],
    [
      'behind an item that has a line for each key, with the comment below it',
      'primary:\n  instances:\n    - id: a\n      class: x\n      # larger in May\n    # - id: not yet\n',
      insert('primary.instances', { id: 'b', class: 'x' }),
      'primary:\n  instances:\n    - id: a\n      class: x\n      # larger in May\n    - id: b\n      class: x\n    # - id: not yet\n',
    ],
    [
      'an item that holds items: a line for each',
      'name: x\n\nprimary:\n  region: r\n\nworkload: {}\n',
      insert('secondaries', { region: 's', instances: [{ id: 'b' }] }),
      'name: x\n\nprimary:\n  region: r\n\nsecondaries:\n  - region: s\n    instances:\n      - { id: b }\n\nworkload: {}\n',
    ],
    [
      'beside items that have anchors',
      'primary:\n  instances:\n    - { id: a, class: &c x }\n    - { id: b, class: *c }\n',
      insert('primary.instances', { id: 'c' }),
      'primary:\n  instances:\n    - { id: a, class: &c x }\n    - { id: b, class: *c }\n    - { id: c }\n',
    ],
    [
      'into JSON',
      '{"primary": {"instances": [\n  {"id": "a"}\n]}}',
      insert('primary.instances', { id: 'b' }),
      '{"primary": {"instances": [\n  {"id": "a"},\n  {"id":"b"}\n]}}',
    ],
  ])('%s', (_, text, edit, expected) => expect(write(text, edit)).toBe(expected));
});

describe('remove', () => {
  test.each([
    ['a line', remove('primary.region'), '  region: us-east-1 # home\n', ''],
    [
      'an item of many lines',
      remove('primary.instances[0]'),
      '    - id: a # the writer\n      class: db.r7g.large\n',
      '',
    ],
    ['the first key of an item', remove('primary.instances[0].id'), 'id: a # the writer\n      class', 'class'],
    ['the last key of an item', remove('primary.instances[0].class'), '      class: db.r7g.large\n', ''],
    ['the first in flow', remove('primary.instances[1].id'), '{ id: b, class', '{ class'],
    ['the last in flow', remove('primary.instances[1].class'), '{ id: b, class: db.r7g.large }', '{ id: b }'],
  ])('%s', (_, edit, before, after) => expect(write(block, edit)).toBe(block.replace(before, after)));

  test('several of a flow list', () => {
    const list = (items: string) => `primary: { availabilityZones: [${items}] }\n`;
    const zone = (index: number) => remove(`primary.availabilityZones[${index}]`);
    expect(write(list('a, b, c, d'), zone(0), zone(1))).toBe(list('c, d'));
    expect(write(list('a, b, c, d'), zone(3), zone(1))).toBe(list('a, c'));
    expect(write(list('a, b, c, d'), zone(0), zone(2), zone(3))).toBe(list('b'));
  });

  test('the last of a group takes the group along', () => {
    expect(write('name: a\nprimary:\n  volume:\n    size: 4 TiB\n', remove('primary.volume.size'))).toBe('name: a\n');
    expect(write('primary: { tags: { a: b } }', remove('primary.tags.a'))).toBeUndefined();
  });

  test('the last line of a file without a line break', () => {
    expect(write('name: a\nengine: b', remove('engine'))).toBe('name: a\n');
  });
});

test('rename keeps the value and the quotes', () => {
  expect(write(block, rename('primary.port', 'backtrackWindow'))).toBe(block.replace('port:', 'backtrackWindow:'));
  expect(write('{"name": 1}', rename('name', 'engine'))).toBe('{"engine": 1}');
});

test('several edits at once; two that want the same line are refused', () => {
  const edits = [
    set('primary.port', 1),
    set('name', 'x'),
    remove('primary.instances[1]'),
    set('primary.storageType', 'aurora'),
  ];
  expect(write(block, ...edits)).toBe(
    block
      .replace('# home\n', '# home\n  storageType: aurora\n')
      .replace('    - { id: b, class: db.r7g.large }\n', '')
      .replace('5432', '1')
      .replace('name: orders', 'name: x'),
  );
  expect(write(block, remove('primary.region'), set('primary.storageType', 'aurora'))).toBeUndefined();
});

describe('text that is used elsewhere too', () => {
  const shared = `x-small: &small { class: db.t4g.medium }
primary:
  instances:
    - &first { id: a, class: db.r7g.large }
    - *first
    - <<: *small
      id: c
    - { <<: *small, id: d }
  tags: &tags { a: b }
secondaries:
  - { region: r, tags: *tags }
`;

  test.each([
    ['behind an anchor', set('primary.instances[0].class', 'x')],
    ['behind an alias', set('primary.instances[1].class', 'x')],
    ['with an anchor inside', remove('primary.instances')],
    ['a list that came through an alias', set('secondaries[0].tags.b', 'x')],
    ['what a merge key brought', remove('primary.instances[2].class')],
  ])('is not edited: %s', (_, edit) => expect(write(shared, edit)).toBeUndefined());

  test('what a merge key brought can be overridden', () => {
    expect(write(shared, set('primary.instances[2].class', 'x'))).toBe(
      shared.replace('id: c\n', 'id: c\n      class: x\n'),
    );
    expect(write(shared, set('primary.instances[3].class', 'x'))).toBe(shared.replace('id: d }', 'id: d, class: x }'));
  });

  test('an alias itself can be replaced', () => {
    expect(write(shared, set('secondaries[0].tags', { c: 'd' }))).toBe(shared.replace('*tags', '{ c: d }'));
  });

  test('groups and lists that a merge key brought are not written anew', () => {
    const merged = 'x-c: &c { volume: { size: 4 TiB }, availabilityZones: [a] }\nprimary: { <<: *c, region: r }\n';
    expect(write(merged, set('primary.volume.growthPerDay', '1 GiB'))).toBeUndefined();
    expect(write(merged, insert('primary.availabilityZones', 'b'))).toBeUndefined();
  });
});
