import { describe, expect, test } from 'vitest';
import { readTemplate } from '../design/readers/template.ts';
import { instance, template } from '../testing/template-texts.ts';
import { checkTemplate } from './check-template.ts';
import type { Severity } from './finding.ts';

/**
 * What other tools get wrong about Aurora in templates, as people reported it to them. Each text is one that AWS takes:
 * whatever a rule says of it, it is no error, and it is not what those tools say.
 */
function findingsOf(text: string) {
  const read = readTemplate(text);
  if (read === undefined) throw new Error(`nothing of Aurora in\n${text}`);
  return checkTemplate(read, { profile: 'production', asOf: '2026-11-23' });
}

/** A template whose cluster has the properties that are given, and no others. */
const cluster = (properties: string, more: { sections?: string; resources?: string } = {}) =>
  template(properties, { ...more, credentials: '' });

/** The paths that are marked with one of the severities. */
function marked(text: string, ...severities: readonly Severity[]): readonly string[] {
  return findingsOf(text)
    .filter(({ severity }) => severities.includes(severity))
    .map(({ rule, path }) => `${rule} ${path}`);
}

const engine = (name: string, version: string, more = '') =>
  `      EngineVersion: ${version}\n      Port: ${name === 'aurora-mysql' ? 3306 : 5432}\n${more}`;

/** The usual properties around the one in question. */
const secret = `      MasterUsername: shopadmin
      ManageMasterUserPassword: true
      BackupRetentionPeriod: 7
      DeletionProtection: true
`;

const postgresql = (text: string) => text.replaceAll('aurora-mysql', 'aurora-postgresql');

describe('rules for single RDS instances do not fit instances of Aurora', () => {
  const text = cluster(secret, { resources: instance('A') + instance('B') });

  test.each([
    ['MultiAZ (checkov CKV_AWS_157, prowler)', 'MultiAZ'],
    ['BackupRetentionPeriod (cfn-lint I3013, checkov CKV_AWS_133)', 'BackupRetentionPeriod'],
    ['DeletionProtection (checkov CKV_AWS_293)', 'DeletionProtection'],
    ['StorageEncrypted (checkov CKV_AWS_16, cfn_nag F26)', 'StorageEncrypted'],
    ['AllocatedStorage (cfn-lint)', 'AllocatedStorage'],
    ['MasterUserPassword (cfn-lint)', 'MasterUserPassword'],
  ])('an instance without %s misses nothing', (_, property) => {
    const ofInstances = findingsOf(text).filter(({ path }) => /^Resources\.[AB]\b/.test(path));
    expect(ofInstances.filter(({ message }) => message.includes(property))).toEqual([]);
  });

  test('an instance that is told to follow its cluster is no error', () => {
    const copied = instance(
      'A',
      '      CopyTagsToSnapshot: true\n      StorageEncrypted: true\n      MultiAZ: false\n',
    );
    expect(marked(cluster(secret, { resources: copied }), 'error')).toEqual([]);
  });
});

describe('EngineVersion has short forms', () => {
  test.each([
    ['"8.0" (cfn-lint E3690)', '"8.0"'],
    ['8.0 without quotes', '8.0'],
    ['8.4', '"8.4"'],
    ['"5.7"', '"5.7"'],
    ['a full version that is newer than every list', '8.0.mysql_aurora.3.99.0'],
    ['a full version of a major that is newer than every list', '9.0.mysql_aurora.9.0.1'],
  ])('Aurora MySQL takes %s', (_, version) => {
    expect(marked(cluster(engine('aurora-mysql', version, secret)), 'error')).toEqual([]);
  });

  test('a bare major is the default of the day, of which no version rule speaks', () => {
    for (const version of ['"8.0"', '"13"', '"17"']) {
      const text = cluster(engine('aurora-mysql', version, secret));
      const said = [...findingsOf(version === '"8.0"' ? text : postgresql(text))];
      expect(said.filter(({ path, severity }) => path.endsWith('EngineVersion') && severity !== 'info')).toEqual([]);
    }
  });

  test.each([['"13"'], ['13'], ['16'], ['"16.99"'], ['"21.2"'], ['13.10']])('Aurora PostgreSQL takes %s', (version) => {
    expect(marked(postgresql(cluster(engine('aurora-postgresql', version, secret))), 'error')).toEqual([]);
  });

  test('a full version of MySQL 5.7 is old, and no error', () => {
    const text = cluster(engine('aurora-mysql', '5.7.mysql_aurora.2.11.2', secret));
    expect(marked(text, 'error')).toEqual([]);
    expect(marked(text, 'warning')).toContain('AUR506 Resources.Cluster.Properties.EngineVersion');
  });
});

