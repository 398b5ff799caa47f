import { describe, expect, test } from 'vitest';
import { saidOfEdit } from '../../testing/edits.ts';
import { template } from '../../testing/template-texts.ts';

/** Lines of Properties. */
const lines = (...properties: readonly string[]) => properties.map((property) => `      ${property}\n`).join('');

/** What is said when the properties of the cluster change. */
const edit = (earlier: string, later: string, more: Parameters<typeof template>[1] = {}) =>
  saidOfEdit(template(earlier, more), template(later, more));

describe('AUR311, AUR319: values that are not known', () => {
  const sections =
    'Parameters: { Key: { Type: String }, Other: { Type: String }, Arn: { Type: String, AllowedPattern: .+ } }\n';

  test('equal expressions are equal', () => {
    expect(edit(lines('KmsKeyId: !Ref Key'), lines('KmsKeyId: { Ref: Key }'), { sections })).toEqual([]);
    expect(edit(lines('KmsKeyId: !GetAtt K.Arn'), lines('KmsKeyId: { "Fn::GetAtt": [K, Arn] }'))).toEqual([]);
  });

  test('another expression may give another value', () => {
    expect(edit(lines('KmsKeyId: !Ref Key'), lines('KmsKeyId: !Ref Other'), { sections })[0]).toMatch(
      /^info AUR319 KmsKeyId is given by !Ref Other now, and was given by !Ref Key\. If its value is another one, CloudFormation replaces the cluster Cluster\./,
    );
    expect(edit(lines('KmsKeyId: alias/a'), lines('KmsKeyId: !Ref Key'), { sections })[0]).toMatch(
      /^info .* was given by alias\/a\./,
    );
    expect(edit('', lines('KmsKeyId: !Ref Key'), { sections })[0]).toMatch(
      /^info .*new \(!Ref Key\)\. Unless it is empty, /,
    );
    expect(edit(lines('KmsKeyId: !Ref Key'), '', { sections })[0]).toMatch(
      /^info .*taken away\. Unless it was empty, /,
    );
    expect(
      edit(lines('SnapshotIdentifier: !Ref Key'), lines('SnapshotIdentifier: !Ref Other'), { sections })[0],
    ).toMatch(/^info AUR311 /);
  });

  test('another resource is another value', () => {
    const key = (name: string) => `  ${name}:\n    Type: AWS::KMS::Key\n`;
    const text = (name: string) => template(lines(`KmsKeyId: !Ref ${name}`), { resources: key('One') + key('Two') });
    expect(saidOfEdit(text('One'), text('Two'))[0]).toMatch(
      /^warning AUR319 KmsKeyId changes from !Ref One to !Ref Two: /,
    );
    expect(saidOfEdit(text('One'), text('One').replace('!Ref One', '!GetAtt One.Arn'))[0]).toMatch(
      /^info .* is given by !GetAtt One.Arn now/,
    );
  });

  test('another Default alone changes nothing: the stack keeps its parameters', () => {
    const text = (value: string, name = 'Key') =>
      template(lines(`KmsKeyId: !Ref ${name}`), { sections: `Parameters: { ${name}: { Type: String${value} } }\n` });
    expect(saidOfEdit(text(', Default: a'), text(', Default: b'))).toEqual([]);
    expect(saidOfEdit(text(''), text(', Default: b'))).toEqual([]);
    expect(saidOfEdit(text(', Default: a'), text(''))).toEqual([]);
    expect(saidOfEdit(text(', Default: a'), text(', Default: b', 'New'))[0]).toContain(
      'The value is the Default of the parameter New.',
    );
    expect(saidOfEdit(template(lines('KmsKeyId: a')), text(', Default: a'))).toEqual([]);
  });

  test('given parameters are values', () => {
    const text = (name: string) => template(lines(`KmsKeyId: !Ref ${name}`), { sections });
    const parameters = (key: string, other: string) =>
      new Map([
        ['Key', key],
        ['Other', other],
      ]);
    expect(saidOfEdit(text('Key'), text('Other'), parameters('a', 'a'))).toEqual([]);
    expect(saidOfEdit(text('Key'), text('Other'), parameters('a', 'b'))[0]).toContain('KmsKeyId changes from a to b: ');
  });

  test('a mapping that changes is a change', () => {
    const text = (value: string) =>
      template(lines('KmsKeyId: !FindInMap [Keys, prod, id]'), {
        sections: `Mappings: { Keys: { prod: { id: ${value} } } }\n`,
      });
    expect(saidOfEdit(text('a'), text('b'))[0]).toContain('KmsKeyId changes from a to b: ');
  });

  test('what a macro may add is not missing', () => {
    const sections = 'Transform: [MyMacro]\n';
    expect(edit(lines('KmsKeyId: a'), '', { sections })).toEqual([]);
    expect(edit('', lines('KmsKeyId: a'), { sections })).toEqual([]);
  });
});

