import { describe, expect, test } from 'vitest';
import { checkBlueprint } from '../../rules/check-blueprint.ts';
import { knownValues } from '../../testing/design-leaves.ts';
import { mismatches, readFixture } from '../../testing/markers.ts';
import { applyEdits } from '../../text/range.ts';
import { longestText, mostDocuments } from './blueprint/parse.ts';
import { structurePages, structureRules } from './blueprint/structure-rules.ts';
import { readBlueprint } from './blueprint.ts';

const findingsOf = (text: string) => readBlueprint(text).findings;
const valuesOf = (text: string) => Object.fromEntries(knownValues(readBlueprint(text).documents[0]?.design ?? {}));

/** The findings of a marked text are as marked. */
function expectAsMarked(marked: string): void {
  const fixture = readFixture(marked);
  expect(mismatches(fixture, findingsOf(fixture.text))).toEqual([]);
}

describe.each(Object.entries(structureRules))('%s', (name, { id }) => {
  const page = structurePages[name as keyof typeof structureRules];
  const bad = readFixture(page.bad);

  const check = (text: string) => checkBlueprint(readBlueprint(text));

  test('speaks on its bad example as marked, and is silent on the good one', () => {
    expect(mismatches(bad, check(bad.text))).toEqual([]);
    expect(bad.markers.map(({ rule }) => rule)).toEqual([id]);
    expect(check(page.good)).toEqual([]);
  });

  test('its fixes mend it', () => {
    for (const fix of check(bad.text).flatMap(({ fixes }) => fixes)) {
      expect(check(applyEdits(bad.text, fix.edits)), fix.title).toEqual([]);
    }
  });
});

const start = 'aurora: 1\nname: orders\nengine: aurora-mysql\n';

describe('broken text is one finding where it breaks, with what to do', () => {
  test.each([
    ['a tab', `${start}primary:\n\tregion: us-east-1\n# ^ FMT001\n`.replace('# ^', '^')],
    ['no colon', 'aurora: 1\nname orders\n^^^^^^^^^^^ FMT001 no colon\nengine: aurora-mysql\n'],
    ['no blank behind the colon', 'aurora: 1\nname:orders\n^^^^^^^^^^^ FMT001 "name: orders"\nengine: aurora-mysql\n'],
    ['an open quote', 'aurora: 1\nname: "orders\n#     ^ FMT001 write "\nengine: aurora-mysql\n'],
    ['an open brace', `${start}primary: { region: us-east-1\n#        ^ FMT001 write }\n`],
    ['an open bracket', `${start}x-a: [1, 2\n#    ^ FMT001 write ]\nprimary: {}\n`],
    [
      'a missing comma',
      `${start}primary: { region: us-east-1 port: 5432 }\n#                  ^^^^^^^^^^^^^^^^^^^^^ FMT001 comma\n`,
    ],
    [
      'a stray comma',
      `${start}primary: { region: us-east-1,, port: 5432 }\n#                            ^ FMT001 comma\n`,
    ],
    ['two pairs on a line', `${start}primary: region: us-east-1\n#        ^ FMT001 A second\n`],
    ['a line too deep', `${start}primary:\n  region: us-east-1\n#         ^ FMT001 deeper\n   port: 5432\n`],
    ['a line out of its column', `${start}primary:\n    region: us-east-1\n  port: 5432\n^ FMT001 align\n`],
    ['a sign that begins no value', 'aurora: 1\nname: @orders\n#     ^ FMT001 quotes\n'],
    ['an alias of nothing', `${start}primary: { region: *home }\n#                  ^^^^^ FMT001 &home\n`],
  ])('%s', (_, marked) => expectAsMarked(marked));

  test('a misspelt alias is mended', () => {
    const text = `x-home: &home us-east-1\n${start}primary: { region: *hme }\n`;
    const [finding] = findingsOf(text);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toContain('region: *home');
  });
});