describe('instance classes', () => {
  test.each([
    ['db.serverless'],
    ['db.r5.large'],
    ['db.r5.24xlarge'],
    ['db.r6i.32xlarge'],
    ['db.t3.medium'],
    ['db.x2g.16xlarge'],
    ['db.r99g.large'],
  ])('%s is no error (cfn-lint E3025, E3062)', (name) => {
    const capacity = '      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 }\n';
    const text = cluster(secret + capacity, { resources: instance('A').replace('db.r7g.large', name) });
    expect(marked(text, 'error')).toEqual([]);
  });

  test.each([['db.r5.large'], ['db.r6g.large'], ['db.t3.medium']])(
    '%s is not of an old generation (cfn-lint I3100)',
    (name) => {
      const text = cluster(secret, { resources: instance('A').replace('db.r7g.large', name) });
      expect(marked(text, 'warning').filter((place) => place.startsWith('AUR520'))).toEqual([]);
    },
  );
});

describe('AZs', () => {
  test.each([
    ['two AZs of a Region that shows two', '[us-west-1a, us-west-1c]'],
    ['an AZ with a letter nobody has heard of', '[us-east-1a, us-east-1b, us-east-1z]'],
    ['a single one', '[us-east-1a]'],
    ['those of the stack', '!GetAZs ""'],
    ['two that are selected', '[!Select [0, !GetAZs ""], !Select [1, !GetAZs ""]]'],
  ])('%s are enough (CDK, cfn-lint W3010)', (_, zones) => {
    const text = cluster(`${secret}      AvailabilityZones: ${zones}\n`);
    expect(marked(text, 'error', 'warning').filter((place) => place.includes('AvailabilityZone'))).toEqual([]);
  });
});

