import { describe, expect, test } from 'vitest';
import { cluster } from '../../testing/blueprint-texts.ts';
import { saidOfEdit } from '../../testing/edits.ts';
import { template } from '../../testing/template-texts.ts';

/** Lines of Properties. */
const lines = (...properties: readonly string[]) => properties.map((property) => `      ${property}\n`).join('');

/** What is said when the properties of the cluster change. */
const edit = (earlier: string, later: string, more: Parameters<typeof template>[1] = {}) =>
  saidOfEdit(template(earlier, more), template(later, more));

describe('AUR406: backtrack in a template', () => {
  const window = (seconds: string) => lines(`BacktrackWindow: ${seconds}`);
  test.each([
    ['0', '86400', 'BacktrackWindow is raised from 0 to 86400 s'],
    ['', '86400', 'BacktrackWindow is raised from 0 to 86400 s'],
    ['86400', '0', 'BacktrackWindow is lowered from 86400 to 0 s'],
    ['3600', '86400', undefined],
    ['86400', '', undefined],
    ['!Ref Window', '86400', undefined],
    ['0', '!Ref Window', undefined],
    ['86400', '!Ref Window', undefined],
    ['0', '0', undefined],
  ])('from "%s" to "%s"', (before, after, words) => {
    const of = (seconds: string) => (seconds === '' ? '' : window(seconds));
    const said = edit(of(before), of(after));
    expect(said).toEqual(words === undefined ? [] : [expect.stringContaining(`warning AUR406 ${words}`)]);
  });

  test('a cluster that is replaced is created with its window', () => {
    const said = edit(lines('DatabaseName: a'), lines('DatabaseName: b') + window('86400'));
    expect(said.map((one) => one.slice(0, 14))).toEqual(['warning AUR319']);
  });

  test('Aurora PostgreSQL has none to switch', () => {
    const text = (seconds: string) => template(window(seconds)).replace('aurora-mysql', 'aurora-postgresql');
    expect(saidOfEdit(text('0'), text('86400'))).toEqual([]);
  });
});

describe('AUR406: backtrack in a blueprint', () => {
  const text = (seconds: string, engine = 'aurora-mysql') => cluster(`  backtrackWindow: ${seconds}\n`, engine);
  const said = (before: string, after: string) => saidOfEdit(before, after).filter((one) => one.includes('AUR406'));

  test.each([
    ['0', '86400', 1],
    ['86400', '0', 1],
    ['86400', '3600', 0],
    ['[]', '86400', 0],
    ['86400', '[]', 0],
  ])('from %s to %s', (before, after, count) => {
    expect(said(text(before), text(after))).toHaveLength(count);
  });

  test('Aurora PostgreSQL has none to switch', () => {
    expect(said(text('0', 'aurora-postgresql'), text('86400', 'aurora-postgresql'))).toEqual([]);
  });
});
