import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkBlueprint } from '../../rules/check-blueprint.ts';
import { checkTemplate } from '../../rules/check-template.ts';
import { designRulePages } from '../../rules/design-rule-pages.ts';
import { anyContent } from '../../testing/arbitrary-content.ts';
import { exampleBlueprints } from '../../testing/examples.ts';
import { type Content, contentOf } from '../content/design-content.ts';
import { leaveOutDefaults } from '../content/leave-out-defaults.ts';
import type { Design } from '../design.ts';
import { importTexts } from '../import/import-texts.ts';
import { readBlueprint } from '../readers/blueprint.ts';
import { readTemplate } from '../readers/template.ts';
import { type ExportedTemplate, exportCloudFormation } from './cloudformation.ts';
import { newBlueprint } from './new-blueprint.ts';

function designOf(text: string): Design {
  const [document] = readBlueprint(text).documents;
  if (document === undefined) throw new Error(`no design in\n${text}`);
  return document.design;
}

/** The only template of a blueprint. */
function templateOf(text: string): ExportedTemplate {
  const [only, ...others] = exportCloudFormation(designOf(text)).templates;
  if (only === undefined || others.length > 0) throw new Error(`expected one template of\n${text}`);
  return only;
}

/** The design that the templates of a design give when they are read together. */
function readBack(design: Design): Content {
  const { templates } = exportCloudFormation(design);
  const { blueprints } = importTexts(templates.map(({ text }) => text));
  const texts = blueprints.map(({ text }) => text);
  expect(texts).toHaveLength(1);
  expect(texts.flatMap((text) => readBlueprint(text).findings)).toEqual([]);
  return contentOf(designOf(texts.join('')));
}

function expectSame(text: string): void {
  const design = designOf(text);
  expect(leaveOutDefaults(readBack(design))).toEqual(leaveOutDefaults(contentOf(design)));
}

const goodExamples = Object.entries(designRulePages).map(([id, { good }]) => [id, good] as const);

