import { expect, test } from 'vitest';
import { explain, explainAll } from './explain.ts';

test('every rule has an id of its own, prose, examples and facts with a source', () => {
  const all = explainAll();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, title, group, reason, bad, good, facts } of all) {
    for (const prose of [title, group, reason, bad, good]) expect(prose, id).not.toBe('');
    for (const { statement, citations } of facts) {
      expect(statement, id).not.toBe('');
      expect(citations.length, id).toBeGreaterThan(0);
    }
  }
});

test('a rule is explained with its facts, their sources, and whether it mends', () => {
  const explanation = explain('aur301');
  expect(explanation).toMatchObject({ id: 'AUR301', group: 'Backup and restore', severity: 'error', fixable: true });
  expect(explanation?.facts[0]).toMatchObject({ id: 'limits:backup_retention', confidence: 'high' });
  expect(explanation?.facts[0]?.citations[0]?.title).toContain('Aurora');
  expect(explain('AUR101')?.fixable).toBe(false);
  expect(explain('AUR103')?.profile).toBe('production');
  expect(explain('AUR9999')).toBeUndefined();
});

test('a rule that compares shows the text before the edit', () => {
  expect(explain('AUR319')).toMatchObject({
    fixable: true,
    earlier: expect.stringContaining('KmsKeyId: alias/aurora'),
  });
  expect(explain('AUR101')).not.toHaveProperty('earlier');
});

test('a rule over SQL that asks the design shows the design, and mends under it', () => {
  expect(explain('MYM013')).toMatchObject({
    fixable: true,
    governedBy: { bad: expect.stringContaining('engineVersion: 8.0.mysql_aurora.3') },
  });
});