describe('types', () => {
  test.each([
    ['port: "5432"', 'port: 5432'],
    ['deletionProtection: yes', 'deletionProtection: true'],
    ['deletionProtection: "False"', 'deletionProtection: false'],
    ['clusterIdentifier: true', 'clusterIdentifier: "true"'],
    ['volume: { size: 100 }', 'volume: { size: 100 GiB }'],
    ['snapshots: [{ id: yearly, retention: 60 }]', 'snapshots: [{ id: yearly, retention: 60s }]'],
    ['availabilityZones: us-east-1a', 'availabilityZones: [us-east-1a]'],
    ['storageType: aurora-iopt', 'storageType: aurora-iopt1'],
  ])('%s is mended to %s', (written, mended) => {
    const text = `${start}primary:\n  region: us-east-1\n  ${written}\n`;
    const [finding, ...others] = findingsOf(text);
    expect(others).toEqual([]);
    const edited = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    expect(edited).toBe(text.replace(written, mended));
    expect(findingsOf(edited)).toEqual([]);
  });

  test.each([
    ['port: [5432]', 'port is a whole number; this is a group.'],
    ['instances: { id: a }', 'instances is a list: begin each item with "- ".'],
    ['volume: 5 GiB', 'volume is a group: write its keys below it, as lines of "key: value".'],
    ['backupRetentionPeriod: 7.5', 'backupRetentionPeriod is a whole number; "7.5" is not.'],
  ])('%s: %s', (written, message) => {
    expect(findingsOf(`${start}primary:\n  region: us-east-1\n  ${written}\n`)).toMatchObject([{ message, fixes: [] }]);
  });

  test('a text is no blueprint, and another version of the format is none either', () => {
    expect(findingsOf('hello')).toMatchObject([{ rule: 'FMT005', range: { start: 0, end: 5 } }]);
    expect(findingsOf(`${start}primary: { region: us-east-1 }\n`.replace('aurora: 1', 'aurora: 2'))).toMatchObject([
      { rule: 'FMT005', message: 'aurora is 1; "2" is not.' },
    ]);
  });
});

describe('keys', () => {
  test('of AWS, of another case, of another group', () => {
    expectAsMarked(`${start}primary:
  Region: us-east-1
# ^^^^^^ FMT002 Did you mean region?
  databaseName: orders
# ^^^^^^^^^^^^ FMT002 It belongs to the blueprint itself.
  promotionTier: 1
# ^^^^^^^^^^^^^ FMT002 It belongs to instances.
  instances:
    - { DBInstanceIdentifier: a, DBInstanceClass: db.r7g.large }
#       ^^^^^^^^^^^^^^^^^^^^ FMT002 Did you mean id?
#                                ^^^^^^^^^^^^^^^ FMT002 Did you mean class?
`);
  });

  test('on top that begin with x- are nobody’s business', () => {
    expect(findingsOf(`x-anything: [1, { a: b }]\n${start}primary: { region: us-east-1 }\n`)).toEqual([]);
  });

  test('missing ones are added where the format has them', () => {
    const text = 'aurora: 1\nname: orders\nprimary:\n  region: us-east-1\n';
    const [finding] = findingsOf(text);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(
      'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary:\n  region: us-east-1\n',
    );
  });

  test('a second one is taken away with its lines', () => {
    const text = `${start}primary:\n  region: us-east-1\n  region: us-east-2 # this one\n  port: 5432\n`;
    const [finding] = findingsOf(text);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(
      `${start}primary:\n  region: us-east-1\n  port: 5432\n`,
    );
  });
});