describe('templates, read together, give the design', () => {
  test.each(exampleBlueprints)('of %s', (_, text) => expectSame(text));

  test.each(goodExamples)('of the good example of %s', (_, text) => expectSame(text));

  test('whatever the design', () => {
    fc.assert(
      fc.property(anyContent, (content) => expectSame(newBlueprint(content))),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('templates have no error that their blueprint does not have', () => {
  test.each([...exampleBlueprints, ...goodExamples])('%s', (_, text) => {
    const isError = ({ severity }: { readonly severity: string }) => severity === 'error';
    expect(checkBlueprint(readBlueprint(text)).filter(isError)).toEqual([]);
    for (const template of exportCloudFormation(designOf(text)).templates) {
      const read = readTemplate(template.text);
      if (read === undefined) throw new Error(`no cluster in\n${template.text}`);
      expect(checkTemplate(read).filter(isError), template.text).toEqual([]);
    }
  });
});

const small = (lines = '', cluster = '') => `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.13"
${lines}primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
${cluster}`;

test('a template is written as a person writes one', () => {
  const { text, fileName } = templateOf(small('masterUsername: app\n', '  backupRetentionPeriod: 7\n'));
  expect(fileName).toBe('orders-us-east-1.yaml');
  expect(text).toBe(`AWSTemplateFormatVersion: "2010-09-09"
Description: Aurora PostgreSQL cluster orders in us-east-1

Metadata:
  AuroraBlueprint:
    name: orders
    primary:
      region: us-east-1

Parameters:
  SubnetIds:
    Type: List<AWS::EC2::Subnet::Id>
    Description: Subnets of the cluster, in at least two Availability Zones.

  MasterUserPassword:
    Type: String
    Description: Password of the master user.
    NoEcho: true

Resources:
  SubnetGroup:
    Type: AWS::RDS::DBSubnetGroup
    Properties:
      DBSubnetGroupDescription: Subnets of the cluster orders
      SubnetIds: !Ref SubnetIds

  Cluster:
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      BackupRetentionPeriod: 7
      DBClusterIdentifier: orders
      DBSubnetGroupName: !Ref SubnetGroup
      Engine: aurora-postgresql
      EngineVersion: "16.13"
      MasterUsername: app
      MasterUserPassword: !Ref MasterUserPassword
      Port: 5432

  InstanceOrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Cluster
      DBInstanceClass: db.r7g.large
      DBInstanceIdentifier: orders-a
      Engine: aurora-postgresql

  InstanceOrdersB:
    Type: AWS::RDS::DBInstance
    DependsOn: InstanceOrdersA
    Properties:
      DBClusterIdentifier: !Ref Cluster
      DBInstanceClass: db.r7g.large
      DBInstanceIdentifier: orders-b
      Engine: aurora-postgresql

Outputs:
  ClusterEndpoint:
    Description: Endpoint of the writer of orders
    Value: !GetAtt Cluster.Endpoint.Address

  ReaderEndpoint:
    Description: Endpoint of the readers of orders
    Value: !GetAtt Cluster.ReadEndpoint.Address
`);
});

/** The properties of the resources of a type. */
function propertiesIn(text: string, type: string): readonly unknown[] {
  const { Resources } = parse(text, { logLevel: 'silent' });
  const resources = Object.values(Resources) as readonly { readonly Type: string; readonly Properties: unknown }[];
  return resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
}

describe('what becomes of', () => {
  test('a password in plain text: a parameter, never the password', () => {
    const { templates, leftOut } = exportCloudFormation(designOf(small('masterUserPassword: hunter22\n')));
    expect(templates[0]?.asksFor).toContain('MasterUserPassword');
    expect(templates[0]?.text).not.toContain('hunter22');
    expect(leftOut.join()).toContain('masterUserPassword is left out');
  });

  test('what no resource says: the Metadata, with its place in the report', () => {
    const { text, inMetadata } = templateOf(small('', '  volume: { size: 4 TiB }\n'));
    expect(parse(text, { logLevel: 'silent' }).Metadata.AuroraBlueprint.primary.volume).toEqual({ size: '4 TiB' });
    expect(inMetadata).toEqual(['name', 'primary.region', 'primary.volume']);
  });

  test('a custom endpoint: a resource that refers to the instances, created after all of them', () => {
    const endpoints = '  endpoints: [{ id: reports, type: READER, staticMembers: [orders-b] }]\n';
    const { text, inMetadata } = templateOf(small('', endpoints));
    expect(text).toContain(`  EndpointReports:
    Type: AWS::RDS::DBClusterEndpoint
    DependsOn: InstanceOrdersA
    Properties:
      CustomEndpointType: READER
      DBClusterEndpointIdentifier: reports
      DBClusterIdentifier: !Ref Cluster
      StaticMembers:
        - !Ref InstanceOrdersB
`);
    expect(inMetadata).toEqual(['name', 'primary.region']);
  });

  test('a member that is no instance of the template: its identifier', () => {
    const endpoints = '  endpoints: [{ id: batch, excludedMembers: [ORDERS-A, elsewhere] }]\n';
    expect(propertiesIn(templateOf(small('', endpoints)).text, 'AWS::RDS::DBClusterEndpoint')).toMatchObject([
      { CustomEndpointType: 'ANY', ExcludedMembers: ['ORDERS-A', 'elsewhere'] },
    ]);
  });

  test.each([
    ['in capital letters', '[{ id: Reports }, { id: batch }]', 1],
    ['longer than 63 characters', `[{ id: ${'x'.repeat(64)} }]`, 0],
    ['that another one has', '[{ id: x, type: READER }, { id: x, type: ANY }]', 0],
  ])('a custom endpoint of a name %s: the Metadata', (_, endpoints, count) => {
    const text = small('', `  endpoints: ${endpoints}\n`);
    const template = templateOf(text);
    expect(propertiesIn(template.text, 'AWS::RDS::DBClusterEndpoint')).toHaveLength(count);
    expect(template.inMetadata).toContain('primary.endpoints');
    expectSame(text);
  });

  test('a value that cannot be read: nothing, and a sentence about it', () => {
    const { templates, leftOut } = exportCloudFormation(designOf(small('', '  backupRetentionPeriod: [many]\n')));
    expect(leftOut).toEqual(['primary.backupRetentionPeriod is left out: its value cannot be read.']);
    expect(templates[0]?.text).not.toContain('BackupRetentionPeriod');
  });

  test('a design without an engine: no template', () => {
    const { templates, leftOut } = exportCloudFormation(designOf('aurora: 1\nname: x\n'));
    expect(templates).toEqual([]);
    expect(leftOut.at(-1)).toContain('no engine');
  });

  test('parameters: a group of the family of the engine version, which is asked for without a version', () => {
    const parameters = '  parameters: { log_statement: ddl }\n';
    const group = 'AWS::RDS::DBClusterParameterGroup';
    expect(propertiesIn(templateOf(small('', parameters)).text, group)).toMatchObject([
      { Family: 'aurora-postgresql16' },
    ]);
    const unversioned = templateOf(small('', parameters).replace(/engineVersion.*\n/, ''));
    expect(unversioned.asksFor).toContain('ParameterGroupFamily');
  });

  test('subnets: a group of them; without any the stack asks for them, and a group that is named is taken', () => {
    const subnets = '  subnets: [{ id: subnet-1, availabilityZone: us-east-1a }]\n';
    expect(propertiesIn(templateOf(small('', subnets)).text, 'AWS::RDS::DBSubnetGroup')).toMatchObject([
      { SubnetIds: ['subnet-1'] },
    ]);
    expect(templateOf(small()).asksFor).toContain('SubnetIds');
    const named = templateOf(small('', '  dbSubnetGroupName: mine\n'));
    expect(propertiesIn(named.text, 'AWS::RDS::DBCluster')).toMatchObject([{ DBSubnetGroupName: 'mine' }]);
    expect(named.asksFor).not.toContain('SubnetIds');
  });

  test('the writer: it is created first', () => {
    const { text } = templateOf(small().replace('orders-b, class', 'orders-b, role: writer, class'));
    const { Resources } = parse(text, { logLevel: 'silent' });
    expect(Resources.InstanceOrdersA.DependsOn).toBe('InstanceOrdersB');
    expect(Resources.InstanceOrdersB.DependsOn).toBeUndefined();
  });

  test('a clone: a copy-on-write restore; what the source decides is not said', () => {
    const { text } = templateOf(
      small('masterUsername: app\n', '  origin: { clone: { sourceDBClusterIdentifier: shop } }\n'),
    );
    const [cluster] = propertiesIn(text, 'AWS::RDS::DBCluster');
    expect(cluster).toMatchObject({ RestoreType: 'copy-on-write', SourceDBClusterIdentifier: 'shop' });
    expect(cluster).not.toHaveProperty('MasterUsername');
  });

  test('a restore from Amazon S3: the Metadata, and a sentence about the empty cluster', () => {
    const origin = '  origin: { s3: { s3BucketName: b, s3IngestionRoleArn: r } }\n';
    const { templates, leftOut } = exportCloudFormation(designOf(small('', origin)));
    expect(templates[0]?.inMetadata).toContain('primary.origin');
    expect(leftOut.join()).toContain('makes an empty cluster');
  });

  test('secondaries: a template each, with the global database in that of the primary', () => {
    const { templates } = exportCloudFormation(
      designOf(`${small()}secondaries:\n  - { region: eu-west-1 }\n  - { region: eu-west-1, replication: binlog }\n`),
    );
    expect(templates.map(({ fileName }) => fileName)).toEqual([
      'orders-us-east-1.yaml',
      'orders-eu-west-1.yaml',
      'orders-eu-west-1-2.yaml',
    ]);
    const [primary = '', global = '', binlog = ''] = templates.map(({ text }) => text);
    expect(propertiesIn(primary, 'AWS::RDS::GlobalCluster')).toEqual([
      { GlobalClusterIdentifier: 'orders', SourceDBClusterIdentifier: 'Cluster' },
    ]);
    expect(propertiesIn(global, 'AWS::RDS::DBCluster')).toMatchObject([{ GlobalClusterIdentifier: 'orders' }]);
    expect(binlog).toContain(
      `ReplicationSourceIdentifier: !Sub arn:\${AWS::Partition}:rds:us-east-1:\${AWS::AccountId}:cluster:orders`,
    );
  });
});
