import { describe, expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { instance, template, withManyConditions } from '../../testing/template-texts.ts';

const onKey = (text: string, id: string, logicalId = 'Cluster') =>
  text.replace(`  ${logicalId}:\n`, `  ${logicalId}:\n# ${'^'.repeat(logicalId.length)} ${id}\n`);
const postgres = (properties: string, more: Parameters<typeof template>[1] = {}) =>
  template(properties, more).replaceAll('aurora-mysql', 'aurora-postgresql');
const sections = 'Parameters: { Name: { Type: String }, Count: { Type: Number } }\n';

describeTemplateCases('AUR1003', [
  ['PostgreSQL', onKey(postgres(''), 'AUR1003')],
  ['MySQL', template('')],
  ['a stated port', postgres('      Port: 3306\n')],
  ['a port that is not known', postgres('      Port: !ImportValue port\n')],
  ['a provisioned cluster by its mode', onKey(postgres('      EngineMode: provisioned\n'), 'AUR1003')],
  ['Serverless v1', postgres('      EngineMode: serverless\n')],
  ['a mode that is not known', postgres('      EngineMode: !ImportValue mode\n')],
  ['an engine that is not known', template('', { sections }).replace('Engine: aurora-mysql', 'Engine: !Ref Name')],
]);

/** A Limitless cluster with all that it needs; each line can be replaced, or left out by an empty text. */
const limitless = (lines: Readonly<Record<string, string>> = {}, resources = '') => {
  const all: Readonly<Record<string, string>> = {
    Port: '5432',
    EngineVersion: '16.11-limitless',
    ClusterScalabilityType: 'limitless',
    StorageType: 'aurora-iopt1',
    MonitoringInterval: '30',
    MonitoringRoleArn: 'arn:aws:iam::123456789012:role/monitoring',
    PerformanceInsightsEnabled: 'true',
    PerformanceInsightsRetentionPeriod: '31',
    EnableCloudwatchLogsExports: '[postgresql]',
    ...lines,
  };
  const written = Object.entries(all).filter(([, value]) => value !== '');
  return postgres(written.map(([name, value]) => `      ${name}: ${value}\n`).join(''), { sections, resources });
};
/** A value with carets under it. */
const wrong = (name: string, value: string, id: string) =>
  ({ [name]: `${value}\n#${' '.repeat(name.length + 7)}${'^'.repeat(value.length)} ${id}` }) as const;
const shards = (name: string, capacity: string) =>
  `  ${name}:\n    Type: AWS::RDS::DBShardGroup\n    Properties:\n      DBClusterIdentifier: !Ref Cluster\n      MaxACU: ${capacity}\n`;

describeTemplateCases('AUR1013', [
  ['as it has to be', limitless({}, shards('Shards', '768'))],
  ['standard storage', limitless(wrong('StorageType', 'aurora', 'AUR1013'))],
  ['no storage stated', onKey(limitless({ StorageType: '' }), 'AUR1013')],
  ['a storage that is not known', limitless({ StorageType: '!Ref Name' })],
  ['another version', limitless(wrong('EngineVersion', '"16.11"', 'AUR1013'))],
  ['the major alone', limitless({ EngineVersion: '"16"' })],
  ['a version that is not known', limitless({ EngineVersion: '!Ref Name' })],
  ['backups that stay', limitless(wrong('DeleteAutomatedBackups', 'false', 'AUR1013'))],
  ['backups that go', limitless({ DeleteAutomatedBackups: 'true' })],
  [
    'an instance',
    limitless(
      {},
      instance('A').replace(
        '      DBInstanceClass',
        '#                               ^^^^^^^ AUR1013\n      DBInstanceClass',
      ),
    ),
  ],
  [
    'the fewest and the most units',
    limitless({}, shards('A', '16')) + shards('B', '6144').replace('!Ref Cluster', 'other'),
  ],
  ['too few units', limitless({}, shards('A', '15\n#             ^^ AUR1013'))],
  ['too many units', limitless({}, shards('A', '6145\n#             ^^^^ AUR1013'))],
  ['units that are not known', limitless({}, shards('A', '!Ref Count'))],
  [
    'a second shard group',
    limitless(
      {},
      shards('A', '16') +
        shards('B', '16').replace('!Ref Cluster\n', '!Ref Cluster\n#                               ^^^^^^^ AUR1013\n'),
    ),
  ],
  [
    'the shard groups of two clusters',
    limitless({}, shards('A', '16') + shards('B', '16').replace('!Ref Cluster', 'other')),
  ],
  [
    'a second shard group that may not be there',
    withManyConditions(
      limitless({}, shards('A', '16') + shards('B', '16').replace('    Prop', '    Condition: C0\n    Prop')),
    ),
  ],
  [
    'a standard cluster',
    limitless({ ClusterScalabilityType: 'standard', StorageType: 'aurora', EngineVersion: '"16.11"' }, instance('A')),
  ],
]);

describe('AUR1013', () => {
  const found = (text: string) => findingsOn(text).filter(({ rule }) => rule === 'AUR1013');

  test('is sure of what is stated, and of what is refused', () => {
    expect(found(limitless({ StorageType: '' })).map(({ severity }) => severity)).toEqual(['warning']);
    expect(found(limitless({ StorageType: 'aurora' })).map(({ severity }) => severity)).toEqual(['error']);
    expect(found(limitless({}, shards('A', '6145'))).map(({ severity }) => severity)).toEqual(['warning']);
    expect(found(limitless({}, shards('A', '15'))).map(({ severity }) => severity)).toEqual(['error']);
  });

  test.each([
    [limitless({ StorageType: '' }), 'StorageType: aurora-iopt1'],
    [limitless({ EngineVersion: '"16.11"' }), 'EngineVersion: "16.11-limitless"'],
    [limitless({}, shards('A', '15')), 'MaxACU: 16'],
    [limitless({}, shards('A', '6145')), 'MaxACU: 6144'],
  ])('mends', (text, line) => {
    expect(mendTemplate(text, 'AUR1013')).toContain(line);
  });

  test('names no version that is not there', () => {
    expect(found(limitless({ EngineVersion: '"15.4"' })).map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

const insights = { PerformanceInsightsEnabled: '', PerformanceInsightsRetentionPeriod: '' };
const others = {
  proxy:
    '  Proxy:\n    Type: AWS::RDS::DBProxyTargetGroup\n    Properties:\n      DBClusterIdentifiers: [!Ref Cluster]\n',
  global:
    '  Global:\n    Type: AWS::RDS::GlobalCluster\n    Properties:\n      SourceDBClusterIdentifier: !Ref Cluster\n',
  endpoint:
    '  Reports:\n    Type: AWS::RDS::DBClusterEndpoint\n    Properties:\n      DBClusterIdentifier: !Ref Cluster\n',
  integration:
    '  ToWarehouse:\n    Type: AWS::RDS::Integration\n    Properties:\n      SourceArn: !GetAtt Cluster.DBClusterArn\n',
};
const withCarets = (resource: string, word: string, column: number) =>
  `${resource}#${' '.repeat(column - 1)}${'^'.repeat(word.length)} AUR1019\n`;

describeTemplateCases('AUR1019', [
  ['as it has to be', limitless()],
  ['no Performance Insights', onKey(limitless(insights), 'AUR1019')],
  ['Performance Insights switched off', limitless(wrong('PerformanceInsightsEnabled', 'false', 'AUR1019'))],
  ['no retention', onKey(limitless({ PerformanceInsightsRetentionPeriod: '' }), 'AUR1019')],
  ['too short a retention', limitless(wrong('PerformanceInsightsRetentionPeriod', '7', 'AUR1019'))],
  [
    'what is not known',
    limitless({
      PerformanceInsightsEnabled: '!Ref Name',
      PerformanceInsightsRetentionPeriod: '!Ref Count',
      MonitoringInterval: '!Ref Count',
      EnableCloudwatchLogsExports: '!Ref Name',
    }),
  ],
  ['no Enhanced Monitoring', limitless(wrong('MonitoringInterval', '0', 'AUR1019'))],
  ['no interval', onKey(limitless({ MonitoringInterval: '' }), 'AUR1019')],
  ['no log', onKey(limitless({ EnableCloudwatchLogsExports: '' }), 'AUR1019')],
  ['another log', limitless({ EnableCloudwatchLogsExports: '[instance]\n#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1019' })],
  ['a log that is not known', limitless({ EnableCloudwatchLogsExports: '[instance, !Ref Name]' })],
  ['Data API', limitless(wrong('EnableHttpEndpoint', 'true', 'AUR1019'))],
  ['no Data API', limitless({ EnableHttpEndpoint: 'false' })],
  ['a managed password', limitless(wrong('ManageMasterUserPassword', 'true', 'AUR1019'))],
  ['a global database', limitless({ GlobalClusterIdentifier: 'world\n#     ^^^^^^^^^^^^^^^^^^^^^^^ AUR1019' })],
  ['Kerberos', limitless({ Domain: 'd-1234567890\n#     ^^^^^^ AUR1019 no Kerberos authentication' })],
  ['a domain that may be empty', limitless({ Domain: '!Ref Name' })],
  ['a custom endpoint', limitless({}, withCarets(others.endpoint, 'Cluster', 32))],
  ['the custom endpoint of another cluster', limitless({}, others.endpoint.replace('!Ref Cluster', 'other'))],
  ['a global database made from it', limitless({}, withCarets(others.global, 'Cluster', 38))],
  ['a global database made from another cluster', limitless({}, others.global.replace('!Ref Cluster', 'other'))],
  ['a proxy', limitless({}, withCarets(others.proxy, 'Cluster', 34))],
  ['the proxy of another cluster', limitless({}, others.proxy.replace('!Ref Cluster', 'other'))],
  ['the proxy of clusters that are not known', limitless({}, others.proxy.replace('[!Ref Cluster]', '!Ref Name'))],
  ['an integration', limitless({}, withCarets(others.integration, 'Cluster.DBClusterArn', 25))],
  [
    'an integration of another cluster',
    limitless(
      {},
      others.integration.replace('!GetAtt Cluster.DBClusterArn', 'arn:aws:rds:eu-west-1:123456789012:cluster:other'),
    ),
  ],
  [
    'a role that calls models',
    limitless({
      AssociatedRoles:
        '[{ RoleArn: a, FeatureName: Bedrock }]\n#                                                  ^^^^^^^ AUR1019',
    }),
  ],
  [
    'a role that calls functions',
    limitless({
      AssociatedRoles:
        '[{ RoleArn: a, FeatureName: Lambda }]\n#                                                  ^^^^^^ AUR1019',
    }),
  ],
  ['another role', limitless({ AssociatedRoles: '[{ RoleArn: a, FeatureName: s3Import }]' })],
  ['a role of a feature that is not known', limitless({ AssociatedRoles: '[{ RoleArn: a, FeatureName: !Ref Name }]' })],
  ['roles that are not known', limitless({ AssociatedRoles: '!Ref Name' })],
  ['a standard cluster', limitless({ ...insights, ClusterScalabilityType: 'standard', EnableHttpEndpoint: 'true' })],
]);

test.each([
  [limitless(insights), 'PerformanceInsightsEnabled: true\n      PerformanceInsightsRetentionPeriod: 31\n'],
  [limitless({ MonitoringInterval: '0' }), 'MonitoringInterval: 30\n'],
  [limitless({ EnableCloudwatchLogsExports: '' }), 'EnableCloudwatchLogsExports: [ postgresql ]\n'],
  [limitless({ EnableCloudwatchLogsExports: '[instance]' }), 'EnableCloudwatchLogsExports: [instance, postgresql]\n'],
])('AUR1019 mends', (text, lines) => {
  expect(mendTemplate(text, 'AUR1019')).toContain(lines);
});

test('AUR1019 takes Data API away, and leaves another password to a person', () => {
  expect(mendTemplate(limitless({ EnableHttpEndpoint: 'true' }), 'AUR1019')).toBe(limitless());
  const [finding] = findingsOn(limitless({ ManageMasterUserPassword: 'true' })).filter(
    ({ rule }) => rule === 'AUR1019',
  );
  expect(finding?.fixes).toEqual([]);
});

test('AUR1019 sets no interval without a role', () => {
  const [finding] = findingsOn(limitless({ MonitoringInterval: '0', MonitoringRoleArn: '' })).filter(
    ({ rule }) => rule === 'AUR1019',
  );
  expect(finding?.fixes).toEqual([]);
});

const zeroEtl = (parameters: string, { group = '!Ref Group', source = '!GetAtt Cluster.DBClusterArn' } = {}) =>
  template(group === '' ? '' : `      DBClusterParameterGroupName: ${group}\n`, {
    sections,
    resources: `${instance('A')}${others.integration.replace('!GetAtt Cluster.DBClusterArn', source)}  Group:\n    Type: AWS::RDS::DBClusterParameterGroup\n    Properties:\n      Description: ours\n      Family: aurora-mysql8.0\n      Parameters:${parameters}`,
  });
const needed =
  ' { aurora_enhanced_binlog: 1, binlog_backup: 0, binlog_format: row, binlog_replication_globaldb: 0, binlog_row_image: FULL, binlog_row_metadata: full }\n';
const onParameters = `#     ^^^^^^^^^^ AUR1020`;

describeTemplateCases('AUR1020', [
  ['all that it needs', zeroEtl(needed)],
  [
    'one that is missing',
    zeroEtl(`${needed.replace('binlog_backup: 0, ', '')}${onParameters} needs binlog_backup = 0.\n`),
  ],
  [
    'one that is wrong',
    zeroEtl(
      `${needed.replace('binlog_format: row', 'binlog_format: MIXED')}${onParameters} needs binlog_format = ROW.\n`,
    ),
  ],
  ['one that is not known', zeroEtl(needed.replace('binlog_format: row', 'binlog_format: !Ref Name'))],
  ['parameters that are not known', zeroEtl(' !Ref Name\n')],
  ['no group', onKey(zeroEtl(needed, { group: '' }), 'AUR1020')],
  [
    'the default group',
    zeroEtl(needed, {
      group: 'default.aurora-mysql8.0\n#                                  ^^^^^^^^^^^^^^^^^^^^^^^ AUR1020',
    }),
  ],
  ['a group that stands elsewhere', zeroEtl(needed, { group: 'shared' })],
  [
    'compressed transactions',
    zeroEtl(
      '\n        binlog_transaction_compression: "ON"\n#                                       ^^^^ AUR1020\n' +
        needed
          .trim()
          .slice(2, -2)
          .split(', ')
          .map((one) => `        ${one}\n`)
          .join(''),
    ),
  ],
  ['a compression that is not known', zeroEtl(needed.replace(' }', ', binlog_transaction_compression: !Ref Name }'))],
  [
    'transactions as they are',
    zeroEtl(needed.replace(' }', ', binlog_transaction_compression: "OFF", binlog_row_value_options: "" }')),
  ],
  [
    'one of two integrations',
    zeroEtl(
      `${needed.replace('binlog_backup: 0, ', '')}${onParameters}\n${others.integration
        .replace('ToWarehouse', 'ToLake')
        .replace('!GetAtt Cluster.DBClusterArn', 'arn:aws:rds:eu-west-1:123456789012:cluster:other')}`,
    ),
  ],
  [
    'no source of an integration',
    zeroEtl(' { time_zone: UTC }\n', { source: 'arn:aws:rds:eu-west-1:123456789012:cluster:other' }),
  ],
  [
    'an engine that is not known',
    zeroEtl(' { time_zone: UTC }\n').replace('Engine: aurora-mysql', 'Engine: !Ref Name'),
  ],
]);

test('AUR1020 sets all that is missing or wrong at once', () => {
  const text = zeroEtl(needed.replace('binlog_backup: 0, ', '').replace('binlog_format: row', 'binlog_format: MIXED'));
  expect(mendTemplate(text, 'AUR1020')).toContain('binlog_format: ROW,');
  expect(mendTemplate(text, 'AUR1020')).toContain('binlog_row_metadata: full, binlog_backup: "0" }');
});

const proxied = (before = '', cluster = '!Ref Cluster', instances = instance('A')) =>
  template('', {
    resources:
      instances + others.proxy.replace('!Ref Cluster', cluster).replace('    Properties:', `${before}    Properties:`),
  });

describeTemplateCases('AUR1023', [
  ['at once', onKey(proxied(), 'AUR1023', 'Proxy')],
  ['after an instance', proxied('    DependsOn: [A]\n')],
  ['another cluster', proxied('', 'other')],
  ['instances that stand elsewhere', proxied('', '!Ref Cluster', '')],
  ['clusters that are not known', proxied().replace('[!Ref Cluster]', '!Ref Names')],
]);
