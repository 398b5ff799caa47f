import { describe, expect, test } from 'vitest';
import { readTemplate } from '../design/readers/template.ts';
import { allChecked } from '../testing/all-checked.ts';
import { checkTemplate } from './check-template.ts';

interface Said {
  readonly path: string;
  readonly severity: string;
  readonly message: string;
}

/** What one rule says of a template with these resources. */
function said(id: string, resources: string, sections = ''): readonly Said[] {
  const template = readTemplate(`${sections}Resources:\n${resources}`);
  if (template === undefined) throw new Error(`no Aurora in\n${resources}`);
  return allChecked(checkTemplate(template))
    .filter(({ rule }) => rule === id)
    .map(({ path, severity, message }) => ({ path, severity, message }));
}

const cluster = (name: string, properties: string, condition = '') =>
  `  ${name}:\n    Type: AWS::RDS::DBCluster\n${condition}    Properties: { Engine: aurora-mysql, ${properties} }\n`;

const instance = (name: string, of: string, properties: string) =>
  `  ${name}:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: aurora-mysql, DBInstanceClass: db.r7g.large, DBClusterIdentifier: ${of}, ${properties} }\n`;

const stages = `Parameters: { Stage: { Type: String } }
Conditions:
  IsTest: !Equals [!Ref Stage, test]
  IsProd: !Equals [!Ref Stage, prod]
`;

/** More conditions than are told apart: what stands under them may be there or not. */
const names = Array.from({ length: 13 }, (_, index) => `C${index}`);
const many = {
  sections: `${stages}${names.map((name) => `  ${name}: !Equals [!Ref P${name}, "x"]\n`).join('')}`,
  used: cluster('Third', `VpcSecurityGroupIds: [${names.map((name) => `!If [${name}, a, b]`).join(', ')}]`),
};

describe('AUR004 compares the clusters of a template', () => {
  test.each([
    ['the same text', 'DBClusterIdentifier: shop', 'DBClusterIdentifier: shop', 'The identifier shop is'],
    ['in another case', 'DBClusterIdentifier: shop', 'DBClusterIdentifier: Shop', 'The identifier Shop is'],
    [
      'the same expression',
      'DBClusterIdentifier: !Ref "AWS::StackName"',
      'DBClusterIdentifier: !Ref "AWS::StackName"',
      'The same identifier is',
    ],
  ])('%s is one identifier', (_, one, other, words) => {
    const [finding, ...others] = said('AUR004', cluster('One', one) + cluster('Other', other));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ path: 'Resources.Other.Properties.DBClusterIdentifier', severity: 'error' });
    expect(finding?.message).toContain(`${words} given to One too`);
  });

  test.each([
    ['other texts', 'DBClusterIdentifier: shop', 'DBClusterIdentifier: store'],
    ['nothing', 'Port: 3306', 'Port: 3307'],
    ['expressions that may differ', 'DBClusterIdentifier: !Ref One', 'DBClusterIdentifier: !Ref Other'],
    ['a text and an expression', 'DBClusterIdentifier: shop', 'DBClusterIdentifier: !Ref "AWS::StackName"'],
  ])('%s are two', (_, one, other) => {
    expect(said('AUR004', cluster('One', one) + cluster('Other', other))).toEqual([]);
  });

  test('what excludes each other may share an identifier', () => {
    const one = cluster('One', 'DBClusterIdentifier: shop', '    Condition: IsTest\n');
    const other = (condition: string) => cluster('Other', 'DBClusterIdentifier: shop', condition);
    expect(said('AUR004', one + other('    Condition: IsProd\n'), stages)).toEqual([]);
    expect(said('AUR004', one + other(''), stages)).toMatchObject([{ severity: 'warning' }]);
  });

  test('nobody speaks of what may not be there', () => {
    const other = cluster('Other', 'DBClusterIdentifier: shop', '    Condition: C0\n');
    const one = cluster('One', 'DBClusterIdentifier: shop');
    expect(said('AUR004', one + other + many.used, many.sections)).toEqual([]);
    expect(said('AUR004', other + one + many.used, many.sections)).toEqual([]);
  });

  test('instances of two clusters share one name space', () => {
    const clusters = cluster('One', 'Port: 3306') + cluster('Other', 'Port: 3307');
    const named = (of: string) => instance(`InstanceOf${of}`, `!Ref ${of}`, 'DBInstanceIdentifier: shop-a');
    expect(said('AUR004', clusters + named('One') + named('Other'))).toMatchObject([
      { path: 'Resources.InstanceOfOther.Properties.DBInstanceIdentifier', severity: 'error' },
    ]);
  });

  test('instances of one cluster are said once', () => {
    const named = (name: string, id: string) => instance(name, '!Ref One', `DBInstanceIdentifier: ${id}`);
    const one = cluster('One', 'Port: 3306');
    expect(said('AUR004', one + named('A', 'shop-a') + named('B', 'shop-a')).length).toBe(1);
    expect(said('AUR004', one + named('A', '!Ref "AWS::StackName"') + named('B', '!Ref "AWS::StackName"')).length).toBe(
      1,
    );
  });
});

describe('AUR603 compares the clusters of a template', () => {
  const global = '  Global:\n    Type: AWS::RDS::GlobalCluster\n    Properties: { Engine: aurora-mysql }\n';
  const member = (name: string, of = '!Ref Global', more = '', condition = '') =>
    cluster(name, `GlobalClusterIdentifier: ${of}${more}`, condition);

  test.each([
    ['by Ref', global + member('One') + member('Other')],
    ['by name', member('One', 'shop') + member('Other', 'Shop')],
  ])('two of them are no members of one global database: %s', (_, resources) => {
    expect(said('AUR603', resources)).toMatchObject([
      { path: 'Resources.Other.Properties.GlobalClusterIdentifier', severity: 'error' },
    ]);
  });

  test.each([
    ['of other databases', member('One', 'shop') + member('Other', 'store')],
    ['of one that may be none', member('One', '!Ref Stage') + member('Other', '!Ref Stage')],
    ['restored', global + member('One') + member('Other', '!Ref Global', ', SnapshotIdentifier: before')],
    [
      'never together',
      global +
        member('One', '!Ref Global', '', '    Condition: IsTest\n') +
        member('Other', '!Ref Global', '', '    Condition: IsProd\n'),
    ],
    [
      'perhaps not there',
      global + member('One') + member('Other', '!Ref Global', '', '    Condition: C0\n') + many.used,
    ],
  ])('it is silent where they are %s', (_, resources) => {
    expect(said('AUR603', resources, many.sections)).toEqual([]);
  });
});
