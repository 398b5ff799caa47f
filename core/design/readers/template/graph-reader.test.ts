import { describe, expect, test } from 'vitest';
import { asJson, instance, template } from '../../../testing/template-texts.ts';
import { formatPath } from '../../path.ts';
import {
  type GraphValue,
  isAbsent,
  isGiven,
  itemsOf,
  numberOf,
  type ResourceGraph,
  textOf,
  truthOf,
  valueAt,
} from '../../resource-graph.ts';
import { readTemplate } from '../template.ts';

/** What is seen of a template in each of its cases. */
function seen<T>(text: string, look: (graph: ResourceGraph) => T): readonly T[] {
  return readTemplate(text)?.graphs.map((one) => one.look(look).value) ?? [];
}

/** A property of the cluster of a template without conditions. */
function property(text: string, ...keys: readonly string[]): GraphValue {
  const [value] = seen(text, ({ clusters }) => clusters[0]?.property(...keys));
  if (value === undefined) throw new Error(`no cluster in\n${text}`);
  return value;
}

const names = (resources: readonly { readonly logicalId: string }[] | undefined) =>
  resources?.map(({ logicalId }) => logicalId);

const parameters = `Parameters:
  Free: { Type: String }
  Empty: { Type: String, Default: "" }
  Filled: { Type: String, MinLength: 1 }
  Chosen: { Type: String, AllowedValues: [a, b] }
  Days: { Type: Number }
  Stored: { Type: "AWS::SSM::Parameter::Value<String>" }
  Name: { Type: String, Default: shop }
`;

describe.each([
  ['a text', 'shop', false, true],
  ['the empty text', '""', true, false],
  ['nothing', '!Ref AWS::NoValue', true, false],
  ['a Default', '!Ref Name', false, true],
  ['a parameter without Default', '!Ref Free', false, false],
  ['an empty Default', '!Ref Empty', false, false],
  ['a parameter that is not empty', '!Ref Filled', false, true],
  ['one of two texts', '!Ref Chosen', false, true],
  ['a number', '!Ref Days', false, true],
  ['a name in Parameter Store', '!Ref Stored', false, true],
  ['a resource', '!Ref Cluster', false, true],
  ['an attribute', '!GetAtt Cluster.Port', false, true],
  ['a pseudo-parameter', '!Ref AWS::Region', false, true],
  ['an import', '!ImportValue shared', false, true],
  ['a resolve reference', '"{{resolve:ssm:a}}"', false, true],
  ['a list', '[a]', false, true],
  ['a transform', '{ "Fn::Transform": { Name: Mine } }', false, false],
])('%s', (_, written, absent, given) => {
  const text = template(`      SnapshotIdentifier: ${written}\n`, { sections: parameters });

  test.each([text, asJson(text)])('is certainly there, certainly not, or neither', (form) => {
    const value = property(form, 'SnapshotIdentifier');
    expect([isAbsent(value), isGiven(value)]).toEqual([absent, given]);
    expect(formatPath(value.path)).toBe('Resources.Cluster.Properties.SnapshotIdentifier');
  });
});

test('a condition says in which cases a parameter is empty', () => {
  const text = template('      SnapshotIdentifier: !If [Is, !Ref Free, !Ref Free]\n', {
    sections: `${parameters}Conditions: { Is: !Not [!Equals [!Ref Free, ""]] }\n`,
  });
  const values = seen(text, ({ clusters }) => clusters[0]?.property('SnapshotIdentifier')).flatMap(
    (value) => value ?? [],
  );
  expect(values.map((value) => [isAbsent(value), isGiven(value)]).sort()).toEqual([
    [false, true],
    [true, false],
  ]);
});

test('what stands deeper is reached by its keys', () => {
  const text = template(
    '      MasterUserSecret: { KmsKeyId: a }\n      Tags: [{ Key: a, Value: "1" }]\n      DeletionProtection: "true"\n',
  );
  expect(textOf(property(text, 'MasterUserSecret', 'KmsKeyId'))).toBe('a');
  expect(property(text, 'MasterUserSecret', 'Other').kind).toBe('absent');
  expect(property(text, 'Other', 'KmsKeyId').kind).toBe('absent');
  const [tag] = itemsOf(property(text, 'Tags')) ?? [];
  expect(tag && numberOf(valueAt(tag, 'Value'))).toBe(1);
  expect(tag && formatPath(valueAt(tag, 'Value').path)).toBe('Resources.Cluster.Properties.Tags[0].Value');
  expect(truthOf(property(text, 'DeletionProtection'))).toBe(true);
});

test('what a macro or an include may add is not absent', () => {
  const included = template('      Fn::Transform: { Name: AWS::Include, Parameters: { Location: here } }\n');
  for (const text of [included, template('', { sections: 'Transform: Mine\n' })]) {
    expect(property(text, 'Port').kind).toBe('unknown');
    expect(property(text, 'MasterUserSecret', 'KmsKeyId').kind).toBe('unknown');
  }
  expect(
    property(template('      MasterUserSecret: { Fn::Transform: { Name: Mine } }\n'), 'MasterUserSecret', 'KmsKeyId')
      .kind,
  ).toBe('unknown');
});

test('attributes stand beside the properties', () => {
  const text = template('').replace('    Properties:', '    DeletionPolicy: Retain\n    Properties:');
  const [values] = seen(text, ({ clusters }) => [
    clusters[0]?.attribute('DeletionPolicy'),
    clusters[0]?.attribute('UpdateReplacePolicy'),
  ]);
  expect(values?.map((value) => value && [value.kind, formatPath(value.path)])).toEqual([
    ['scalar', 'Resources.Cluster.DeletionPolicy'],
    ['absent', 'Resources.Cluster.UpdateReplacePolicy'],
  ]);
});

