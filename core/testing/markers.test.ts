import { expect, test } from 'vitest';
import type { Finding } from '../rules/finding.ts';
import { mismatches, readFixture } from './markers.ts';

function finding(rule: string, start: number, end: number, message = 'what is wrong'): Finding {
  return { rule, severity: 'error', message, path: '', range: { start, end }, fixes: [] };
}

test('carets mark characters of the line above and leave the text', () => {
  const fixture = readFixture('a: 1\nbb: 2\n#   ^ AUR101 too much\n^^ AUR102\nc: 3\n');
  expect(fixture.text).toBe('a: 1\nbb: 2\nc: 3\n');
  expect(fixture.markers).toEqual([
    { rule: 'AUR101', message: 'too much', range: { start: 9, end: 10 } },
    { rule: 'AUR102', message: '', range: { start: 5, end: 7 } },
  ]);
  expect(fixture.cursor).toBeUndefined();
});

test('$0 is the cursor', () => {
  const fixture = readFixture("SELECT 1;\nSELECT f('$0');\n--       ^^ PGM002");
  expect(fixture.text).toBe("SELECT 1;\nSELECT f('');");
  expect(fixture.cursor).toBe(20);
  expect(fixture.markers).toEqual([{ rule: 'PGM002', message: '', range: { start: 19, end: 21 } }]);
});

test('an ordinary comment is no marker', () => {
  const text = '# see ^^ above\n-- ^ up\n';
  expect(readFixture(text)).toEqual({ text, markers: [], cursor: undefined });
});

test('findings as marked leave no mismatch, in any order', () => {
  const fixture = readFixture('ab: c\n^^ AUR101 wrong\n#   ^ AUR102\n');
  expect(mismatches(fixture, [finding('AUR102', 4, 5), finding('AUR101', 0, 2)])).toEqual([]);
});

test('a range over several lines is marked on its first', () => {
  const fixture = readFixture('ab:\r\n^^^ AUR101\r\n  c: 1\r\n');
  expect(mismatches(fixture, [finding('AUR101', 0, 10)])).toEqual([]);
});

test('each difference is named', () => {
  const fixture = readFixture('ab: c\n^^ AUR101\n');
  expect(mismatches(fixture, [finding('AUR101', 0, 1)])).toEqual([
    'missing AUR101 at 1:1 "ab": ',
    'unexpected AUR101 at 1:1 "a": what is wrong',
  ]);
  expect(mismatches(fixture, [finding('AUR101', 0, 2), finding('AUR101', 0, 2)])).toHaveLength(1);
  expect(mismatches(readFixture('ab: c\n^^ AUR101 right\n'), [finding('AUR101', 0, 2)])).toHaveLength(2);
});
