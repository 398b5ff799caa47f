import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTemplate } from '../design/readers/template.ts';
import { asJson } from '../testing/template-texts.ts';
import { checkTemplate } from './check-template.ts';

/** A template with every kind of resource and function that is read. */
const rich = `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::LanguageExtensions
Parameters:
  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  Snapshot: { Type: String, Default: "" }
  Days: { Type: Number, Default: 40 }
Mappings:
  Classes: { dev: { Writer: db.t4g.medium }, prod: { Writer: db.r7g.large } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsRestored: !Not [!Equals [!Ref Snapshot, ""]]
  Both: !And [!Condition IsProd, !Not [!Condition IsRestored]]
Resources:
  SubnetA:
    Type: AWS::EC2::Subnet
    Properties: { AvailabilityZone: us-east-1a }
  SubnetB:
    Type: AWS::EC2::Subnet
    Properties: { AvailabilityZone: !Select [1, !GetAZs ""] }
  Subnets:
    Type: AWS::RDS::DBSubnetGroup
    Properties: { DBSubnetGroupDescription: shop, SubnetIds: [!Ref SubnetA, !Ref SubnetB] }
  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: { Family: aurora-mysql8.0, Description: shop, Parameters: { binlog_format: ROW } }
  Global:
    Type: AWS::RDS::GlobalCluster
    Condition: IsProd
    Properties: { GlobalClusterIdentifier: shop, Engine: aurora-mysql }
  Cluster:
    Type: AWS::RDS::DBCluster
    Metadata: { AuroraBlueprint: { ignore: { AUR301: as long as there is room } } }
    Properties:
      Engine: aurora-mysql
      EngineVersion: 8.0.mysql_aurora.3.10.0
      DBClusterIdentifier: !Sub "shop-\${Stage}"
      GlobalClusterIdentifier: !If [Both, !Ref Global, !Ref "AWS::NoValue"]
      SnapshotIdentifier: !If [IsRestored, !Ref Snapshot, !Ref "AWS::NoValue"]
      MasterUsername: !Join ["", ["{{resolve:secretsmanager:", !Ref Secret, ":SecretString:username}}"]]
      BackupRetentionPeriod: !Ref Days
      BacktrackWindow: 86400
      AvailabilityZones: [us-east-1a, us-east-1b, !If [IsProd, us-east-1c, !Ref "AWS::NoValue"]]
      DBSubnetGroupName: !Ref Subnets
      DBClusterParameterGroupName: !Ref Group
      AssociatedRoles: [{ FeatureName: Comprehend, RoleArn: !GetAtt Role.Arn }]
      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 300 }
      Tags: [{ Key: stage, Value: !Ref Stage }]
  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Cluster
      DBInstanceClass: !FindInMap [Classes, !Ref Stage, Writer]
      AvailabilityZone: !GetAtt SubnetA.AvailabilityZone
      PromotionTier: 16
  Fn::ForEach::Readers:
    - Name
    - [One, Two]
    - Reader\${Name}:
        Type: AWS::RDS::DBInstance
        DependsOn: Writer
        Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.serverless }
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: { ServiceNamespace: rds, ScalableDimension: "rds:cluster:ReadReplicaCount", ResourceId: !Sub "cluster:\${Cluster}", MinCapacity: 1, MaxCapacity: 20 }
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, PredefinedMetricSpecification: { PredefinedMetricType: RDSReaderAverageCPUUtilization } }
  Proxies:
    Type: AWS::RDS::DBProxyTargetGroup
    Properties: { DBProxyName: shop, TargetGroupName: default, DBClusterIdentifiers: [!Ref Cluster] }
  Reports:
    Type: AWS::RDS::DBClusterEndpoint
    Properties:
      CustomEndpointType: READER
      DBClusterEndpointIdentifier: reports
      DBClusterIdentifier: !Ref Cluster
      StaticMembers: [!Ref Writer, shop-reader]
  Copy:
    Type: AWS::RDS::Integration
    Properties: { SourceArn: !GetAtt Cluster.DBClusterArn, TargetArn: "arn:aws:redshift:us-east-1:123456789012:namespace:n" }
`;