describe('YAML as people write it', () => {
  const design = `${start}primary:
  region: us-east-1
  instances:
    - { id: a, class: db.r7g.large, promotionTier: 0 }
    - { id: b, class: db.r7g.large, promotionTier: 3 }
`;

  test('anchors, aliases and merge keys, one inside another', () => {
    const anchored = `x-base: &base { class: db.r7g.large }
x-writer: &writer { <<: *base, promotionTier: 0 }
${start}primary:
  region: &home us-east-1
  instances:
    - <<: *writer
      id: a
    - { <<: [*base, *writer], id: b, promotionTier: 3 }
`;
    expect(findingsOf(anchored)).toEqual([]);
    expect(valuesOf(anchored)).toEqual(valuesOf(design));
  });

  test('an alias that stands for itself does no harm', () => {
    expect(findingsOf(`x-a: &a { <<: *a, b: *a }\n${start}primary: { region: us-east-1, volume: *a }\n`)).toEqual([]);
  });

  test('quotes, flow style and JSON', () => {
    const json = JSON.stringify({
      aurora: 1,
      name: 'orders',
      engine: 'aurora-mysql',
      primary: {
        region: 'us-east-1',
        instances: [
          { id: 'a', class: 'db.r7g.large', promotionTier: 0 },
          { id: 'b', class: 'db.r7g.large', promotionTier: 3 },
        ],
      },
    });
    expect(valuesOf(json)).toEqual(valuesOf(design));
    expect(valuesOf(design.replace('us-east-1', "'us-east-1'"))).toEqual(valuesOf(design));
  });

  test('closing brackets in the column of their key are no findings', () => {
    expect(findingsOf(`${start}primary: {\n  region: us-east-1,\n  instances: [\n  ]\n}\n`)).toEqual([]);
  });

  test('CRLF, a BOM and letters of all kinds leave every range in place', () => {
    const text = `\ufeff# größe 🐘\r\n${start}primary:\r\n  region: us-east-1 # 東京\r\n  tags: { Straße: 🐘 }\r\n  prot: 5432\r\n`;
    const [finding, ...others] = findingsOf(text);
    expect(others).toEqual([]);
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('prot');
    expect(valuesOf(text)).toMatchObject({ 'primary.tags["Straße"]': '🐘' });
  });

  test('several documents are several designs, empty ones are none', () => {
    const { documents, findings } = readBlueprint(`${design}---\n${design.replace('orders', 'fraud')}---\n# nothing\n`);
    expect(findings).toEqual([]);
    expect(documents.map((document) => document.design.name)).toMatchObject([{ value: 'orders' }, { value: 'fraud' }]);
    expect(readBlueprint('').documents).toEqual([]);
    expect(readBlueprint('# only a comment\n').documents).toEqual([]);
  });

  test('values are read as written: 16.10 stays 16.10', () => {
    expect(valuesOf(`engineVersion: 16.10\n`)).toEqual({ engineVersion: '16.10' });
  });

  test('what cannot be understood is unknown, what is not there is absent', () => {
    const design = readBlueprint('primary: { port: high }').documents[0]?.design;
    expect(design?.primary.port.presence).toBe('unknown');
    expect(design?.primary.region.presence).toBe('absent');
    expect(design?.objectives.writerRecovery).toEqual({ presence: 'absent', path: ['objectives', 'writerRecovery'] });
  });
});

describe('too much', () => {
  test.each([
    ['text', `name: ${'x'.repeat(longestText)}`, 'blueprints are read up to 256 KiB'],
    ['binary', 'aurora: \0\u0001', 'bytes that are no text'],
    ['brackets', '['.repeat(100_000), 'nested too deep'],
    ['dashes', '- '.repeat(100_000), 'nested too deep'],
    ['designs', `${start}---\n`.repeat(mostDocuments + 5), `at most ${mostDocuments} designs`],
  ])('%s is said', (_, text, words) => {
    expect(findingsOf(text).map(({ message }) => message)).toContainEqual(expect.stringContaining(words));
  });

  test('aliases of aliases end', () => {
    const layer = (name: string, of: string) => `x-${name}: &${name} [${`*${of},`.repeat(300)}]\n`;
    const text = `x-a: &a [${'b,'.repeat(300)}]\n${layer('b', 'a')}${layer('c', 'b')}${start}primary: { region: us-east-1 }
scenarios: [{ name: bomb, events: [{ at: 1s, partition: *c }] }]\n`;
    expect(readBlueprint(text).documents).toHaveLength(1);
  });

  test('merges of merges end', () => {
    const entries = Array.from({ length: 200 }, (_, index) => `k${index}: v`).join(', ');
    const layer = (name: string, of: string) => `x-${name}: &${name} { <<: [${`*${of},`.repeat(300)}] }\n`;
    const text = `x-a: &a { ${entries} }\n${layer('b', 'a')}${layer('c', 'b')}${start}primary: { region: us-east-1, tags: *c }\n`;
    expect(readBlueprint(text).documents[0]?.design.primary.tags.entries.length).toBeGreaterThan(100);
  });

  test('a thousand misspelt keys are not a thousand findings', () => {
    const keys = Array.from({ length: 1000 }, (_, index) => `key${index}: 1\n`).join('');
    expect(findingsOf(keys).length).toBe(500);
  });
});
