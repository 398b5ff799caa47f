import { describe, expect, test } from 'vitest';
import { readTemplate } from '../../design/readers/template.ts';
import { checkTemplate } from '../../rules/check-template.ts';
import { chooseItem } from '../../testing/choose-item.ts';
import { readFixture } from '../../testing/markers.ts';
import { asJson } from '../../testing/template-texts.ts';
import { completeTemplate } from './complete-template.ts';

const asOf = '2026-11-23';

function findings(text: string): readonly string[] {
  const template = readTemplate(text);
  if (template === undefined) throw new Error(`no template:\n${text}`);
  return checkTemplate(template, { asOf }).map(({ rule, message }) => `${rule} ${message}`);
}

const snippets = (marked: string) => {
  const { text, cursor = 0 } = readFixture(marked);
  return completeTemplate(text, cursor).filter(({ kind }) => kind === 'snippet');
};

function choose(marked: string, label: string): string {
  const item = snippets(marked).find((one) => one.label === label);
  if (item === undefined) throw new Error(`${label} is not offered`);
  return chooseItem(readFixture(marked).text, item);
}

const cluster = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "16.9"
      DBClusterIdentifier: orders
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders:SecretString:password}}"
      AvailabilityZones: [us-east-1a, us-east-1b, us-east-1c]
      Port: 5432
      DeletionProtection: true
      BackupRetentionPeriod: 7
      EnableCloudwatchLogsExports: [postgresql]
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceIdentifier: orders-a
      DBInstanceClass: !Ref Class
      Engine: aurora-postgresql
      AvailabilityZone: us-east-1a
      PromotionTier: 0
      PubliclyAccessible: false
  OrdersB:
    Type: AWS::RDS::DBInstance
    DependsOn: OrdersA
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceIdentifier: orders-b
      DBInstanceClass: !Ref Class
      Engine: aurora-postgresql
      AvailabilityZone: us-east-1c
      PubliclyAccessible: false
  OrdersC:
    Type: AWS::RDS::DBInstance
    DependsOn: OrdersA
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceIdentifier: orders-c
      DBInstanceClass: !Ref Class
      Engine: aurora-postgresql
      AvailabilityZone: us-east-1c
      PromotionTier: 2
      PubliclyAccessible: false
  $0
Parameters:
  Class: { Type: String, Default: db.r7g.large }
`;

test('a reader like the writer, in the AZ with the fewest instances', () => {
  expect(choose(cluster, 'reader in us-east-1b')).toBe(
    readFixture(cluster).text.replace(
      '\n  \nParameters',
      `
  OrdersReader:
    Type: AWS::RDS::DBInstance
    DependsOn: OrdersA
    Properties:
      DBClusterIdentifier: !Ref Orders
      Engine: aurora-postgresql
      DBInstanceClass: !Ref Class
      DBInstanceIdentifier: orders-d
      AvailabilityZone: us-east-1b
      PubliclyAccessible: false
Parameters`,
    ),
  );
});

test('what the clusters of the template lack, then a new one', () => {
  expect(snippets(cluster).map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
    'reader in us-east-1b: of Orders, in its AZ with the fewest instances',
    'auto scaling of the readers by CPU: of Orders: 2 to 5 readers, CPU at 60 percent',
    'custom endpoint for all readers: of Orders; readers that are added later answer too',
    'cluster parameter group: for Orders, which names it in DBClusterParameterGroupName',
    'global database: Orders becomes its primary',
    'Aurora PostgreSQL cluster: with a writer and a reader',
    'Aurora MySQL cluster: with a writer and a reader',
  ]);
});

describe.each([
  ['block style', (text: string) => text],
  ['JSON', inJson],
])('in %s', (_, form) => {
  test.each(snippets(cluster).map(({ label }) => label))('%s adds no finding', (label) => {
    const marked = form(cluster);
    const before = findings(readFixture(marked).text.replace(/,(\s*)(?=\})/, '$1'));
    expect(findings(choose(marked, label)).filter((finding) => !before.includes(finding))).toEqual([]);
  });

  test.each(['Aurora PostgreSQL cluster', 'Aurora MySQL cluster'])('the first %s has no finding', (label) => {
    const marked = form('Resources:\n  Topic: { Type: AWS::SNS::Topic }\n  $0\n');
    expect(findings(choose(marked, label))).toEqual([]);
  });
});

/** The template as JSON with the cursor behind the last of its resources. */
function inJson(marked: string): string {
  const json = asJson(readFixture(marked.replace('  $0\n', '')).text);
  const end = json.indexOf('\n  }', json.indexOf('"Resources"'));
  return `${json.slice(0, end)},\n    $0${json.slice(end)}`;
}
