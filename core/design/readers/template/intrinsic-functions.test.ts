import { describe, expect, test } from 'vitest';
import { asJson, instance, template } from '../../../testing/template-texts.ts';
import { certainlyEqual, known, type Value } from '../../node.ts';
import { readTemplate } from '../template.ts';

function primaryOf(text: string) {
  const [only, ...others] = readTemplate(text)?.clusters.flatMap(({ designs }) => designs) ?? [];
  if (only === undefined || others.length > 0) throw new Error(`expected one design in\n${text}`);
  return only.design.primary;
}

/** What a property of text comes to, in YAML and in JSON. */
function read(expression: string, sections = ''): Value<string> {
  const text = template(`      DBClusterIdentifier: ${expression}\n`, { sections });
  const [yaml, json] = [text, asJson(text)].map((form) => primaryOf(form).clusterIdentifier);
  if (yaml === undefined || json === undefined) throw new Error('two forms give two values');
  expect(known(json)).toEqual(known(yaml));
  return yaml;
}

describe('a resolve reference is filled in at deployment, however it is put together', () => {
  const sections = 'Parameters: { Path: { Type: String, Default: /shop/name } }\n';
  test.each([
    ['in Sub', "!Sub '{{resolve:ssm:/shop/name}}'"],
    ['in Sub with a parameter', `!Sub '{{resolve:ssm:\${Path}:1}}'`],
    ['in Join', "!Join ['', ['{{resolve:ssm:', !Ref Path, '}}']]"],
    ['behind a text', "!Sub 'shop-{{resolve:ssm:/shop/name}}'"],
  ])('%s', (_, expression) => {
    expect(read(expression, sections).presence).toBe('unknown');
  });
});

test('Length counts a list that is known', () => {
  expect(known(read("!Join ['-', [db, { 'Fn::Length': [a, b, c] }]]"))).toBe('db-3');
  expect(read("!Join ['-', [db, { 'Fn::Length': !Ref Names }]]").presence).toBe('unknown');
});

test('a parameter that can have one value has it, whatever its Default is', () => {
  const value = (parameter: string) => known(read('!Ref Name', `Parameters: { Name: ${parameter} }\n`));
  expect(value('{ Type: String, AllowedValues: [shop] }')).toBe('shop');
  expect(value('{ Type: String, AllowedValues: [shop, store] }')).toBeUndefined();
  expect(value('{ Type: String, AllowedValues: [""] }')).toBeUndefined();
  expect(value('{ Type: CommaDelimitedList, AllowedValues: [shop] }')).toBeUndefined();
  expect(value('{ Type: "AWS::SSM::Parameter::Value<String>", AllowedValues: [/shop/name] }')).toBeUndefined();
});

test('If in If leaves out what comes to nothing, in lists and in mappings', () => {
  const sections = `Parameters: { A: { Type: String }, B: { Type: String } }
Conditions:
  IsA: !Equals [!Ref A, "1"]
  IsB: !Equals [!Ref B, "1"]
`;
  const nothing = '!Ref "AWS::NoValue"';
  const text = template(
    `      EnableCloudwatchLogsExports: [error, !If [IsA, !If [IsB, audit, ${nothing}], slowquery]]
      ServerlessV2ScalingConfiguration: !If [IsA, { MinCapacity: 1, MaxCapacity: !If [IsB, 8, ${nothing}] }, ${nothing}]
`,
    { sections },
  );
  const designs = readTemplate(text)?.clusters.flatMap((cluster) => cluster.designs) ?? [];
  const read = designs.map(({ outcomes, design: { primary } }) => {
    const { enableCloudwatchLogsExports: logs, serverlessV2ScalingConfiguration: capacity } = primary;
    const how = ['IsA', 'IsB'].map((name) => outcomes.get(name));
    return [...how, logs.items.map(known).join(), capacity.presence, known(capacity.maxCapacity)];
  });
  expect(read.sort()).toEqual([
    [false, false, 'error,slowquery', 'absent', undefined],
    [false, true, 'error,slowquery', 'absent', undefined],
    [true, false, 'error', 'known', undefined],
    [true, true, 'error,audit', 'known', 8],
  ]);
});

