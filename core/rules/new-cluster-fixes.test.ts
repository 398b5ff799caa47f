import { describe, expect, test } from 'vitest';
import { checkEdit } from '../testing/edits.ts';
import { template } from '../testing/template-texts.ts';
import { applyEdits } from '../text/range.ts';

/** A template with another resource before the cluster, so that there is an earlier text without the cluster. */
const stack = (properties: string) => template(`      BackupRetentionPeriod: 7\n${properties}`, { credentials: '' });
const before = stack('').replace('  Cluster:', '  Other:');

describe.each([
  ['AUR007', '      DatabaseName: my-orders\n', '      DatabaseName: my_orders\n'],
  ['AUR009', '      DatabaseName: select\n', '      DatabaseName: select_db\n'],
  ['AUR010', '      MasterUsername: a-very-long-master-user\n', '      MasterUsername: a_very_long_mast\n'],
  ['AUR011', '      MasterUsername: rdsadmin\n', '      MasterUsername: app_admin\n'],
  ['AUR121', '      EngineMode: global\n', ''],
  ['AUR211', '      KmsKeyId: alias/orders\n', '      KmsKeyId: alias/orders\n      StorageEncrypted: true\n'],
  ['AUR704', '      EngineMode: serverless\n', ''],
])('the fix of %s', (rule, wrong, right) => {
  const fixes = (earlier: string | undefined) =>
    checkEdit(earlier, stack(wrong)).find((finding) => finding.rule === rule)?.fixes ?? [];

  test('says that it is for new clusters where nobody knows whether there is one', () => {
    const [fix, ...others] = fixes(undefined);
    expect(others).toEqual([]);
    expect(fix?.title).toMatch(/ \(new clusters\)$/);
    const mended = applyEdits(stack(wrong), fix?.edits ?? []);
    expect(mended.split('\n').sort()).toEqual(stack(right).split('\n').sort());
  });

  test('is offered as it is for a cluster that is new', () => {
    expect(fixes(before).map(({ title }) => title)).toEqual([expect.not.stringContaining('new clusters')]);
  });

  test('is not offered for a cluster that exists', () => {
    expect(fixes(stack(wrong))).toEqual([]);
    expect(fixes(stack(''))).toEqual([]);
  });
});

test('a fix of what changes in place says nothing of new clusters', () => {
  const wrong = template('      BackupRetentionPeriod: 40\n');
  for (const earlier of [undefined, wrong]) {
    const [finding] = checkEdit(earlier, wrong);
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['Set BackupRetentionPeriod to 35']);
  }
});