/** What stands where a value was: functions with what they take, and without. */
const replacements = [
  '!Ref Stage',
  '!Ref "AWS::NoValue"',
  '!Ref',
  '!Ref [a]',
  '!If [IsProd, 1, [2]]',
  '!If [IsProd]',
  '!If [Nowhere, {}, ""]',
  `!Sub "\${Cluster.Arn}-\${Stage}"`,
  '!Sub []',
  `!Sub ["\${Own}", { Own: !Ref Days }]`,
  '!Join ["-"]',
  '!Join [",", !Ref Days]',
  '!Select [99, [a]]',
  '!Select [-1, !Split [",", "a,b"]]',
  '!GetAtt Cluster',
  '!GetAtt [SubnetB, AvailabilityZone]',
  '!FindInMap [Classes, dev, Writer, { DefaultValue: x }]',
  '!FindInMap [Classes]',
  '!Cidr [10.0.0.0/16, 4, 8]',
  '{ "Fn::Transform": { Name: "AWS::Include" } }',
  '{ "Fn::Length": !Ref Stage }',
  '{ "Fn::ToJsonString": { a: b } }',
  `{ "Fn::ForEach::X": [Y, [a, b], { "\${Y}": !Ref Y }] }`,
  '{ "Fn::ForEach::X": [] }',
  '!Unheard [of]',
  '[]',
  '{}',
  '""',
  'null',
  '-1',
  '1e999',
  '0x1F',
  '.nan',
  '2026-11-23',
  '&a [*a]',
  '*b',
  '"{{resolve:ssm:x}}"',
  '{{ markup }}',
  '"\\0"',
  'aurora-postgresql',
  'true',
];

const lines = fc.nat({ max: rich.split('\n').length - 2 });
const change = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: lines }),
  fc.record({ kind: fc.constant('repeat' as const), at: lines }),
  fc.record({ kind: fc.constant('swap' as const), at: lines, with: lines }),
  fc.record({ kind: fc.constant('indent' as const), at: lines, by: fc.constantFrom('  ', '\t', ' ') }),
  fc.record({ kind: fc.constant('replace' as const), at: lines, value: fc.constantFrom(...replacements) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: lines,
    text: fc.constantFrom('    <<: *a', '---', '# x', '%TAG', '}', '  ? [a]', '{% if x %}'),
  }),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, changes: readonly Change[]): string {
  return changes
    .reduce((rows: readonly string[], one) => {
      const row = rows[one.at] ?? '';
      const put = (...instead: readonly string[]) => rows.toSpliced(one.at, 1, ...instead);
      if (one.kind === 'cut') return put();
      if (one.kind === 'repeat') return put(row, row);
      if (one.kind === 'indent') return put(one.by + row);
      if (one.kind === 'insert') return put(row, one.text);
      if (one.kind === 'replace') return put(row.replace(/: .*$/, () => `: ${one.value}`));
      return put(rows[one.with] ?? '').with(Math.min(one.with, rows.length - 1), row);
    }, text.split('\n'))
    .join('\n');
}

/** Whatever is found stands in the text, and so does what fixes would change; no rule gives up. */
function isSound(text: string): void {
  const template = readTemplate(text);
  if (template === undefined) return;
  for (const { rule, range, fixes } of checkTemplate(template, { profile: 'production' })) {
    expect(rule).not.toBe('AUR000');
    for (const { start, end } of [range, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))]) {
      expect([start >= 0, start <= end, end <= text.length]).toEqual([true, true, true]);
    }
  }
}

test('the template is read to the end, and has findings of designs and of resources', () => {
  const template = readTemplate(rich);
  expect(template?.syntax.isOpen).toBe(false);
  const rules = new Set(checkTemplate(template ?? expect.fail()).map(({ rule }) => rule));
  expect([...rules]).toEqual(expect.arrayContaining(['AUR110', 'AUR702']));
});

test('whatever is cut, repeated, swapped, indented or put in place of a value, findings stay inside the text', () => {
  const forms = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => `\ufeff${text}`,
    (text: string) => text.replaceAll('  ', '\t'),
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), forms, (changes, form) => {
      isSound(form(changed(rich, changes)));
    }),
    { numRuns: 150 },
  );
});

test('the same for a template in JSON of which a part is lost', () => {
  const json = asJson(rich);
  const index = fc.nat({ max: json.length });
  fc.assert(
    fc.property(index, fc.nat({ max: 40 }), fc.constantFrom('', '{', ']', ',', '"', '1', 'null'), (at, length, put) => {
      isSound(json.slice(0, at) + put + json.slice(at + length));
    }),
    { numRuns: 60 },
  );
});

test('whatever the parameters are given, findings stay inside the text', () => {
  const values = fc.record({
    Stage: fc.oneof(fc.constantFrom('dev', 'prod', ''), fc.string()),
    Snapshot: fc.string(),
    Days: fc.oneof(fc.integer().map(String), fc.string()),
  });
  fc.assert(
    fc.property(values, (given) => {
      const template = readTemplate(rich, new Map(Object.entries(given)));
      const findings = checkTemplate(template ?? expect.fail());
      expect(findings.every(({ rule, range }) => rule !== 'AUR000' && range.end <= rich.length)).toBe(true);
    }),
    { numRuns: 50 },
  );
});
