/**
 * A blueprint as a large estate has it, of at least so many lines: a global database whose clusters are written out
 * with comments, and as many scenarios as the length asks for. It has findings, but no error.
 *
 * @param {number} lines
 * @returns {string}
 */
export function longBlueprint(lines) {
  const clusters = Math.min(regions.length, Math.max(1, Math.floor(lines / 100)));
  const readers = Math.min(6, Math.max(1, Math.floor(lines / 100)));
  const written = [...head, 'primary:', ...cluster(0, readers).map((line) => `  ${line}`)];
  if (clusters > 1) written.push('secondaries:');
  for (let index = 1; index < clusters; index++) {
    written.push(...cluster(index, 1).map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`)));
  }
  written.push(...foot, 'scenarios:');
  for (let index = 0; written.length < lines; index++) written.push(...scenario(index));
  return `${written.join('\n')}\n`;
}

const regions = [
  'us-east-1',
  'eu-west-1',
  'us-west-2',
  'eu-central-1',
  'ap-southeast-1',
  'ap-northeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-west-2',
  'sa-east-1',
  'us-east-2',
];

const head = [
  '# Orders of the shop: one writer, readers close to the people who read.',
  'aurora: 1',
  'name: orders',
  'engine: aurora-postgresql',
  'engineVersion: "16.9"',
  'databaseName: orders',
  'masterUsername: appadmin',
  'masterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"',
  '',
];

const foot = [
  'machineLearning:',
  '  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }',
  'workload: { readsPerSecond: 40000, writesPerSecond: 10000, connections: 800 }',
  'objectives:',
  '  writerRecovery: 60s',
  '  dataLoss: 0s',
  '  survive: [instance, az]',
];

/**
 * @param {number} index
 * @param {number} readers
 */
function cluster(index, readers) {
  const region = regions[index] ?? '';
  const lines = [
    `clusterIdentifier: orders-${region}`,
    `region: ${region}`,
    'storageType: aurora-iopt1',
    'storageEncrypted: true',
    `kmsKeyId: arn:aws:kms:${region}:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    'backupRetentionPeriod: 14   # two weeks, as the auditors ask',
    'preferredBackupWindow: 03:00-03:30',
    'preferredMaintenanceWindow: sun:05:00-sun:05:30',
    'deletionProtection: true',
    'enableIAMDatabaseAuthentication: true',
    'enableCloudwatchLogsExports: [postgresql]',
    'dbSubnetGroupName: orders',
    `vpcSecurityGroupIds: [sg-0123456789abcde0${index % 10}]`,
    'tags:',
    '  Team: orders',
    '  CostCenter: "4711"',
    'instances:',
  ];
  for (let instance = 0; instance <= readers; instance++) {
    lines.push(
      `  # Reads of shard ${instance}.`,
      `  - id: orders-${region}-${instance}`,
      `    class: db.r7g.${instance < 2 ? '2xlarge' : 'xlarge'}`,
      `    availabilityZone: ${region}${'abc'.charAt(instance % 3)}`,
      `    promotionTier: ${Math.min(instance, 15)}`,
      '    monitoringInterval: 60',
      '    monitoringRoleArn: arn:aws:iam::123456789012:role/rds-monitoring',
    );
  }
  return lines;
}

/** @param {number} index */
function scenario(index) {
  const lines = [
    `  - name: lose an AZ, then the writer (${index})`,
    `    seed: ${index}`,
    '    duration: 30m',
    '    events:',
    '      - { at: 60s, fail: az, target: us-east-1c, for: 20m }',
    '      - { at: 90s, fail: segment, target: pg-7/A }',
    '      # The writer goes while the AZ is away.',
  ];
  for (let minute = 2; minute < 6; minute++) lines.push(`      - at: ${minute}m`, '        crash: writer');
  return [...lines, '    expect:', '      writerRecovery: "< 60s"', '      dataLoss: 0s', ''];
}
