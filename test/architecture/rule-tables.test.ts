import { basename, join } from 'node:path';
import { changeRules } from '@aurora-blueprint/core/rules/change-rules.ts';
import { explainAll } from '@aurora-blueprint/core/rules/explain.ts';
import { designRules } from '@aurora-blueprint/core/rules/table.ts';
import { templateRules } from '@aurora-blueprint/core/rules/template-rules.ts';
import { sqlRules } from '@aurora-blueprint/core/sql/rules/sql-rules.ts';
import { describe, expect, test } from 'vitest';
import { checkout, checkoutFiles } from './checkout-files.ts';

const ruleFiles = checkoutFiles.filter((file) => /^core\/(rules|sql\/rules)\/(.*\/)?[a-z]{3}\d+-[^/]+\.ts$/.test(file));

const explained = explainAll().map((explanation) => explanation.id);

test('there are rules', () => {
  expect(ruleFiles.length).toBeGreaterThan(50);
});

describe.each(ruleFiles)('%s', (file) => {
  const id = basename(file).split('-')[0]?.toUpperCase() ?? '';

  test('exports the rule after which it is named, listed where it is run', async () => {
    const { rule } = await import(join(checkout, file));
    expect(rule.id).toBe(id);
    if (Object.keys(rule).some((key) => key.startsWith('check')))
      expect([...designRules, ...templateRules, ...changeRules, ...sqlRules]).toContain(rule);
  });

  test('is explained', () => {
    expect(explained).toContain(id);
  });
});
