import * as limits from '../../facts/generated/limits.ts';
import * as ml from '../../facts/generated/ml.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { boolean, choice, duration, integer, number, size, text } from './scalar.ts';
import { list, object } from './shape.ts';

/** Planning figures of the cluster volume. */
export const volumeShape = object(
  {
    size: size({
      summary: 'Data that the volume holds.',
      default: '100 GiB',
      example: '100 GiB',
      facts: [limits.storage_max_256],
    }),
    growthPerDay: size({ summary: 'Data added each day.', example: '5 GiB' }),
  },
  {
    summary: 'Planning figures of the volume, which grows by itself in 10 GiB protection groups.',
    facts: [resilience.segment_size, limits.storage_growth_increment],
  },
);

/** What target tracking holds, and how fast it moves. */
const trackingProperties = {
  metric: choice(['RDSReaderAverageCPUUtilization', 'RDSReaderAverageDatabaseConnections'], {
    summary: 'What is held at the target, averaged over all readers.',
    facts: [limits.as_metrics],
  }),
  targetValue: number({ summary: 'The target: percent of CPU, or connections.', example: '60' }),
  scaleInCooldown: integer({
    summary: 'Seconds between two removals.',
    default: '300 s',
    example: '300',
    facts: [limits.as_cooldown],
  }),
  scaleOutCooldown: integer({
    summary: 'Seconds between two additions.',
    default: '300 s',
    example: '300',
    facts: [limits.as_cooldown],
  }),
  disableScaleIn: boolean({ summary: 'Never removes a reader.', default: 'false' }),
} as const;

/** Replica auto scaling by target tracking. */
export const autoScalingShape = object(
  {
    minCapacity: integer({ summary: 'Fewest readers.', limits: '0 to 15', example: '1', facts: [limits.as_capacity] }),
    maxCapacity: integer({ summary: 'Most readers.', limits: '0 to 15', example: '4', facts: [limits.as_capacity] }),
    ...trackingProperties,
    policies: list(object(trackingProperties, { summary: 'A further scaling policy.' }, ['metric']), {
      summary: 'Further policies, each for another metric; the bounds hold for all of them.',
      limits: 'one policy per metric',
      facts: [limits.as_metrics],
    }),
  },
  { summary: 'Adds and removes readers to hold a target.', facts: [limits.as_capacity, limits.as_new_replica] },
  ['minCapacity', 'maxCapacity'],
);

/** Capacity range of Serverless v2 instances. */
export const serverlessShape = object(
  {
    minCapacity: number({
      summary: 'Least capacity of each db.serverless instance, in ACU; 0 lets it pause.',
      limits: '0 to 256 ACU in steps of 0.5',
      example: '0.5',
      facts: [limits.sv2_capacity, limits.sv2_autopause_versions],
    }),
    maxCapacity: number({
      summary: 'Most capacity of each db.serverless instance, in ACU.',
      limits: '1 to 256 ACU in steps of 0.5',
      example: '8',
      facts: [limits.sv2_capacity, limits.sv2_max_gt_half],
    }),
    secondsUntilAutoPause: integer({
      summary: 'Idle seconds before an instance pauses; only with minCapacity 0.',
      default: '300',
      example: '300',
      limits: '300 to 86400 s',
      facts: [limits.sv2_autopause_timeout],
    }),
  },
  { summary: 'Capacity range of the Serverless v2 instances.', facts: [limits.sv2_config_required] },
  ['minCapacity', 'maxCapacity'],
);

/** A custom endpoint. */
export const endpointShape = object(
  {
    id: text({
      summary: 'Name of the endpoint.',
      limits: 'at most 63 characters',
      facts: [limits.custom_endpoint_name],
    }),
    type: choice(['READER', 'ANY', 'WRITER'], {
      summary:
        'Which roles may answer: a READER endpoint loses a member that is promoted, ANY keeps it. The API has WRITER as well; the guide leaves custom endpoints READER and ANY.',
      default: 'ANY',
      facts: [limits.custom_endpoint_type, limits.custom_endpoint_reader_promoted],
    }),
    staticMembers: list(text({ summary: 'An instance of the cluster.' }, 'instanceId'), {
      summary: 'The only instances that answer; readers added later are left out.',
      facts: [limits.custom_endpoint_lists],
    }),
    excludedMembers: list(text({ summary: 'An instance of the cluster.' }, 'instanceId'), {
      summary: 'Instances that do not answer; readers added later do.',
      facts: [limits.custom_endpoint_lists],
    }),
  },
  { summary: 'A custom endpoint.' },
  ['id'],
);

/** An IAM role that is associated with a cluster. */
export const associatedRoleShape = object(
  {
    featureName: text(
      {
        summary: 'What the role is for. Aurora PostgreSQL needs it; Aurora MySQL takes none.',
        limits: 's3Import, s3Export, Lambda, Comprehend, SageMaker or Bedrock',
        example: 's3Import',
        facts: [ml.postgresql_roles, ml.mysql_roles],
      },
      'roleFeature',
    ),
    roleArn: text({
      summary: 'ARN of the role.',
      example: 'arn:aws:iam::123456789012:role/orders-s3-import',
      facts: [limits.iam_roles_per_cluster],
    }),
  },
  { summary: 'An IAM role that is associated with the cluster.' },
  ['roleArn'],
);

/** A manual snapshot that the design keeps. */
export const snapshotShape = object(
  {
    id: text({ summary: 'Identifier of the snapshot.' }),
    retention: duration({ summary: 'How long it is to be kept.', example: '365d' }),
  },
  { summary: 'A manual snapshot.' },
  ['id'],
);

const sourceCluster = text({ summary: 'Identifier or ARN of the source cluster.' });

/** Where the data of a new cluster comes from; one of the four. */
export const originShape = object(
  {
    snapshot: object(
      { snapshotIdentifier: text({ summary: 'Identifier or ARN of the snapshot.' }) },
      { summary: 'Restored from a snapshot.' },
      ['snapshotIdentifier'],
    ),
    pointInTime: object(
      {
        sourceDBClusterIdentifier: sourceCluster,
        sourceDbClusterResourceId: text({
          summary: 'Resource id of the source cluster, for one that is deleted and whose automated backups are kept.',
          facts: [limits.pitr_params],
        }),
        restoreToTime: text({ summary: 'The moment, in UTC.', example: '2026-11-01T03:00:00Z' }),
        useLatestRestorableTime: boolean({
          summary: 'The latest moment that can be restored.',
          facts: [limits.pitr_latest],
        }),
      },
      { summary: 'Restored to a point in time, into a new cluster.', facts: [limits.pitr_params] },
    ),
    clone: object(
      { sourceDBClusterIdentifier: sourceCluster },
      { summary: 'A copy-on-write clone.', facts: [limits.clone_cow_max] },
      ['sourceDBClusterIdentifier'],
    ),
    s3: object(
      {
        s3BucketName: text({ summary: 'Bucket with the backup files.' }),
        s3Prefix: text({ summary: 'Prefix of the backup files.' }),
        s3IngestionRoleArn: text({ summary: 'Role that reads the bucket.' }),
        sourceEngine: text({ summary: 'Engine of the backup: mysql.', example: 'mysql' }),
        sourceEngineVersion: text({ summary: 'Version of the engine that was backed up.' }),
      },
      {
        summary: 'Restored from a Percona XtraBackup in S3. Aurora MySQL only.',
        engine: 'aurora-mysql',
        facts: [limits.s3_restore],
      },
      ['s3BucketName', 's3IngestionRoleArn'],
    ),
  },
  { summary: 'Where the data of the new cluster comes from; an empty cluster when left out.' },
);
