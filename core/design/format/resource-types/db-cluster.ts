import * as limits from '../../../facts/generated/limits.ts';
import * as resourceTypes from '../../../facts/generated/resource-types.ts';
import { blueprintShape } from '../blueprint.ts';
import { originShape } from '../cluster-groups.ts';
import { boolean, choice, text } from '../scalar.ts';
import { object } from '../shape.ts';
import { described, inCloudFormation, resourceType } from './resource-type.ts';
import { tags } from './tags.ts';

const { primary, secondaries, ...onTop } = blueprintShape.properties;
const cluster = primary.properties;
const { snapshot, pointInTime } = originShape.properties;

/** `AWS::RDS::DBCluster`, as Aurora takes it. */
export const dbCluster = resourceType(
  resourceTypes.db_cluster,
  'An Aurora cluster: its volume, endpoints and settings. Its instances are resources of their own.',
  {
    Engine: onTop.engine,
    EngineVersion: onTop.engineVersion,
    DBClusterIdentifier: inCloudFormation(cluster.clusterIdentifier, {
      default: 'a name that CloudFormation makes up',
    }),
    ...described(onTop, ['DatabaseName', 'MasterUsername', 'MasterUserPassword']),
    ...described(cluster, ['ManageMasterUserPassword']),
    MasterUserSecret: object(
      {
        KmsKeyId: text({
          summary: 'KMS key of the secret.',
          default: 'the key of Secrets Manager, aws/secretsmanager',
        }),
      },
      {
        summary: 'The secret that holds the master password while ManageMasterUserPassword is on.',
        facts: [limits.manage_master_password],
      },
    ),
    ...described(cluster, ['StorageType', 'ServerlessV2ScalingConfiguration']),
    AvailabilityZones: inCloudFormation(cluster.availabilityZones, { default: 'three AZs of the Region of the stack' }),
    ...described(cluster, [
      'DBSubnetGroupName',
      'VpcSecurityGroupIds',
      'BackupRetentionPeriod',
      'PreferredBackupWindow',
      'PreferredMaintenanceWindow',
      'DeletionProtection',
    ]),
    ...described(cluster, ['StorageEncrypted', 'KmsKeyId']),
    DBClusterParameterGroupName: inCloudFormation(cluster.dbClusterParameterGroupName, {
      facts: [limits.parameter_group_kinds],
    }),
    DBInstanceParameterGroupName: text({
      summary: 'Parameter group for all instances of the cluster; counts when a major version is upgraded.',
    }),
    ...described(cluster, ['EnableCloudwatchLogsExports', 'EnableIAMDatabaseAuthentication', 'BacktrackWindow']),
    Port: inCloudFormation(cluster.port, {
      default: '3306, for Aurora PostgreSQL too',
    }),
    ...described(cluster, [
      'DatabaseInsightsMode',
      'PerformanceInsightsEnabled',
      'PerformanceInsightsRetentionPeriod',
      'PerformanceInsightsKmsKeyId',
      'MonitoringInterval',
      'MonitoringRoleArn',
      'AssociatedRoles',
      'EnableHttpEndpoint',
      'EnableLocalWriteForwarding',
    ]),
    GlobalClusterIdentifier: text({
      summary: 'Identifier of the global database of which the cluster is a member.',
      facts: [limits.global_settings_not_inherited, limits.global_secondary_no_credentials],
    }),
    ...described(cluster, ['EnableGlobalWriteForwarding']),
    ...described(snapshot.properties, ['SnapshotIdentifier']),
    ...described(pointInTime.properties, [
      'SourceDBClusterIdentifier',
      'SourceDbClusterResourceId',
      'UseLatestRestorableTime',
      'RestoreToTime',
    ]),
    RestoreType: choice(['full-copy', 'copy-on-write'], {
      summary: 'Whether the source cluster is copied whole or cloned.',
      default: 'full-copy',
      facts: [limits.restore_type_values, limits.clone_cow_max],
    }),
    ...described(secondaries.item.properties, ['ReplicationSourceIdentifier']),
    SourceRegion: text({ summary: 'Region of the source cluster of binlog replication.' }, 'region'),
    ...described(cluster, ['CopyTagsToSnapshot']),
    DeleteAutomatedBackups: boolean({
      summary: 'Whether the automated backups go with the cluster.',
      default: 'true',
      facts: [limits.retained_automated_backups_max, limits.deletion_final_snapshot],
    }),
    ...described(cluster, ['AutoMinorVersionUpgrade', 'EngineLifecycleSupport', 'NetworkType', 'EngineMode']),
    MasterUserAuthenticationType: choice(limits.master_auth_type.value, {
      summary: 'How the master user logs in.',
      default: 'password',
      facts: [limits.master_auth_type],
    }),
    ClusterScalabilityType: choice(['standard', 'limitless'], {
      summary: 'limitless makes a cluster for Aurora PostgreSQL Limitless Database.',
      default: 'standard',
      engine: 'aurora-postgresql',
      facts: [limits.shard_group],
    }),
    Domain: text({
      summary: 'Active Directory in which users are known (Kerberos).',
      facts: [limits.kerberos_domain],
    }),
    DomainIAMRoleName: text({
      summary: 'Role with which Aurora asks the directory.',
      facts: [limits.kerberos_domain],
    }),
    Tags: tags,
  },
  ['Engine'],
  [
    ['MasterUserPassword', 'ManageMasterUserPassword'],
    ['SnapshotIdentifier', 'SourceDBClusterIdentifier', 'SourceDbClusterResourceId', 'GlobalClusterIdentifier'],
    ['UseLatestRestorableTime', 'RestoreToTime'],
  ],
);
