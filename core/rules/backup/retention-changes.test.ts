import { describe, expect, test } from 'vitest';
import { cluster } from '../../testing/blueprint-texts.ts';
import { saidOfEdit } from '../../testing/edits.ts';
import { template } from '../../testing/template-texts.ts';

describe('AUR331: the retention of a template', () => {
  const text = (days: string, more = '') =>
    template((days === '' ? '' : `      BackupRetentionPeriod: ${days}\n`) + more, {
      sections: 'Parameters: { Days: { Type: Number } }\n',
    });

  test.each([
    ['14', '7', 'info AUR331 BackupRetentionPeriod goes from 14 to 7: backups reach back 7 days instead of 14'],
    ['14', '', 'warning AUR331 BackupRetentionPeriod is taken away, and is 1 by default: backups reach back 1 day'],
    ['7', '14', undefined],
    ['7', '7', undefined],
    ['1', '', undefined],
    ['', '7', undefined],
    ['!Ref Days', '7', undefined],
    ['14', '!Ref Days', undefined],
  ])('from "%s" to "%s"', (before, after, words) => {
    const said = saidOfEdit(text(before), text(after));
    expect(said).toEqual(words === undefined ? [] : [expect.stringContaining(words)]);
  });

  test('is that of another cluster where the cluster is replaced', () => {
    const said = saidOfEdit(text('14', '      DatabaseName: a\n'), text('7', '      DatabaseName: b\n'));
    expect(said.map((one) => one.slice(0, 14))).toEqual(['warning AUR319']);
  });
});

describe('AUR331: the retention of a blueprint', () => {
  const said = (before: string, after: string) => saidOfEdit(cluster(before), cluster(after));
  const days = (count: number) => `  backupRetentionPeriod: ${count}\n`;
  const origin = '  origin: { snapshot: { snapshotIdentifier: snap } }\n';

  test('is said when it is shortened, and when it is taken away', () => {
    expect(said(days(14), days(7))).toEqual([
      expect.stringContaining('info AUR331 backupRetentionPeriod goes from 14 to 7: backups reach back 7 days'),
    ]);
    expect(said(days(14), '')).toEqual([expect.stringContaining('warning AUR331 backupRetentionPeriod is taken away')]);
    expect(said(days(7), days(14))).toEqual([]);
    expect(said(days(14), '  backupRetentionPeriod: []\n').join()).not.toContain('AUR331');
    expect(said('  backupRetentionPeriod: []\n', days(7)).join()).not.toContain('AUR331');
  });

  test('is that of the source for a restored cluster that states none', () => {
    expect(said(origin + days(14), origin).join()).not.toContain('AUR331');
    expect(said(origin + days(14), origin + days(7)).join()).toContain('AUR331');
  });
});