describe('AUR311, AUR319: conditions', () => {
  const sections = `Parameters:
  Stage: { Type: String }
  Snapshot: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  HasSnapshot: !Not [!Equals [!Ref Snapshot, ""]]
`;

  test('a change in some cases names them', () => {
    expect(edit(lines('KmsKeyId: a'), lines('KmsKeyId: !If [IsProd, b, a]'), { sections })[0]).toMatch(
      /This is so when IsProd is true\.$/,
    );
    expect(
      edit(lines('KmsKeyId: !If [IsProd, a, b]'), lines('KmsKeyId: !If [IsProd, b, a]'), { sections }),
    ).toHaveLength(2);
    expect(edit(lines('KmsKeyId: !If [IsProd, a, b]'), lines('KmsKeyId: !If [IsProd, a, b]'), { sections })).toEqual(
      [],
    );
  });

  test('a snapshot that is given in one case replaces in that case', () => {
    const snapshot = lines('SnapshotIdentifier: !If [HasSnapshot, !Ref Snapshot, !Ref AWS::NoValue]');
    const [said, ...others] = edit('', snapshot, { sections });
    expect(others).toEqual([]);
    expect(said).toContain('warning AUR311 SnapshotIdentifier is new (!Ref Snapshot): ');
    expect(said).toContain(
      'Take SnapshotIdentifier away again, and restore into a cluster beside this one. This is so when HasSnapshot is true.',
    );
  });

  test('a condition that changes may turn out either way', () => {
    const text = (stage: string) =>
      template(lines('KmsKeyId: !If [IsProd, a, b]'), { sections: sections.replace('Stage, prod', `Stage, ${stage}`) });
    expect(saidOfEdit(text('prod'), text('live')).every((said) => said.includes('This is so when IsProd'))).toBe(true);
    expect(saidOfEdit(text('prod'), text('live'))).toHaveLength(2);
    expect(saidOfEdit(text('prod'), text('live')).join()).toContain('IsProd (as it was) is true');
  });

  test('a condition that rests on a condition that changes is not the same', () => {
    const nested = (stage: string) =>
      template(lines('KmsKeyId: !If [Outer, a, b]'), {
        sections: `Parameters: { Stage: { Type: String } }\nConditions: { Outer: !Not [!Condition Inner], Inner: !Equals [!Ref Stage, ${stage}] }\n`,
      });
    expect(saidOfEdit(nested('prod'), nested('live')).length).toBeGreaterThan(0);
    expect(saidOfEdit(nested('prod'), nested('prod'))).toEqual([]);
  });

  test('more conditions than are told apart leave what stands under them unknown', () => {
    const names = Array.from({ length: 13 }, (_, index) => `C${index}`);
    const many = `Parameters: { P: { Type: String } }\nConditions: { ${names.map((name, index) => `${name}: !Equals [!Ref P, "${index}"]`).join(', ')} }\n`;
    const tags = lines(
      `Tags: [${names.map((name) => `!If [${name}, { Key: a, Value: b }, { Key: a, Value: c }]`).join(', ')}]`,
    );
    const text = (key: string) => template(tags + lines(`KmsKeyId: ${key}`), { sections: many });
    expect(saidOfEdit(text('!If [C0, a, b]'), text('!If [C0, a, b]'))).toEqual([]);
    expect(saidOfEdit(text('a'), text('b'))[0]).toMatch(/^warning AUR319 KmsKeyId changes from a to b: /);
    expect(saidOfEdit(text('!If [C0, a, b]'), text('!If [C0, b, a]'))[0]).toMatch(
      /^info AUR319 KmsKeyId is given by an expression now/,
    );
  });

  test('many conditions that all change come to an end', () => {
    const names = Array.from({ length: 12 }, (_, index) => `C${index}`);
    const conditions = (value: string) =>
      `Parameters: { ${names.map((name) => `P${name}: { Type: String }`).join(', ')} }\nConditions: { ${names.map((name) => `${name}: !Equals [!Ref P${name}, ${value}]`).join(', ')} }\n`;
    const tags = lines(
      `Tags: [${names.map((name) => `!If [${name}, { Key: a, Value: b }, { Key: a, Value: c }]`).join(', ')}]`,
    );
    const text = (key: string, value: string) =>
      template(tags + lines(`KmsKeyId: ${key}`), { sections: conditions(value) });
    expect(saidOfEdit(text('a', 'x'), text('b', 'x'))).toHaveLength(1);
    expect(saidOfEdit(text('a', 'x'), text('b', 'y'))).toHaveLength(1);
  });
});
