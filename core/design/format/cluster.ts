import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import {
  associatedRoleShape,
  autoScalingShape,
  endpointShape,
  originShape,
  serverlessShape,
  snapshotShape,
  volumeShape,
} from './cluster-groups.ts';
import { instanceShape } from './instance.ts';
import { boolean, choice, integer, text } from './scalar.ts';
import { list, object, record } from './shape.ts';

/** Properties that the primary and every secondary cluster share, in the order in which people write them. */
const clusterProperties = {
  clusterIdentifier: text({
    summary: 'Name of the cluster (DBClusterIdentifier); part of its endpoints.',
    default: 'the name of the blueprint',
    limits: '1 to 63 letters, digits or hyphens; a letter first; no hyphen at the end, no two in a row',
    facts: [limits.cluster_identifier],
  }),
  region: text(
    {
      summary: 'AWS Region in which the cluster runs.',
      example: 'us-east-1',
      facts: [limits.global_region_distinct],
    },
    'region',
  ),
  availabilityZones: list(text({ summary: 'An AZ of the Region.' }, 'availabilityZone'), {
    summary: 'The AZs that hold the six copies of the volume.',
    default: 'the AZs of the instances, then the first of the Region by name, three in all',
    limits: 'at most three',
    facts: [limits.availability_zones_list_max, limits.storage_azs],
  }),
  engineVersion: text(
    {
      summary: 'Engine version of this cluster where it differs from the one on top.',
      facts: [limits.global_version_match],
    },
    'engineVersion',
  ),
  engineMode: text({
    summary: 'Engine mode. Only provisioned is left; serverless (v1) and multimaster are retired.',
    default: 'provisioned',
    example: 'provisioned',
    facts: [limits.multi_master, limits.sv1_eol],
  }),
  storageType: choice(['aurora', 'aurora-iopt1'], {
    summary:
      'Aurora Standard (pay per I/O) or I/O-Optimized (aurora-iopt1: dearer storage and instances, I/O included).',
    default: 'aurora',
    facts: [limits.iopt1_breakeven, limits.iopt1_switch_window],
  }),
  volume: volumeShape,
  instances: list(instanceShape, {
    summary: 'The DB instances: one writer and up to 15 readers; a secondary has readers only, or none (headless).',
    limits: 'at most 16',
    facts: [limits.replicas_per_cluster_max, limits.global_secondary_replicas_max, limits.global_headless],
  }),
  autoScaling: autoScalingShape,
  serverlessV2ScalingConfiguration: serverlessShape,
  endpoints: list(endpointShape, {
    summary:
      'Custom endpoints: a name that answers with chosen instances. The reader endpoint still leads to all readers; with custom endpoints it usually is no longer used.',
    limits: 'at most 5 by default',
    facts: [limits.custom_endpoints_max, limits.custom_endpoint_lists, limits.reader_endpoint_unused],
  }),
  backupRetentionPeriod: integer({
    summary: 'Days for which automated backups are kept: how far back a point-in-time restore reaches.',
    default: '1 day',
    limits: '1 to 35 days; automated backups cannot be switched off',
    example: '7',
    facts: [limits.backup_retention],
  }),
  preferredBackupWindow: text(
    {
      summary: 'Daily window of the automated backup, in UTC.',
      limits: 'hh24:mi-hh24:mi, at least 30 minutes, apart from the maintenance window; may pass midnight',
      example: '03:00-03:30',
      facts: [limits.backup_window_format, limits.default_windows],
    },
    'backupWindow',
  ),
  preferredMaintenanceWindow: text(
    {
      summary: 'Weekly window for patches and upgrades, in UTC.',
      limits: 'ddd:hh24:mi-ddd:hh24:mi, at least 30 minutes',
      example: 'sun:05:00-sun:05:30',
      facts: [limits.maintenance_window_format, limits.default_windows],
    },
    'maintenanceWindow',
  ),
  backtrackWindow: integer({
    summary: 'Seconds by which the whole cluster can be rewound in place. Aurora MySQL only.',
    default: '0 (off)',
    limits: '0 to 259200 s (72 hours)',
    example: '86400',
    engine: 'aurora-mysql',
    facts: [limits.backtrack_window, limits.backtrack_engine, limits.backtrack_create_time],
  }),
  deletionProtection: boolean({
    summary: 'Refuses to delete the cluster until it is switched off.',
    default: 'false',
    facts: [limits.delete_protection],
  }),
  copyTagsToSnapshot: boolean({ summary: 'Whether snapshots carry the tags of the cluster.', default: 'false' }),
  snapshots: list(snapshotShape, {
    summary: 'Manual snapshots that are to be kept; they never expire by themselves.',
    facts: [limits.manual_cluster_snapshots_quota],
  }),
  origin: originShape,
  port: integer({
    summary: 'TCP port of the endpoints.',
    default: '3306 for Aurora MySQL, 5432 for Aurora PostgreSQL',
    values: [limits.port.default['aurora-postgresql'], limits.port.default['aurora-mysql']],
    limits: '1150 to 65535',
    facts: [limits.port],
  }),
  storageEncrypted: boolean({
    summary: 'Encryption at rest; since 2026-02-18 every new cluster is encrypted.',
    default: 'true',
    facts: [limits.default_encryption, limits.encryption_irreversible],
  }),
  kmsKeyId: text({
    summary: 'KMS key of the volume, its snapshots and backups.',
    default: 'a key owned by AWS',
    example: 'alias/orders',
    facts: [limits.kms_requires_encrypted, limits.kms_cross_region],
  }),
  enableIAMDatabaseAuthentication: boolean({
    summary: 'Lets IAM users and roles log in to the database.',
    default: 'false',
  }),
  manageMasterUserPassword: boolean({
    summary: 'Aurora keeps and rotates the master password in Secrets Manager.',
    default: 'false',
    facts: [limits.manage_master_password],
  }),
  dbSubnetGroupName: text({
    summary: 'Subnet group: the subnets, and so the AZs, in which instances may stand.',
    facts: [limits.subnet_group_az_min],
  }),
  subnets: list(
    object(
      {
        id: text({ summary: 'Identifier of the subnet.' }),
        availabilityZone: text({ summary: 'The AZ of the subnet.' }, 'availabilityZone'),
      },
      { summary: 'A subnet of the subnet group.' },
      ['id', 'availabilityZone'],
    ),
    { summary: 'The subnets of the subnet group, where they matter.', facts: [limits.subnet_group_az_min] },
  ),
  vpcSecurityGroupIds: list(text({ summary: 'Identifier of a security group.', example: 'sg-0123456789abcdef0' }), {
    summary: 'Security groups of the endpoints.',
  }),
  networkType: choice(['IPV4', 'DUAL'], {
    summary: 'IPv4 alone, or with IPv6.',
    default: 'IPV4',
    facts: [limits.network_type],
  }),
  dbClusterParameterGroupName: text({
    summary: 'Parameter group of the cluster (DBClusterParameterGroupName).',
    default: 'the default group of the engine version',
  }),
  parameters: record(
    text({ summary: 'The value of the parameter.' }),
    {
      summary: 'Parameters of the cluster parameter group that the design sets.',
      facts: [limits.global_rpo_param],
    },
    'parameter',
  ),
  enableCloudwatchLogsExports: list(text({ summary: 'A log of the engine.' }, 'logExport'), {
    summary: 'Logs that are sent to CloudWatch Logs.',
    facts: [limits.log_exports],
  }),
  monitoringInterval: integer({
    summary: 'Seconds between Enhanced Monitoring measurements; 0 switches it off.',
    default: '0',
    limits: '0, 1, 5, 10, 15, 30 or 60 s',
    values: limits.monitoring_interval.value,
    facts: [limits.monitoring_interval],
  }),
  monitoringRoleArn: text({
    summary: 'Role that sends Enhanced Monitoring to CloudWatch Logs.',
    example: 'arn:aws:iam::123456789012:role/rds-monitoring-role',
    facts: [limits.monitoring_interval],
  }),
  databaseInsightsMode: choice(['standard', 'advanced'], {
    summary: 'Depth of Database Insights; advanced keeps 465 days.',
    default: 'standard',
    facts: [limits.database_insights],
  }),
  performanceInsightsEnabled: boolean({
    summary: 'Whether Performance Insights records the cluster.',
    facts: [limits.pi_eol],
  }),
  performanceInsightsRetentionPeriod: integer({
    summary: 'Days for which Performance Insights keeps its data.',
    default: '7',
    limits: '7, a multiple of 31 up to 713, or 731 days',
    values: limits.pi_retention.value,
    facts: [limits.pi_retention],
  }),
  performanceInsightsKmsKeyId: text({ summary: 'KMS key of the Performance Insights data.' }),
  enableHttpEndpoint: boolean({ summary: 'Switches the RDS Data API on.', default: 'false', facts: [limits.data_api] }),
  enableLocalWriteForwarding: boolean({ summary: 'Lets readers forward writes to the writer.', default: 'false' }),
  enableGlobalWriteForwarding: boolean({
    summary: 'Lets a secondary forward writes to the primary Region.',
    default: 'false',
  }),
  engineLifecycleSupport: choice(['open-source-rds-extended-support', 'open-source-rds-extended-support-disabled'], {
    summary: 'Whether the cluster slides into paid Extended Support after the end of standard support.',
    default: 'open-source-rds-extended-support',
    facts: [limits.engine_lifecycle_support],
  }),
  autoMinorVersionUpgrade: boolean({
    summary: 'Whether Aurora installs minor engine versions in the maintenance window.',
    default: 'true',
    facts: [limits.auto_minor_upgrade],
  }),
  associatedRoles: list(associatedRoleShape, {
    summary: 'IAM roles of the cluster beside those of machineLearning: for Amazon S3 or AWS Lambda.',
    limits: 'at most 5 roles by default, those of machineLearning among them',
    facts: [limits.iam_roles_per_cluster],
  }),
  proxies: list(object({ name: text({ summary: 'Name of the proxy.' }) }, { summary: 'An RDS Proxy.' }, ['name']), {
    summary: 'RDS proxies in front of the cluster.',
    facts: [resilience.proxy_failover],
  }),
  integrations: list(
    object(
      {
        target: text({ summary: 'ARN of the target.' }),
        dataFilter: text({ summary: 'Databases and tables to replicate.' }),
      },
      {
        summary: 'A zero-ETL integration.',
      },
    ),
    { summary: 'Zero-ETL integrations from this cluster.', facts: [limits.zero_etl_quota] },
  ),
  tags: record(text({ summary: 'The value of the tag.' }), {
    summary: 'Tags of the cluster.',
    limits: 'at most 50',
    facts: [limits.tags_max],
  }),
} as const;

/** The cluster in the primary Region. */
export const primaryShape = object(
  clusterProperties,
  { summary: 'The cluster that takes writes, in the primary Region.' },
  ['region'],
);

/** A cluster in another Region that follows the primary. */
export const secondaryShape = object(
  {
    ...clusterProperties,
    replication: choice(['global', 'binlog'], {
      summary: 'How changes arrive: by the storage of a global database, or by binlog (Aurora MySQL).',
      default: 'global',
      engineOfValue: { binlog: 'aurora-mysql' },
      facts: [resilience.cross_region_replicas],
    }),
    replicationSourceIdentifier: text({ summary: 'ARN of the source cluster of binlog replication.' }),
  },
  { summary: 'A cluster in another Region that follows the primary.' },
  ['region'],
);
