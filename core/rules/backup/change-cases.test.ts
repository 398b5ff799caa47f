import { describe, expect, test } from 'vitest';
import { checkEdit, saidOfEdit } from '../../testing/edits.ts';
import { instance, template } from '../../testing/template-texts.ts';
import { applyEdits } from '../../text/range.ts';

/** Lines of Properties. */
const lines = (...properties: readonly string[]) => properties.map((property) => `      ${property}\n`).join('');
const two = instance('A') + instance('B');

describe('AUR330: a cluster that leaves the template', () => {
  const text = (id: string, properties = '', policy = '') =>
    `Resources:\n  ${id}:\n    Type: AWS::RDS::DBCluster\n${policy === '' ? '' : `    DeletionPolicy: ${policy}\n`}    Properties:\n      Engine: aurora-mysql\n${properties}${two.replaceAll('!Ref Cluster', `!Ref ${id}`)}`;
  const renamed = (properties = '', policy = '') =>
    saidOfEdit(text('Cluster', properties, policy), text('Database', properties, policy));

  test.each([
    [
      '',
      '',
      'the new cluster is empty, and Cluster is deleted after a final snapshot (which is the default for clusters). Keep the logical ID Cluster.',
    ],
    ['', 'Snapshot', 'Cluster is deleted after a final snapshot (DeletionPolicy: Snapshot).'],
    ['', 'Delete', 'Cluster is deleted with its data and without a snapshot (DeletionPolicy: Delete).'],
    ['', 'Retain', 'Cluster stays with its data, outside of the stack (DeletionPolicy: Retain).'],
    [
      '',
      'RetainExceptOnCreate',
      'Cluster stays with its data, outside of the stack (DeletionPolicy: RetainExceptOnCreate).',
    ],
    [
      lines('DeletionProtection: true'),
      'Retain',
      'Cluster stays with its data, outside of the stack (DeletionPolicy: ',
    ],
    ['', '!Ref Policy', 'DeletionPolicy decides whether Cluster is deleted with its data.'],
    [
      lines('DeletionProtection: true'),
      '',
      'Cluster cannot be deleted because of its DeletionProtection, and stays with its data, outside of the stack.',
    ],
    [lines('SnapshotIdentifier: snap'), '', 'the new cluster holds what the snapshot snap holds, nothing newer, and '],
    [
      lines('DBClusterIdentifier: orders'),
      '',
      'it is to be created while Cluster still has the name orders, so that the update fails and is rolled back. Keep',
    ],
    [lines('DBClusterIdentifier: !Ref Name'), '', 'still has the name !Ref Name, '],
  ])('under another logical ID: %s%s', (properties, policy, words) => {
    const [said, ...others] = renamed(properties, policy);
    expect(others).toEqual([]);
    expect(said).toContain(
      'warning AUR330 The cluster Cluster is called Database now, and to CloudFormation that is another resource: ',
    );
    expect(said).toContain(words);
  });

  const named = (before: string, after: string) =>
    saidOfEdit(
      text('Cluster', lines(`DBClusterIdentifier: ${before}`)),
      text('Database', lines(`DBClusterIdentifier: ${after}`)),
    ).join();

  test.each([
    ['one', 'two'],
    ['!Ref One', '!Ref Two'],
    ['!Ref One', 'one'],
    ['one', '!Ref One'],
    ['""', '""'],
  ])('with another name of its own it can be created: %s, then %s', (before, after) => {
    expect(named(before, after)).toContain('the new cluster is empty, and Cluster is deleted');
  });

  test('the name in capitals is the same name', () => {
    expect(named('orders', 'Orders')).toContain('while Cluster still has the name Orders, so that the update fails');
  });

  test('of several clusters nobody knows which was renamed', () => {
    const clusters = (...ids: readonly string[]) =>
      `Resources:\n${ids.map((id) => `  ${id}:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql }\n`).join('')}`;
    const said = (before: string, after: string) =>
      saidOfEdit(before, after).map((one) => /AUR330 (.*?)[:,]/.exec(one)?.[1]);
    const isGone = (id: string) => `The cluster ${id} is no longer in the template`;
    expect(said(clusters('A', 'B'), clusters('C', 'D'))).toEqual([isGone('A'), isGone('B')]);
    expect(said(clusters('A', 'B'), clusters('C'))).toEqual([isGone('A'), isGone('B')]);
    expect(said(clusters('A'), clusters('C', 'D'))).toEqual([isGone('A')]);
    expect(said(clusters('A', 'B'), clusters('A', 'C'))).toEqual(['The cluster B is called C now']);
  });

  test('a macro may write it again', () => {
    const macro = (id: string) => `Transform: MyMacro\n${text(id)}`;
    expect(saidOfEdit(macro('Cluster'), macro('Database'))).toEqual([]);
  });

  test('for good: a warning when its data go with it', () => {
    const second = (policy: string) =>
      `  Second:\n    Type: AWS::RDS::DBCluster\n${policy}    Properties: { Engine: aurora-mysql }\n`;
    const said = (policy: string) => saidOfEdit(template('') + second(policy), template(''))[0];
    expect(said('')).toBe(
      'info AUR330 The cluster Second is no longer in the template: Second is deleted after a final snapshot (which is the default for clusters). To keep it, write it again, or deploy DeletionPolicy: Retain first.',
    );
    expect(said('    DeletionPolicy: Delete\n')).toMatch(/^warning AUR330 .* without a snapshot/);
    expect(saidOfEdit(template(''), template('') + second(''))).toEqual([]);
  });
});

describe('suppressions of AUR319', () => {
  const key = (name: string, comment = '') => template(lines(`DatabaseName: ${name}${comment}`));
  const comment = ' # aurora-ignore AUR319: the data were copied';

  test('silence the edit, and are not in the way before and after', () => {
    const rules = (earlier: string | undefined, later: string) => checkEdit(earlier, later).map(({ rule }) => rule);
    expect(rules(key('a'), key('b'))).toEqual(['AUR319']);
    expect(rules(key('a'), key('b', comment))).toEqual([]);
    expect(rules(key('b', comment), key('b', comment))).toEqual([]);
    expect(rules(undefined, key('b', comment))).toEqual([]);
  });
});

describe('AUR319: fixes put the value back', () => {
  const mended = (earlier: string, later: string) => {
    const [finding] = checkEdit(earlier, later);
    return finding?.fixes.map((fix) => [fix.title, applyEdits(later, fix.edits)]);
  };
  const name = (value: string) => template(lines(`DatabaseName: ${value} # kept`, 'Port: 3306'));
  const none = template(lines('Port: 3306'));

  test.each([
    ['a value', name('a'), name('b'), 'Put DatabaseName back to a', name('a')],
    ['a new one', none, name('b'), 'Take DatabaseName away', none],
    [
      'one that is gone',
      template(lines('Port: 3306', 'DatabaseName: a')),
      none,
      'Write DatabaseName again',
      template(lines('Port: 3306', 'DatabaseName: a')),
    ],
    [
      'a list',
      template(lines('AvailabilityZones: [us-east-1a, us-east-1b]')),
      template(lines('AvailabilityZones: [us-east-1a]')),
      undefined,
      undefined,
    ],
  ])('%s', (_, earlier, later, title, text) => {
    expect(mended(earlier, later)).toEqual(title === undefined ? [] : [[title, text]]);
  });
});