describe('values that only the deployment knows', () => {
  const parameters = (properties: string, declared: string) =>
    cluster(properties, { sections: `Parameters:\n${declared}`, resources: instance('A') });

  test('a parameter without Default is not judged', () => {
    const text = parameters(
      `      BackupRetentionPeriod: !Ref Days
      Port: !Ref Port
      MasterUsername: !Ref User
      MasterUserPassword: !Ref Password
      PreferredBackupWindow: !Ref Window
      KmsKeyId: !Ref Key
      StorageEncrypted: !Ref IsEncrypted
      DatabaseName: !Ref Database
      DeletionProtection: !Ref IsProtected
`,
      ['Days', 'Port', 'User', 'Password', 'Window', 'Key', 'IsEncrypted', 'Database', 'IsProtected']
        .map((name) => `  ${name}: { Type: String }\n`)
        .join(''),
    );
    expect(marked(text, 'error', 'warning').filter((place) => place.includes('.Cluster.Properties.'))).toEqual([]);
  });

  test.each([
    ['written out', '"{{resolve:secretsmanager:shop/admin:SecretString:password}}"'],
    ['put together by Sub', `!Sub "{{resolve:secretsmanager:\${Secret}:SecretString:password}}"`],
    ['put together by Sub, with nothing to fill in', '!Sub "{{resolve:ssm-secure:/shop/password:1}}"'],
    ['put together by Join', '!Join ["", ["{{resolve:secretsmanager:", !Ref Secret, ":SecretString:password}}"]]'],
    ['from a parameter that has one as its Default', '!Ref Reference'],
    ['from Parameter Store', '!Ref InStore'],
  ])('a password from a reference is none in plain sight: %s (cfn-lint W1011, cfn_nag F24)', (_, value) => {
    const declared = `  Reference: { Type: String, Default: "{{resolve:ssm-secure:/shop/password:1}}" }
  InStore: { Type: "AWS::SSM::Parameter::Value<String>", Default: /shop/password }
`;
    const text = parameters(`      MasterUsername: shopadmin\n      MasterUserPassword: ${value}\n`, declared);
    expect(findingsOf(text).filter(({ path }) => path.endsWith('MasterUserPassword'))).toEqual([]);
  });

  test('a secret that CloudFormation attaches is no plain password', () => {
    const resources = `  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString: { SecretStringTemplate: '{"username": "shopadmin"}', GenerateStringKey: password, ExcludeCharacters: '"@/\\' }
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: { SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: "AWS::RDS::DBCluster" }
`;
    const properties = `      MasterUsername: !Sub "{{resolve:secretsmanager:\${Secret}:SecretString:username}}"
      MasterUserPassword: !Sub "{{resolve:secretsmanager:\${Secret}:SecretString:password}}"
`;
    const text = cluster(properties, { resources });
    expect(findingsOf(text).filter(({ path }) => /Master|Secret/.test(path))).toEqual([]);
  });

  test('a restored cluster needs no master user and no password', () => {
    const text = parameters(
      `      SnapshotIdentifier: !If [IsRestored, !Ref Snapshot, !Ref "AWS::NoValue"]
      MasterUsername: !If [IsRestored, !Ref "AWS::NoValue", shopadmin]
      ManageMasterUserPassword: !If [IsRestored, !Ref "AWS::NoValue", true]
`,
      '  Snapshot: { Type: String, Default: "" }\nConditions: { IsRestored: !Not [!Equals [!Ref Snapshot, ""]] }\n',
    );
    expect(marked(text, 'error')).toEqual([]);
  });
});

describe('properties that Aurora takes', () => {
  test.each([
    ['PerformanceInsightsEnabled on a cluster (cfn-lint E3693)', 'PerformanceInsightsEnabled: true'],
    ['AutoMinorVersionUpgrade on a cluster (cfn-lint E3693)', 'AutoMinorVersionUpgrade: false'],
    ['MonitoringInterval 0 on a cluster', 'MonitoringInterval: 0'],
    ['EngineMode provisioned', 'EngineMode: provisioned'],
    ['a capacity as text', 'ServerlessV2ScalingConfiguration: { MinCapacity: "0.5", MaxCapacity: "8" }'],
    ['a capacity of nothing', 'ServerlessV2ScalingConfiguration: { MinCapacity: 0, MaxCapacity: 8 }'],
    ['a port as text', 'Port: "3306"'],
    ['a storage type', 'StorageType: aurora-iopt1'],
    ['a quote in a password', `MasterUserPassword: "it's-a-secret"`],
    ['a window that passes midnight', 'PreferredBackupWindow: 23:45-00:15'],
    ['days in capitals', 'PreferredMaintenanceWindow: Sun:04:00-Sun:05:00'],
    ['windows that touch', 'PreferredBackupWindow: 03:00-04:00\n      PreferredMaintenanceWindow: sun:04:00-sun:05:00'],
    ['no deletion protection', 'DeletionProtection: false'],
    ['the AWS key by its alias', 'KmsKeyId: alias/aws/rds\n      StorageEncrypted: true'],
    ['a database that is called like its environment', 'DatabaseName: production'],
  ])('%s', (_, properties) => {
    expect(marked(cluster(`      ${properties}\n`), 'error').filter((place) => !/AUR01[59]/.test(place))).toEqual([]);
  });
});