test('a text around a value alone is that value', () => {
  const [sub, joined, ref, other] = [
    `!Sub "\${AWS::StackName}"`,
    '!Join ["-", [!Ref "AWS::StackName"]]',
    '!Ref "AWS::StackName"',
    `!Sub "\${AWS::StackName}-db"`,
  ].map((expression) => read(expression));
  if (sub === undefined || joined === undefined || ref === undefined || other === undefined) throw new Error('four');
  expect([certainlyEqual(sub, ref), certainlyEqual(joined, ref), certainlyEqual(other, ref)]).toEqual([
    true,
    true,
    false,
  ]);
});

describe('an instance belongs to the cluster that its text names', () => {
  const belongs = (identifier: string) => {
    const resources = instance('A').replace('!Ref Cluster', identifier);
    return primaryOf(template('', { resources })).instances;
  };

  test.each([
    ['alone', `!Sub "\${Cluster}"`],
    ['in an ARN', `!Sub "arn:aws:rds:us-east-1:123456789012:cluster:\${Cluster}"`],
    ['in an ARN that is put together', '!Join [":", [arn, aws, rds, !Ref "AWS::Region", cluster, !Ref Cluster]]'],
  ])('%s', (_, identifier) => {
    expect(belongs(identifier).items.length).toBe(1);
  });

  test.each([
    ['with something behind it', `!Sub "\${Cluster}-replica"`],
    ['with something before it', `!Sub "copy-of-\${Cluster}"`],
    ['behind another value', `!Sub "\${AWS::StackName}\${Cluster}"`],
  ])('and may belong to another one %s', (_, identifier) => {
    expect(belongs(identifier).presence).toBe('unknown');
  });
});

describe('the AZ of an instance', () => {
  const subnet = (name: string, zone: string) =>
    `  ${name}:\n    Type: AWS::EC2::Subnet\n    Properties: { AvailabilityZone: ${zone} }\n`;
  const zonesOf = (one: string, other: string, subnets = '') => {
    const zone = (name: string) => `      AvailabilityZone: ${name}\n`;
    const resources = instance('A', zone(one)) + instance('B', zone(other)) + subnets;
    const [a, b] = primaryOf(template('', { resources })).instances.items.map((item) => item.availabilityZone);
    if (a === undefined || b === undefined) throw new Error('expected two instances');
    return [a, b] as const;
  };

  test('is that of the subnet that it asks', () => {
    const [a, b] = zonesOf(
      '!GetAtt Left.AvailabilityZone',
      `!Sub "\${Right.AvailabilityZone}"`,
      [subnet('Left', 'eu-west-1a'), subnet('Right', 'eu-west-1b')].join(''),
    );
    expect([known(a), known(b)]).toEqual(['eu-west-1a', 'eu-west-1b']);
  });

  test.each([
    [
      'of the stack, by an empty text and by name',
      '!Select [0, !GetAZs ""]',
      '!Select [0, !GetAZs { Ref: "AWS::Region" }]',
      true,
    ],
    [
      'of the stack, by nothing and in the long form',
      '!Select [1, !GetAZs ]',
      '!Select ["1", { "Fn::GetAZs": "" }]',
      true,
    ],
    ['at two places', '!Select [0, !GetAZs ""]', '!Select [1, !GetAZs ""]', false],
    ['of another Region', '!Select [0, !GetAZs ""]', '!Select [0, !GetAZs us-east-1]', false],
    ['of a subnet that asks for the same', '!Select [0, !GetAZs ""]', '!GetAtt Subnet.AvailabilityZone', true],
    ['of a subnet that is not here', '!GetAtt One.AvailabilityZone', '!GetAtt Other.AvailabilityZone', false],
  ])('is certainly the same or not: %s', (_, one, other, isEqual) => {
    const zones = zonesOf(one, other, subnet('Subnet', '!Select [0, !GetAZs ""]'));
    expect(certainlyEqual(...zones)).toBe(isEqual);
  });

  test('is not known of a subnet that leaves it to AWS, nor from another attribute', () => {
    const subnets = '  Subnet:\n    Type: AWS::EC2::Subnet\n    Properties: { CidrBlock: 10.0.0.0/24 }\n';
    const zones = zonesOf('!GetAtt Subnet.AvailabilityZone', '!GetAtt Subnet.CidrBlock', subnets);
    expect(zones.map(({ presence }) => presence)).toEqual(['unknown', 'unknown']);
  });
});
