import { basename } from 'node:path';
import { designRules } from '@aurora-blueprint/core/rules/table.ts';
import { sqlRules } from '@aurora-blueprint/core/sql/rules/sql-rules.ts';
import { describe, expect, test } from 'vitest';
import { checkoutFiles } from './checkout-files.ts';

describe.each([
  ['designs', /^core\/rules\/[\w-]+\/[a-z]{3}\d+-[\w-]+\.ts$/, designRules],
  ['SQL', /^core\/sql\/rules\/[a-z]{3}\d+-[\w-]+\.ts$/, sqlRules],
] as const)('the table of rules over %s', (_, files, rules) => {
  const ids = rules.map((rule) => rule.id);

  test('lists every rule that has a file, and no other', () => {
    const named = checkoutFiles
      .filter((file) => files.test(file))
      .map((file) => basename(file).split('-')[0]?.toUpperCase());
    expect(named.length).toBeGreaterThan(5);
    expect([...ids].sort()).toEqual(named.sort());
  });

  test('is in order of the ids', () => {
    const key = (id: string) => id.replace(/\d+/, (digits) => digits.padStart(4, '0'));
    expect(ids).toEqual([...ids].sort((a, b) => (key(a) < key(b) ? -1 : 1)));
  });
});

test('a rule id belongs to one rule', () => {
  const ids = [...designRules, ...sqlRules].map((rule) => rule.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
