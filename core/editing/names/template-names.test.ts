import { describe, expect, test } from 'vitest';
import { readTemplate } from '../../design/readers/template.ts';
import { markMentions, readMarkedMentions } from '../../testing/marked-mentions.ts';
import { type NameAt, NameIndex } from './name.ts';
import { templateNames } from './template-names.ts';

function nameAt(marked: string): { readonly text: string; readonly found: NameAt | undefined } {
  const { text, cursor } = readMarkedMentions(marked);
  const template = readTemplate(text);
  const index = template === undefined ? new NameIndex([]) : templateNames(template);
  return { text, found: index.at(cursor) };
}

/** The name under the cursor, marked wherever it is written. */
function markedName(marked: string): string {
  const { text, found } = nameAt(marked);
  return markMentions(text, found?.name.mentions ?? []);
}

const withoutCursor = (marked: string) => marked.replace('$0', '');

const cluster = `Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
`;

test('a parameter, wherever a function takes it', () => {
  const marked = `Parameters:
  «Na$0me»: { Type: String }
Rules:
  Sound: { Assertions: [{ Assert: !Not [!Equals [!Ref ‹Name›, ""]] }] }
Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups: [{ Parameters: [‹Name›, Other] }]
    ParameterLabels: { ‹Name›: { default: Name } }
Conditions:
  Named: { "Fn::Not": [{ "Fn::Equals": [{ Ref: ‹Name› }, ""] }] }
${cluster}      DBClusterIdentifier: !Ref "‹Name›"
      DatabaseName: !Sub "db-\${‹Name›}-\${!Name}-\${AWS::Region}"
      MasterUsername: { "Fn::Sub": ["\${‹Name›}\${Own}\${ ‹Name› }", { Own: !Ref ‹Name› }] }
      Tags:
        - { Key: a, Value: !Join ["-", [!Ref '‹Name›', Name]] }
      KmsKeyId: !Sub |
        Name
        \${‹Name›}
Outputs:
  Name: { Value: !If [Named, !Ref ‹Name›, !Select [0, [!Ref ‹Name›]]] }
`;
  expect(markedName(marked)).toBe(withoutCursor(marked));
  expect(nameAt(marked).found?.name.kind).toBe('parameter');
});

test('a resource: references, attributes, dependencies, in both forms', () => {
  const marked = `Resources:
  «Clus$0ter»:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql }
  A:
    Type: AWS::RDS::DBInstance
    DependsOn: ‹Cluster›
    Properties:
      DBClusterIdentifier: !Ref ‹Cluster›
  B:
    Type: AWS::RDS::DBInstance
    DependsOn: [A, "‹Cluster›"]
    Properties:
      DBClusterIdentifier: { Ref: ‹Cluster› }
Outputs:
  Writer: { Value: !GetAtt ‹Cluster›.Endpoint.Address }
  Reader: { Value: !GetAtt [‹Cluster›, ReadEndpoint.Address] }
  Long: { Value: { "Fn::GetAtt": ["‹Cluster›", Endpoint.Port] } }
  Longer: { Value: { "Fn::GetAtt": "‹Cluster›.Endpoint.Port" } }
  Text: { Value: !Sub "jdbc:\${‹Cluster›.Endpoint.Address}/\${‹Cluster›}/\${Clusters}" }
  Cluster: { Value: Cluster }
`;
  expect(markedName(marked)).toBe(withoutCursor(marked));
  expect(nameAt(marked).found?.name.kind).toBe('resource');
});

