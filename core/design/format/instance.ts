import * as limits from '../../facts/generated/limits.ts';
import { boolean, choice, integer, text } from './scalar.ts';
import { object } from './shape.ts';

/** One DB instance of a cluster. */
export const instanceShape = object(
  {
    id: text(
      {
        summary: 'Identifier of the DB instance (DBInstanceIdentifier).',
        limits: '1 to 63 letters, digits or hyphens; a letter first; no hyphen at the end, no two in a row',
        example: 'orders-a',
        facts: [limits.instance_identifier],
      },
      undefined,
    ),
    class: text(
      {
        summary: 'DB instance class (DBInstanceClass): its vCPU and memory, or db.serverless.',
        example: 'db.r7g.large',
        facts: [limits.reader_same_class_recommended],
      },
      'instanceClass',
    ),
    availabilityZone: text(
      {
        summary: 'The AZ in which the instance stands.',
        default: 'Aurora chooses one of the three AZs of the volume',
        limits: 'one of the three AZs of the cluster volume',
        facts: [limits.storage_azs],
      },
      'availabilityZone',
    ),
    role: choice(['writer', 'reader'], {
      summary: 'What the instance does until something fails: one writer, the others read.',
      default: 'reader; the first instance of the primary is the writer when no instance says so',
      facts: [limits.writer_per_cluster],
    }),
    promotionTier: integer(
      {
        summary: 'Priority for promotion when the writer fails: 0 is promoted first, 15 last.',
        default: '1',
        limits: '0 to 15',
        example: '1',
        facts: [limits.promotion_tier_range, limits.promotion_tier_serverless_v2_scaling],
      },
      'promotionTier',
    ),
    engine: choice(
      ['aurora-postgresql', 'aurora-mysql'],
      {
        summary: 'Engine of the instance, where it is stated: the one of the cluster.',
        default: 'the engine of the cluster',
        facts: [limits.instance_engine_match],
      },
      'clusterEngine',
    ),
    dbSubnetGroupName: text({
      summary: 'Subnet group of the instance, where it is stated: the one of the cluster.',
      default: 'the subnet group of the cluster',
      facts: [limits.instance_subnet_group_match],
    }),
    publiclyAccessible: boolean({
      summary: 'Whether the instance gets a public address.',
      default: 'false in a private subnet group',
      facts: [limits.instance_public_access],
    }),
    autoMinorVersionUpgrade: boolean({
      summary:
        'Whether Aurora installs minor engine versions in the maintenance window; only if every instance has it on.',
      default: 'true',
      facts: [limits.auto_minor_upgrade],
    }),
    preferredMaintenanceWindow: text(
      {
        summary: 'Weekly window for work on this instance, in UTC; engine upgrades follow the window of the cluster.',
        example: 'sun:05:00-sun:05:30',
        facts: [limits.maintenance_window_format, limits.maintenance_cluster_owned],
      },
      'maintenanceWindow',
    ),
    caCertificateIdentifier: text({
      summary: 'Certificate authority that signs the TLS certificate of the instance.',
      example: 'rds-ca-rsa2048-g1',
      values: ['rds-ca-rsa2048-g1', 'rds-ca-rsa4096-g1', 'rds-ca-ecc384-g1'],
      facts: [limits.ca_certificate, limits.ca_2019_expired],
    }),
    dbParameterGroupName: text({ summary: 'Parameter group of the instance (DBParameterGroupName).' }),
    monitoringInterval: integer({
      summary: 'Seconds between Enhanced Monitoring measurements of this instance; 0 switches it off.',
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
    performanceInsightsEnabled: boolean({ summary: 'Whether Performance Insights records this instance.' }),
    performanceInsightsRetentionPeriod: integer({
      summary: 'Days for which Performance Insights keeps the data of this instance.',
      default: 'that of the cluster',
      limits: '7, a multiple of 31 up to 713, or 731 days',
      values: limits.pi_retention.value,
      facts: [limits.pi_retention],
    }),
  },
  { summary: 'A DB instance of the cluster.' },
  ['id', 'class'],
);
