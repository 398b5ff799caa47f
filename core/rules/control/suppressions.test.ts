import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { mismatches, readFixture } from '../../testing/markers.ts';
import { applyEdits } from '../../text/range.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import { suppressionPages } from './apply-suppressions.ts';

const check = (text: string) => checkBlueprint(readBlueprint(text));
const rules = (text: string) => check(text).map(({ rule }) => rule);

const design = (primary: string, head = '') => `${head}aurora: 1
name: shop
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: shop-a, class: db.r7g.large }]
${primary}
`;

describe('a suppression', () => {
  test('at the end of a line covers the value that starts there', () => {
    expect(rules(design('  backupRetentionPeriod: 40'))).toEqual(['AUR301']);
    expect(rules(design('  backupRetentionPeriod: 40 # aurora-ignore AUR301: a test of our own'))).toEqual([]);
  });

  test('covers all inside the value', () => {
    const text = design('  backupRetentionPeriod: 40').replace('primary:', 'primary: # aurora-ignore AUR301: a test');
    expect(rules(text)).toEqual([]);
  });

  test('at the end of the first line of a mapping, or inside braces, is one too', () => {
    const first = design('').replace(
      '  region: us-east-1',
      '  backupRetentionPeriod: 40 # aurora-ignore AUR301: a test\n  region: us-east-1',
    );
    expect(rules(first)).toEqual([]);
    const braces = `${design('').split('primary:')[0]}primary: {
  backupRetentionPeriod: 40, # aurora-ignore AUR301: a test
  region: us-east-1 }
`;
    expect(rules(braces)).not.toContain('AUR301');
  });

  test('on a line of its own covers the value that starts on the next', () => {
    expect(rules(design('  # aurora-ignore AUR301: a test\n\n  backupRetentionPeriod: 40'))).toEqual([]);
  });

  test('above the first key covers the whole document', () => {
    expect(rules(design('  backupRetentionPeriod: 40', '# aurora-ignore AUR301: a test\n'))).toEqual([]);
  });

  test('can name several rules', () => {
    const text = design(
      '  backupRetentionPeriod: 40\n  preferredBackupWindow: 25:00-26:00',
      '# aurora-ignore AUR301, AUR303: a test\n',
    );
    expect(rules(text)).toEqual([]);
  });

  test('leaves other rules and other values alone', () => {
    expect(rules(design('  backupRetentionPeriod: 40 # aurora-ignore AUR302: another rule'))).toEqual([
      'AUR301',
      'FMT008',
    ]);
    expect(rules(design('  port: 5432 # aurora-ignore AUR301: another value\n  backupRetentionPeriod: 40'))).toEqual([
      'FMT008',
      'AUR301',
    ]);
  });

  test('without a reason suppresses nothing', () => {
    expect(rules(design('  backupRetentionPeriod: 40 # aurora-ignore AUR301'))).toEqual(['AUR301', 'FMT007']);
  });

  test('inside a quoted value is no suppression', () => {
    expect(rules(design('  tags: { note: "see # aurora-ignore AUR301: no comment" }'))).toEqual([]);
  });
});

test.each(Object.entries(suppressionPages))('the page of %s shows what it speaks on', (_name, { bad, good }) => {
  const fixture = readFixture(bad);
  expect(mismatches(fixture, check(fixture.text))).toEqual([]);
  expect(check(good)).toEqual([]);
});

test('an unused suppression is removed with its comment', () => {
  const text = design('  port: 5432 # aurora-ignore AUR301: a test');
  const [unused] = check(text);
  expect(applyEdits(text, unused?.fixes[0]?.edits ?? [])).toBe(design('  port: 5432'));
});

test('a person sets the severity of a rule, or switches it off', () => {
  const blueprint = readBlueprint(design('  backupRetentionPeriod: 40'));
  expect(checkBlueprint(blueprint, { severities: { AUR301: 'info' } })).toMatchObject([{ severity: 'info' }]);
  expect(checkBlueprint(blueprint, { severities: { AUR301: 'off' } })).toEqual([]);
});