describe.each([
  [
    'a condition',
    'condition',
    `Conditions:
  «IsP$0rod»: !Equals [a, b]
  Both: !And [!Condition ‹IsProd›, { Condition: ‹IsProd› }]
${cluster}      Port: !If [‹IsProd›, 3306, 3307]
      StorageType: { "Fn::If": ["‹IsProd›", a, !If [‹IsProd›, b, c]] }
  A:
    Type: AWS::RDS::DBInstance
    Condition: ‹IsProd›
    Properties: { Condition: { IsProd: IsProd } }
Outputs:
  A: { Condition: ‹IsProd›, Value: IsProd }
`,
  ],
  [
    'a mapping',
    'mapping',
    `Mappings:
  «Cla$0sses»:
    prod: { class: db.r7g.large }
${cluster}      StorageType: !FindInMap [‹Classes›, prod, class]
      Port: { "Fn::FindInMap": [‹Classes›, !Ref AWS::Region, class] }
`,
  ],
  [
    'a first key of a mapping',
    'mappingKey',
    `Mappings:
  Other: { prod: { a: 1 } }
  Classes:
    «pr$0od»: { class: a }
    dev: { class: b }
${cluster}      StorageType: !FindInMap [Classes, ‹prod›, class]
      Port: !FindInMap [Other, prod, a]
`,
  ],
  [
    'a second key of a mapping, declared below each first one',
    'mappingKey',
    `Mappings:
  Classes:
    prod: { «class»: a }
    dev: { «class»: b }
${cluster}      StorageType: !FindInMap [Classes, prod, ‹cla$0ss›]
`,
  ],
  [
    'a variable of Fn::Sub, which hides a parameter',
    'substitution',
    `Parameters: { Name: { Type: String } }
${cluster}      DatabaseName: !Sub ["\${‹Na$0me›}-\${‹Name›}", { «Name»: !Ref Name }]
      MasterUsername: !Sub "\${Name}"
`,
  ],
  [
    'a variable of a loop',
    'loopVariable',
    `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Instances:
    - «Na$0me»
    - [A, B]
    - Instance\${‹Name›}:
        Type: AWS::RDS::DBInstance
        Properties:
          DBInstanceIdentifier: !Sub "x-\${‹Name›}"
          AvailabilityZone: !Ref ‹Name›
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, DatabaseName: "\${Name}" }
`,
  ],
  [
    'an instance by its identifier, in the metadata too',
    'instance',
    `Metadata:
  AuroraBlueprint:
    primary: { endpoints: [{ id: reports, staticMembers: [‹orders-a›] }] }
    scenarios: [{ name: x, events: [{ at: 1m, crash: ‹orders-a› }] }]
${cluster}  A:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: «ord$0ers-a» }
  Reports:
    Type: AWS::RDS::DBClusterEndpoint
    Properties: { StaticMembers: [‹orders-a›], ExcludedMembers: [‹ORDERS-A›, orders-b] }
`,
  ],
  [
    'a cluster by its identifier',
    'cluster',
    `${cluster}      DBClusterIdentifier: «ord$0ers»
  A: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: ‹Orders› } }
  Reports: { Type: AWS::RDS::DBClusterEndpoint, Properties: { DBClusterIdentifier: ‹orders› } }
  Copy: { Type: AWS::RDS::DBCluster, Properties: { SourceDBClusterIdentifier: "arn:aws:rds:us-east-1:123456789012:cluster:‹orders›" } }
  Proxy: { Type: AWS::RDS::DBProxyTargetGroup, Properties: { DBClusterIdentifiers: [‹orders›] } }
  Scaling: { Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: { ResourceId: 'cluster:‹orders›' } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: orders } }
`,
  ],
  [
    'a global database by its identifier',
    'globalDatabase',
    `${cluster}      GlobalClusterIdentifier: ‹orders›
  Global: { Type: AWS::RDS::GlobalCluster, Properties: { GlobalClusterIdentifier: «ord$0ers» } }
`,
  ],
  [
    'a scenario in the metadata',
    'scenario',
    `Metadata: { AuroraBlueprint: { scenarios: [{ name: «lose an $0AZ», events: [] }] } }\n${cluster}`,
  ],
  [
    'an AZ',
    'availabilityZone',
    `${cluster}      AvailabilityZones: [‹us-ea$0st-1a›, us-east-1b]
  A: { Type: AWS::RDS::DBInstance, Properties: { AvailabilityZone: ‹us-east-1a› } }
`,
  ],
])('%s', (_, kind, marked) => {
  test('is known wherever it is written', () => {
    expect(markedName(marked)).toBe(withoutCursor(marked));
    expect(nameAt(marked).found?.name.kind).toBe(kind);
  });
});

test('JSON', () => {
  const marked = `{
  "Parameters": { "«Na$0me»": { "Type": "String" } },
  "Resources": {
    "Cluster": {
      "Type": "AWS::RDS::DBCluster",
      "Properties": { "Engine": "aurora-mysql", "DatabaseName": { "Fn::Sub": "\${‹Name›}-\${AWS::Region}" }, "Port": { "Ref": "‹Name›" } }
    }
  }
}
`;
  expect(markedName(marked)).toBe(withoutCursor(marked));
});

test.each([
  ['a pseudo parameter', `${cluster}      DatabaseName: !Ref AWS::Reg$0ion\n`],
  ['what nothing declares', `${cluster}      DatabaseName: !Ref Na$0me\n`],
  ['a literal', `${cluster}      DatabaseName: Clus$0ter\n`],
  ['a literal of Fn::Sub', `${cluster}      DatabaseName: !Sub "\${!Clus$0ter}"\n`],
])('no name on %s', (_, marked) => expect(nameAt(marked).found).toBeUndefined());
