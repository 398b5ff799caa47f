import { describe, expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { instance, template, withManyConditions } from '../../testing/template-texts.ts';

const restored = (properties: string, more: Parameters<typeof template>[1] = {}) =>
  template(properties, { credentials: '', ...more });
const group = '      DBClusterParameterGroupName: own\n';
const from = '      SnapshotIdentifier: before\n';
const source = '      SourceDBClusterIdentifier: shop\n      UseLatestRestorableTime: true\n';
const line = (property: string, marker = '') =>
  `      ${property}\n${marker === '' ? '' : `#     ${'^'.repeat(property.indexOf(':'))} ${marker}\n`}`;

const optional = `Parameters:
  Snapshot: { Type: String, Default: "" }
Conditions:
  IsRestored: !Not [!Equals [!Ref Snapshot, ""]]
`;

describeTemplateCases('AUR307', [
  ...[
    'MasterUsername: a',
    'MasterUserPassword: b',
    'DBName: c',
    'BackupRetentionPeriod: 7',
    'PreferredBackupWindow: 03:00-03:30',
    'VPCSecurityGroups: [sg-1]',
    'AllocatedStorage: 10',
  ].map((property) => [property, template('', { resources: instance('A', line(property, 'AUR307')) })] as const),
  [
    'a value that may be empty',
    template('', {
      sections: 'Parameters: { User: { Type: String } }\n',
      resources: instance('A', line('MasterUsername: !Ref User')),
    }),
  ],
  [
    'a parameter that is a number',
    template('', {
      sections: 'Parameters: { Days: { Type: Number } }\n',
      resources: instance('A', line('BackupRetentionPeriod: !Ref Days', 'AUR307')),
    }),
  ],
  ['a value that is not there', template('', { resources: instance('A', line('DBName: !Ref AWS::NoValue')) })],
  [
    'an instance of a cluster that stands elsewhere',
    template('', {
      resources: instance('A', line('AllocatedStorage: 10', 'AUR307'))
        .replace('!Ref Cluster', '!ImportValue cluster')
        .replace('      Engine: aurora-mysql\n', ''),
    }),
  ],
  [
    'an instance of another engine in the same template',
    template('', {
      resources:
        '  Other:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: mysql, AllocatedStorage: 10, MasterUsername: a, MasterUserPassword: b, DBInstanceClass: db.r7g.large }\n',
    }),
  ],
]);

test('AUR307: what the cluster takes too moves to it, unless it has it', () => {
  const titles = (cluster: string, own: string) =>
    findingsOn(template(cluster, { resources: instance('A', own) }))
      .find(({ rule }) => rule === 'AUR307')
      ?.fixes.map(({ title }) => title);
  const days = line('BackupRetentionPeriod: 7');
  expect(titles('', days)).toEqual(['Move BackupRetentionPeriod to the cluster', 'Remove BackupRetentionPeriod']);
  expect(titles(days, days)).toEqual(['Remove BackupRetentionPeriod']);
  expect(titles('', line('BackupRetentionPeriod: !ImportValue days'))).toEqual(['Remove BackupRetentionPeriod']);
  expect(titles('', line('DBName: orders'))).toEqual(['Remove DBName']);
  expect(mendTemplate(template('', { resources: instance('A', days) }), 'AUR307')).toBe(
    template(days, { resources: instance('A') }),
  );
});

test.each([
  ['DBName: a', 'DatabaseName on the cluster'],
  ['VPCSecurityGroups: [a]', 'VpcSecurityGroupIds on the cluster'],
  ['AllocatedStorage: 10', 'grows by itself'],
])('AUR307 says of %s where it belongs', (property, words) => {
  const [finding] = findingsOn(template('', { resources: instance('A', line(property)) })).filter(
    ({ rule }) => rule === 'AUR307',
  );
  expect(finding?.message).toContain(words);
});

const policies = (lines: string) =>
  template('').replace('    Type: AWS::RDS::DBCluster\n', `    Type: AWS::RDS::DBCluster\n${lines}`);

describeTemplateCases(
  'AUR309',
  [
    ['the default of a deletion is a snapshot', policies('    UpdateReplacePolicy: Retain\n')],
    [
      'what is kept but for failed creations',
      policies('    DeletionPolicy: RetainExceptOnCreate\n    UpdateReplacePolicy: Snapshot\n'),
    ],
    [
      'a replacement that deletes',
      policies('    UpdateReplacePolicy: Delete\n#                        ^^^^^^ AUR309 is Delete\n'),
    ],
    ['a policy that is not known', policies('    UpdateReplacePolicy: !Ref Policy\n    DeletionPolicy: !Ref Policy\n')],
  ],
  'production',
);

test('AUR309 is an opinion of production', () => {
  expect(findingsOn(template('')).map(({ rule }) => rule)).not.toContain('AUR309');
});

describeTemplateCases('AUR310', [
  ...[
    'MasterUsername: a',
    'GlobalClusterIdentifier: world',
    'ReplicationSourceIdentifier: shop',
    'SourceRegion: us-east-1',
    'StorageEncrypted: true',
  ].map((property) => [`a snapshot and ${property}`, restored(from + line(property, 'AUR310 a snapshot'))] as const),
  ...['MasterUsername: a', 'MasterUserPassword: abcdefgh', 'StorageEncrypted: true'].map(
    (property) => [`a source and ${property}`, restored(source + line(property, 'AUR310 another cluster'))] as const,
  ),
  ['a snapshot and a new password', restored(`${from}      MasterUserPassword: abcdefgh\n`)],
  ['a source and a global database', restored(`${source}      GlobalClusterIdentifier: world\n`)],
  [
    'a name beside a key of its own',
    restored(`${from}      KmsKeyId: alias/a\n${line('MasterUsername: a', 'AUR310')}`),
  ],
  ['an encryption with a key of its own', restored(`${from}      StorageEncrypted: true\n      KmsKeyId: alias/a\n`)],
  [
    'a name that may be empty',
    restored(`${from}      MasterUsername: !Ref User\n`, { sections: 'Parameters: { User: { Type: String } }\n' }),
  ],
  [
    'a name that is not empty',
    restored(from + line('MasterUsername: !Ref User', 'AUR310'), {
      sections: 'Parameters: { User: { Type: String, MinLength: 1 } }\n',
    }),
  ],
  [
    'a snapshot that may be empty',
    restored('      SnapshotIdentifier: !Ref Snapshot\n      MasterUsername: a\n', {
      sections: 'Parameters: { Snapshot: { Type: String } }\n',
    }),
  ],
  [
    'the other case of a condition',
    restored(
      '      SnapshotIdentifier: !If [IsRestored, !Ref Snapshot, !Ref AWS::NoValue]\n      MasterUsername: !If [IsRestored, !Ref AWS::NoValue, a]\n',
      { sections: optional },
    ),
  ],
  [
    'every case of a condition',
    restored(
      `      SnapshotIdentifier: !If [IsRestored, !Ref Snapshot, !Ref AWS::NoValue]\n${line('MasterUsername: a', 'AUR310 This is so when IsRestored is true')}`,
      { sections: optional },
    ),
  ],
]);

test.each([
  [from, 'MasterUsername: a', ['Remove MasterUsername']],
  [source, 'MasterUserPassword: abcdefgh', ['Remove MasterUserPassword']],
  [from, 'StorageEncrypted: true', []],
  [from, 'GlobalClusterIdentifier: world', []],
  [from, 'SourceRegion: us-east-1', []],
  ['      SnapshotIdentifier: !If [IsRestored, !Ref Snapshot, !Ref AWS::NoValue]\n', 'MasterUsername: a', []],
])('AUR310 takes away what only the creation looks at (%s%s)', (origin, property, titles) => {
  const [finding] = findingsOn(restored(origin + line(property), { sections: optional })).filter(
    ({ rule }) => rule === 'AUR310',
  );
  expect(finding?.fixes.map(({ title }) => title)).toEqual(titles);
});

test.each([
  ['MasterUsername: a', 'opposite condition', from],
  ['MasterUserPassword: abcdefgh', 'Change it after the restore', source],
  ['GlobalClusterIdentifier: world', 'does not join the global database', from],
  ['StorageEncrypted: true', 'KmsKeyId', from],
  ['SourceRegion: us-east-1', 'replicates from nowhere', from],
])('AUR310 says of %s what holds instead', (property, words, origin) => {
  const [finding] = findingsOn(restored(origin + line(property))).filter(({ rule }) => rule === 'AUR310');
  expect(finding?.message).toContain(words);
});

describeTemplateCases('AUR320', [
  [
    'by the resource id',
    restored(`      SourceDbClusterResourceId: cluster-A\n${line('SnapshotIdentifier: before', 'AUR320')}`),
  ],
  ['only a snapshot', restored(from)],
  ['only a source', restored(source)],
  [
    'a snapshot that may be empty',
    restored(`${source}      SnapshotIdentifier: !Ref Snapshot\n`, { sections: optional }),
  ],
]);

describeTemplateCases('AUR321', [
  ['of another cluster', restored(source + line('ClusterScalabilityType: limitless', 'AUR321'))],
  ['of a fresh cluster', template('      ClusterScalabilityType: standard\n')],
  ['none', restored(from + group)],
]);

describeTemplateCases('AUR322', [
  ['a stated retention', restored(`${from}      BackupRetentionPeriod: 3\n`)],
  ['a retention that is not known', restored(`${from}      BackupRetentionPeriod: !ImportValue days\n`)],
  ['a restore from another cluster', restored(source)],
  ['a fresh cluster', template('')],
]);

const unused = [
  'CopyTagsToSnapshot: true',
  'DeletionProtection: true',
  'EnableIAMDatabaseAuthentication: true',
  'StorageEncrypted: true',
  'KmsKeyId: alias/a',
  'Port: 3306',
  'StorageType: aurora',
  'Iops: 1000',
  'EnableCloudwatchLogsExports: [audit]',
  'DeleteAutomatedBackups: true',
  'MultiAZ: false',
];

describeTemplateCases('AUR325', [
  ...unused.map(
    (property) => [property, template('', { resources: instance('A', line(property, 'AUR325')) })] as const,
  ),
  [
    'what says something else than the cluster',
    template('      StorageEncrypted: true\n', {
      resources: instance(
        'A',
        line('StorageEncrypted: false', 'AUR325 The cluster says true, and that is what holds.'),
      ),
    }),
  ],
  [
    'what says the same as the cluster',
    template('      StorageEncrypted: true\n', {
      resources: instance('A', line('StorageEncrypted: true', 'AUR325 State it on the cluster, or remove it.')),
    }),
  ],
  [
    'what says something that is not known',
    template('      DeletionProtection: true\n', {
      resources: instance('A', line('DeletionProtection: !GetAtt Other.Arn', 'AUR325 The cluster says true')),
    }),
  ],
  [
    'an instance of a cluster that stands elsewhere',
    template('      DeletionProtection: true\n', {
      resources: instance('A', line('DeletionProtection: false', 'AUR325 State it on the cluster')).replace(
        '!Ref Cluster',
        'elsewhere',
      ),
    }),
  ],
  [
    'what may be empty',
    template('', {
      sections: 'Parameters: { Key: { Type: String } }\n',
      resources: instance('A', line('KmsKeyId: !Ref Key')),
    }),
  ],
]);

describe('AUR325 takes no property away for which the instance would be replaced', () => {
  test.each(unused)('%s', (property) => {
    const [finding] = findingsOn(template('', { resources: instance('A', line(property)) })).filter(
      ({ rule }) => rule === 'AUR325',
    );
    expect(finding?.fixes.length).toBe(/^(StorageEncrypted|KmsKeyId|Port)/.test(property) ? 0 : 1);
  });
});

const copied = (type: string, marker = '', source = '      SourceDBClusterIdentifier: shop\n') =>
  template(`${source}      UseLatestRestorableTime: true\n      RestoreType: ${type}\n${marker}`, {
    sections: 'Parameters: { Type: { Type: String } }\n',
    credentials: '',
  });

describeTemplateCases('AUR314', [
  ['a copy', copied('full-copy')],
  ['a clone', copied('copy-on-write')],
  ['a word of its own', copied('thin', '#                  ^^^^ AUR314 full-copy copies all data\n')],
  ['a type that is not known', copied('!Ref Type')],
  ['where nothing is restored it counts for nothing', copied('thin', '', '')],
]);

test('AUR314: a slip is mended; otherwise both ways are offered', () => {
  expect(mendTemplate(copied('copy_on_write'), 'AUR314')).toBe(copied('copy-on-write'));
  const titles = findingsOn(copied('thin'))
    .find(({ rule }) => rule === 'AUR314')
    ?.fixes.map(({ title }) => title);
  expect(titles).toEqual(['Set RestoreType to full-copy', 'Set RestoreType to copy-on-write']);
});

test('AUR315: only clones of one source count, and only those that are clones', () => {
  const cluster = (index: number, type: string, source: string) => `  Copy${index}:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, SourceDBClusterIdentifier: ${source}, UseLatestRestorableTime: true, RestoreType: ${type} }
`;
  const clusters = (count: number, type = 'copy-on-write', source = (_index: number) => 'shop') =>
    `Resources:\n${Array.from({ length: count }, (_, index) => cluster(index, type, source(index))).join('')}`;
  const own = (text: string) =>
    findingsOn(text)
      .filter(({ rule }) => rule === 'AUR315')
      .map(({ path }) => path);
  expect(own(clusters(15))).toEqual([]);
  expect(own(clusters(17))).toEqual([
    'Resources.Copy15.Properties.RestoreType',
    'Resources.Copy16.Properties.RestoreType',
  ]);
  expect(own(clusters(17, 'full-copy'))).toEqual([]);
  expect(own(clusters(17, 'copy-on-write', (index) => `shop-${index % 2}`))).toEqual([]);
  const maybe = clusters(16).replace('  Copy15:\n', '  Copy15:\n    Condition: Many\n');
  expect(own(`Conditions: { Many: !Equals [!Ref AWS::Region, us-east-1] }\n${maybe}`)).toHaveLength(1);
  expect(own(withManyConditions(maybe.replace('Many', 'C0')))).toEqual([]);
});
