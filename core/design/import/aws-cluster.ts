import { regionOfAvailabilityZone } from '../../facts/regions.ts';
import { type Content, textAt as contentText, definedOnly } from '../content/design-content.ts';

import { type AwsObject, type AwsOutput, objectIn, objectsIn, textIn, textsIn } from '../readers/aws-output.ts';
import { autoScalingOf } from './aws-auto-scaling.ts';
import { instancesOf } from './aws-instances.ts';
import { properties } from './aws-properties.ts';

/** Properties of a DB cluster with the name that the API gives them where it describes one. */
const described: Readonly<Record<string, string>> = {
  clusterIdentifier: 'DBClusterIdentifier',
  availabilityZones: 'AvailabilityZones',
  engineMode: 'EngineMode',
  storageType: 'StorageType',
  backupRetentionPeriod: 'BackupRetentionPeriod',
  preferredBackupWindow: 'PreferredBackupWindow',
  preferredMaintenanceWindow: 'PreferredMaintenanceWindow',
  backtrackWindow: 'BacktrackWindow',
  deletionProtection: 'DeletionProtection',
  copyTagsToSnapshot: 'CopyTagsToSnapshot',
  port: 'Port',
  storageEncrypted: 'StorageEncrypted',
  kmsKeyId: 'KmsKeyId',
  enableIAMDatabaseAuthentication: 'IAMDatabaseAuthenticationEnabled',
  dbSubnetGroupName: 'DBSubnetGroup',
  networkType: 'NetworkType',
  dbClusterParameterGroupName: 'DBClusterParameterGroup',
  enableCloudwatchLogsExports: 'EnabledCloudwatchLogsExports',
  monitoringInterval: 'MonitoringInterval',
  monitoringRoleArn: 'MonitoringRoleArn',
  databaseInsightsMode: 'DatabaseInsightsMode',
  performanceInsightsEnabled: 'PerformanceInsightsEnabled',
  performanceInsightsRetentionPeriod: 'PerformanceInsightsRetentionPeriod',
  performanceInsightsKmsKeyId: 'PerformanceInsightsKMSKeyId',
  enableHttpEndpoint: 'HttpEndpointEnabled',
  engineLifecycleSupport: 'EngineLifecycleSupport',
  autoMinorVersionUpgrade: 'AutoMinorVersionUpgrade',
};

/** Whether a forwarding is on, or on its way there. */
export function isForwarding(status: string | undefined): boolean | undefined {
  return status === undefined ? undefined : ['enabled', 'enabling', 'requested'].includes(status);
}

/**
 * A DB cluster as `describe-db-clusters` prints it, with its instances and what belongs to it, as the cluster of a
 * blueprint. Source: Amazon RDS API reference, DBCluster.
 */
export function clusterContent(cluster: AwsObject, output: AwsOutput): Content {
  const { instances, subnets } = instancesOf(cluster, output);
  const serverless = objectIn(cluster, 'ServerlessV2ScalingConfiguration');
  return definedOnly({
    ...properties(cluster, described),
    region: regionOf(cluster, instances ?? []),
    instances,
    subnets,
    autoScaling: autoScalingOf(textIn(cluster, 'DBClusterIdentifier') ?? '', output),
    serverlessV2ScalingConfiguration: properties(serverless, {
      minCapacity: 'MinCapacity',
      maxCapacity: 'MaxCapacity',
      secondsUntilAutoPause: 'SecondsUntilAutoPause',
    }),
    endpoints: endpointsOf(cluster, output),
    manageMasterUserPassword:
      textIn(objectIn(cluster, 'MasterUserSecret'), 'SecretArn') === undefined ? undefined : true,
    vpcSecurityGroupIds: objectsIn(cluster, 'VpcSecurityGroups').flatMap(
      (group) => textIn(group, 'VpcSecurityGroupId') ?? [],
    ),
    enableLocalWriteForwarding: isForwarding(textIn(cluster, 'LocalWriteForwardingStatus')),
    associatedRoles: rolesOf(cluster).others,
    tags: tagsOf(cluster),
  });
}

/** The Region of a cluster: in its ARN, or that of its AZs and those of its instances. */
function regionOf(cluster: AwsObject, instances: readonly Content[]): string | undefined {
  const ofInstances = instances.flatMap((instance) => contentText(instance, 'availabilityZone') ?? []);
  const [zone] = [...textsIn(cluster, 'AvailabilityZones'), ...ofInstances];
  return (
    regionOfArn(textIn(cluster, 'DBClusterArn')) ?? (zone === undefined ? undefined : regionOfAvailabilityZone(zone))
  );
}

/** The Region in an ARN. */
export function regionOfArn(arn: string | undefined): string | undefined {
  return arn?.split(':')[3] || undefined;
}

/** The custom endpoints of a cluster; the others come with it. */
function endpointsOf(cluster: AwsObject, { DBClusterEndpoints }: AwsOutput): readonly Content[] {
  const own = textIn(cluster, 'DBClusterIdentifier');
  return DBClusterEndpoints.filter(
    (endpoint) => textIn(endpoint, 'EndpointType') === 'CUSTOM' && textIn(endpoint, 'DBClusterIdentifier') === own,
  ).map((endpoint) =>
    definedOnly({
      id: textIn(endpoint, 'DBClusterEndpointIdentifier'),
      type: textIn(endpoint, 'CustomEndpointType'),
      staticMembers: someOf(textsIn(endpoint, 'StaticMembers')),
      excludedMembers: someOf(textsIn(endpoint, 'ExcludedMembers')),
    }),
  );
}

function someOf(texts: readonly string[]): readonly string[] | undefined {
  return texts.length === 0 ? undefined : texts;
}

/** The roles of a cluster, those for machine learning apart. */
export function rolesOf(cluster: AwsObject): {
  readonly models: readonly Content[];
  readonly others: readonly Content[];
} {
  const names = { featureName: 'FeatureName', roleArn: 'RoleArn' };
  const roles = objectsIn(cluster, 'AssociatedRoles').map((role) => properties(role, names));
  const isModel = ({ featureName }: Content) => ['Comprehend', 'SageMaker', 'Bedrock'].includes(`${featureName}`);
  const models = roles
    .filter(isModel)
    .map(({ featureName, roleArn }) => definedOnly({ service: featureName, roleArn }));
  return { models, others: roles.filter((role) => !isModel(role)) };
}

/** The tags that people gave; those of AWS itself cannot be set. */
function tagsOf(cluster: AwsObject): Content {
  const tags = objectsIn(cluster, 'TagList').flatMap((tag) => {
    const key = textIn(tag, 'Key');
    return key === undefined || key.startsWith('aws:') ? [] : [[key, textIn(tag, 'Value') ?? '']];
  });
  return Object.fromEntries(tags);
}
