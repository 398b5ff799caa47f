import { groupAt, groupsAt, isContent, textAt } from '../../content/design-content.ts';
import { defaultPorts } from '../../content/leave-out-defaults.ts';
import type { EditValue } from '../../edit.ts';
import { propertyName } from '../../readers/template/property-name.ts';
import { isSecretReference } from '../../secret-reference.ts';
import { type ExportedCluster, modelRolesOf, restoreOf } from './exported-cluster.ts';
import { parameterGroupName } from './parameter-group.ts';
import { subnetGroupName } from './subnet-group.ts';
import type { TemplateDraft } from './template-draft.ts';
import { Intrinsic, type TemplateMap, type TemplateValue } from './template-value.ts';

const type = 'AWS::RDS::DBCluster';

/** Properties that a template says as a blueprint does. */
const asWritten: readonly string[] = [
  'autoMinorVersionUpgrade',
  'availabilityZones',
  'backtrackWindow',
  'backupRetentionPeriod',
  'copyTagsToSnapshot',
  'databaseInsightsMode',
  'deletionProtection',
  'enableCloudwatchLogsExports',
  'enableGlobalWriteForwarding',
  'enableHttpEndpoint',
  'enableIAMDatabaseAuthentication',
  'enableLocalWriteForwarding',
  'engineLifecycleSupport',
  'engineMode',
  'kmsKeyId',
  'manageMasterUserPassword',
  'monitoringInterval',
  'monitoringRoleArn',
  'networkType',
  'performanceInsightsEnabled',
  'performanceInsightsKmsKeyId',
  'performanceInsightsRetentionPeriod',
  'preferredBackupWindow',
  'preferredMaintenanceWindow',
  'serverlessV2ScalingConfiguration',
  'storageEncrypted',
  'storageType',
  'vpcSecurityGroupIds',
];

/** Adds the DB cluster. Returns its logical id. */
export function addCluster(exported: ExportedCluster, draft: TemplateDraft): string {
  const { cluster, engine, engineVersion, identifier } = exported;
  const { port } = cluster;
  const plain = asWritten.map((name) => [propertyName(name, type), inTemplate(cluster[name])] as const);
  return draft.add('Cluster', {
    type,
    leavesSnapshot: true,
    properties: {
      ...Object.fromEntries(plain),
      AssociatedRoles: associatedRoles(exported),
      DBClusterIdentifier: identifier,
      DBClusterParameterGroupName: parameterGroupName(exported, draft),
      DBSubnetGroupName: subnetGroupName(exported, draft),
      Engine: engine,
      EngineVersion: engineVersion,
      // Left out, CloudFormation makes it 3306 for PostgreSQL too.
      Port: (port as number | undefined) ?? defaultPorts[engine],
      Tags: tags(exported),
      ...beginnings(exported, draft),
    },
  });
}

/** A value of a blueprint with the names of CloudFormation. */
function inTemplate(value: EditValue | undefined): TemplateValue | undefined {
  if (!isContent(value)) return value as TemplateValue | undefined;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [propertyName(name, ''), inTemplate(inner)]));
}

/** How the cluster comes to be: new, restored, or following another one. */
function beginnings(exported: ExportedCluster, draft: TemplateDraft): TemplateMap {
  const { kind, design, cluster } = exported;
  if (kind === 'global secondary') return { GlobalClusterIdentifier: textAt(design, 'name') };
  if (kind === 'binlog secondary') {
    const source = textAt(cluster, 'replicationSourceIdentifier');
    return { ReplicationSourceIdentifier: source ?? arnOfPrimary(exported) };
  }
  if (restoreOf(exported) === undefined) {
    return { DatabaseName: textAt(design, 'databaseName'), ...masterUser(exported, draft) };
  }
  // CloudFormation leaves out of a restore what its source decides.
  const isChanged = textAt(design, 'masterUserPassword') !== undefined;
  const password = isChanged ? passwordOf(exported, draft) : undefined;
  return { ...restoreProperties(exported), MasterUserPassword: password, StorageEncrypted: undefined };
}

/** The ARN of the primary, for a secondary that does not name its source. */
function arnOfPrimary({ design, identifier }: ExportedCluster): Intrinsic {
  const primary = groupAt(design, 'primary');
  const name = textAt(primary, 'clusterIdentifier') ?? textAt(design, 'name') ?? identifier;
  return new Intrinsic(
    'Sub',
    `arn:\${AWS::Partition}:rds:${textAt(primary, 'region')}:\${AWS::AccountId}:cluster:${name}`,
  );
}

/** A new cluster has a master user; what the blueprint does not say is asked for when the stack is created. */
function masterUser(exported: ExportedCluster, draft: TemplateDraft): TemplateMap {
  const name = textAt(exported.design, 'masterUsername');
  return {
    MasterUsername:
      name ?? draft.parameter('MasterUsername', { Type: 'String', Description: 'Name of the master user.' }),
    MasterUserPassword: passwordOf(exported, draft),
  };
}

/** A reference to a secret as it is. A password itself never stands in a template: it is asked for. */
function passwordOf({ design, cluster }: ExportedCluster, draft: TemplateDraft): TemplateValue | undefined {
  const written = textAt(design, 'masterUserPassword');
  if (written !== undefined && isSecretReference(written)) return written;
  const { manageMasterUserPassword } = cluster;
  if (manageMasterUserPassword === true) return undefined;
  const Description = 'Password of the master user.';
  return draft.parameter('MasterUserPassword', { Type: 'String', Description, NoEcho: true });
}

function restoreProperties({ cluster }: ExportedCluster): TemplateMap {
  const origin = groupAt(cluster, 'origin');
  const { snapshot, pointInTime, clone } = origin;
  if (isContent(pointInTime)) return inTemplate(pointInTime) as TemplateMap;
  if (isContent(clone)) {
    return { ...(inTemplate(clone) as TemplateMap), RestoreType: 'copy-on-write', UseLatestRestorableTime: true };
  }
  return isContent(snapshot) ? (inTemplate(snapshot) as TemplateMap) : {};
}

/** The roles of the cluster, those for machine learning first. Aurora MySQL takes no FeatureName. */
function associatedRoles(exported: ExportedCluster): TemplateValue | undefined {
  const models = modelRolesOf(exported).map(({ service, roleArn }) => ({
    FeatureName: exported.engine === 'aurora-mysql' ? undefined : (service as string),
    RoleArn: roleArn as string,
  }));
  const others = groupsAt(exported.cluster, 'associatedRoles').map((role) => inTemplate(role) as TemplateMap);
  const roles = new Map([...models, ...others].map((role: TemplateMap) => [JSON.stringify(role), role]));
  return roles.size === 0 ? undefined : [...roles.values()];
}

function tags({ cluster }: ExportedCluster): TemplateValue | undefined {
  const entries = Object.entries(groupAt(cluster, 'tags'));
  return entries.length === 0 ? undefined : entries.map(([Key, Value]) => ({ Key, Value: Value as string }));
}