test('a value is fixed when no condition and no parameter is part of it', () => {
  const fixed = (written: string) => {
    const sections = `${parameters}Conditions: { Is: !Equals [!Ref Free, a] }\n`;
    return seen(template(`      SnapshotIdentifier: ${written}\n`, { sections }), ({ clusters }) =>
      clusters[0]?.isFixed('SnapshotIdentifier'),
    )[0];
  };
  expect(['a', '!ImportValue a', `!Sub "\${AWS::StackName}-a"`].map(fixed)).toEqual([true, true, true]);
  expect(['!Ref Name', `!Sub "\${Name}-a"`, '!If [Is, a, b]'].map(fixed)).toEqual([false, false, false]);
  expect(seen(template(''), ({ clusters }) => clusters[0]?.isFixed('SnapshotIdentifier'))).toEqual([false]);
});

describe('resources', () => {
  const conditions = 'Parameters: { Stage: { Type: String } }\nConditions: { IsProd: !Equals [!Ref Stage, prod] }\n';

  test('exist in some cases', () => {
    const text = template('', { sections: conditions, resources: instance('A') + instance('B', '', 'IsProd') });
    expect(
      seen(text, ({ instances }) => names(instances)).toSorted((a, b) => (a?.length ?? 0) - (b?.length ?? 0)),
    ).toEqual([['A'], ['A', 'B']]);
  });

  test('may exist where there are too many conditions to tell', () => {
    const many = Array.from({ length: 13 }, (_, index) => `C${index}`);
    const sections = `Parameters: { Stage: { Type: String } }\nConditions:\n${many.map((name) => `  ${name}: !Equals [!Ref Stage, ${name}]\n`).join('')}`;
    const text = template('', { sections, resources: many.map((name) => instance(`I${name}`, '', name)).join('') });
    const [exists] = seen(text, ({ instances }) => instances.map((one) => one.exists));
    expect(new Set(exists)).toEqual(new Set([undefined]));
  });

  test('of other engines are not among those of Aurora', () => {
    const others = `  Plain:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: mysql }\n  Multi:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: mysql, DBClusterInstanceClass: db.m6gd.large }\n`;
    const text = template('', { resources: instance('A') + others });
    expect(seen(text, ({ clusters, instances }) => [names(clusters), names(instances)])).toEqual([
      [['Cluster'], ['A']],
    ]);
    expect(seen(text, (graph) => names(graph.ofType('AWS::RDS::DBInstance')))).toEqual([['A', 'Plain']]);
  });

  test('belong to Aurora by their engine, or by a cluster', () => {
    const alone = (properties: string) =>
      `Resources:\n  A:\n    Type: AWS::RDS::DBInstance # aurora-mysql\n    Properties: { ${properties} }\n`;
    expect(seen(alone('Engine: aurora-mysql'), ({ instances }) => names(instances))).toEqual([['A']]);
    expect(seen(alone('DBClusterIdentifier: !ImportValue cluster'), ({ instances }) => names(instances))).toEqual([
      ['A'],
    ]);
    expect(readTemplate(alone('Engine: mysql'))).toBeUndefined();
    expect(readTemplate(alone('AllocatedStorage: 10'))).toBeUndefined();
  });

  test('are found by what refers to them', () => {
    const text = template('', { resources: instance('A') });
    const [referred] = seen(text, (graph) =>
      graph.instances.map((one) => graph.referredTo(one.property('DBClusterIdentifier'))?.logicalId),
    );
    expect(referred).toEqual(['Cluster']);
  });

  test('name a cluster, none, or perhaps one', () => {
    const named = (identifier: string, own: string) => {
      const text = template(identifier, {
        sections: parameters,
        resources: instance('A').replace('!Ref Cluster', own),
      });
      return seen(text, (graph) =>
        graph.clusters.map((cluster) =>
          graph.names(
            graph.ofType('AWS::RDS::DBInstance')[0]?.property('DBClusterIdentifier') ?? expect.fail(),
            cluster,
          ),
        ),
      )[0]?.[0];
    };
    const shop = '      DBClusterIdentifier: shop\n';
    expect(named(shop, 'SHOP')).toBe(true);
    expect(named(shop, 'other')).toBe(false);
    expect(named('', 'shop')).toBe(false);
    expect(named(shop, '!Ref Free')).toBeUndefined();
    expect(named('      DBClusterIdentifier: !Ref Free\n', '!Ref Free')).toBe(true);
    expect(named(shop, '!GetAtt Cluster.DBClusterArn')).toBe(true);
    expect(named(shop, '!Ref A')).toBe(false);
    expect(named(shop, '!Ref AWS::NoValue')).toBe(false);
    expect(named(shop, '[shop]')).toBeUndefined();
  });

  test('come after what they depend on and refer to, also by others', () => {
    const text = template('', {
      resources: `${instance('A')}  B:\n    Type: AWS::SNS::Topic\n    DependsOn: [A]\n  C:\n    Type: AWS::SNS::Topic\n    Properties: { DisplayName: !Sub ["\${B.TopicName}-\${Own}-\${!Kept}", { Own: !GetAtt D.TopicName }] }\n  D:\n    Type: AWS::SNS::Topic\n    DependsOn: C\n`,
    });
    const [before] = seen(text, (graph) =>
      graph.ofType('AWS::SNS::Topic').map((one) => [...graph.createdBefore(one)].sort()),
    );
    expect(before).toEqual([
      ['A', 'Cluster'],
      ['A', 'B', 'C', 'Cluster', 'D'],
      ['A', 'B', 'C', 'Cluster', 'D'],
    ]);
  });
});
