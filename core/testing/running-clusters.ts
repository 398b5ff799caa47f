import fc from 'fast-check';
import { type Content, groupAt, groupsAt, listAt, textAt } from '../design/content/design-content.ts';
import type { EditValue } from '../design/edit.ts';

const account = '123456789012';
const arn = (region: string, id: string) => `arn:aws:rds:${region}:${account}:cluster:${id}`;

/** What an output says of a cluster, beside what has another form there. */
const plainOfCluster = {
  availabilityZones: fc.constant(['us-east-1a', 'us-east-1b', 'us-east-1c']),
  storageType: fc.constantFrom('aurora', 'aurora-iopt1'),
  backupRetentionPeriod: fc.integer({ min: 1, max: 35 }),
  preferredBackupWindow: fc.constant('03:00-03:30'),
  preferredMaintenanceWindow: fc.constant('sun:05:00-sun:05:30'),
  backtrackWindow: fc.constantFrom(0, 86_400),
  deletionProtection: fc.boolean(),
  copyTagsToSnapshot: fc.boolean(),
  port: fc.constantFrom(3306, 5432, 6000),
  storageEncrypted: fc.boolean(),
  kmsKeyId: fc.constant(`arn:aws:kms:us-east-1:${account}:key/k`),
  networkType: fc.constantFrom('IPV4', 'DUAL'),
  monitoringInterval: fc.constantFrom(0, 60),
  monitoringRoleArn: fc.constant(`arn:aws:iam::${account}:role/monitoring`),
  databaseInsightsMode: fc.constantFrom('standard', 'advanced'),
  performanceInsightsEnabled: fc.boolean(),
  performanceInsightsRetentionPeriod: fc.constantFrom(7, 465),
  engineLifecycleSupport: fc.constant('open-source-rds-extended-support-disabled'),
  autoMinorVersionUpgrade: fc.boolean(),
};

const plainOfInstance = {
  availabilityZone: fc.constantFrom('us-east-1a', 'us-east-1b'),
  publiclyAccessible: fc.boolean(),
  autoMinorVersionUpgrade: fc.boolean(),
  preferredMaintenanceWindow: fc.constant('mon:05:00-mon:05:30'),
  monitoringInterval: fc.constantFrom(0, 30),
  performanceInsightsEnabled: fc.boolean(),
  performanceInsightsRetentionPeriod: fc.constantFrom(7, 31),
};

/** What an output says otherwise than a blueprint, or elsewhere than in the cluster. */
const othersOfCluster = {
  performanceInsightsKmsKeyId: fc.constant('pi-key'),
  enableIAMDatabaseAuthentication: fc.boolean(),
  enableHttpEndpoint: fc.boolean(),
  enableLocalWriteForwarding: fc.boolean(),
  enableCloudwatchLogsExports: fc.constant(['postgresql']),
  dbSubnetGroupName: fc.constant('subnets'),
  dbClusterParameterGroupName: fc.constantFrom('mine', 'default.aurora-postgresql16'),
  vpcSecurityGroupIds: fc.constant(['sg-1', 'sg-2']),
  tags: fc.dictionary(fc.constantFrom('team', 'Owner', 'a:b'), fc.constantFrom('', 'x', 'yes')),
  associatedRoles: fc.constant([{ featureName: 's3Import', roleArn: 'r1' }, { roleArn: 'r2' }]),
  endpoints: fc.constantFrom(
    [{ id: 'reports', type: 'READER', staticMembers: ['x'] }],
    [{ id: 'all', type: 'ANY', excludedMembers: ['x', 'y'] }],
  ),
  serverlessV2ScalingConfiguration: fc.constantFrom(
    { minCapacity: 0, maxCapacity: 16, secondsUntilAutoPause: 600 },
    { minCapacity: 0.5, maxCapacity: 8 },
  ),
  autoScaling: fc.constantFrom(
    { minCapacity: 1, maxCapacity: 4, metric: 'RDSReaderAverageCPUUtilization', targetValue: 60, disableScaleIn: true },
    { minCapacity: 0, maxCapacity: 2 },
  ),
  subnets: fc.constant([{ id: 'subnet-1', availabilityZone: 'us-east-1a' }]),
};

const instances = (prefix: string) =>
  fc
    .array(
      fc.record(
        { ...plainOfInstance, promotionTier: fc.nat(15), dbParameterGroupName: fc.constant('instances') },
        { requiredKeys: [] },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((list) => list.map((one, index) => ({ id: `${prefix}-${index}`, class: 'db.r7g.large', ...one })));

const cluster = (clusterIdentifier: string, region: string) =>
  fc
    .tuple(fc.record({ ...plainOfCluster, ...othersOfCluster }, { requiredKeys: [] }), instances(clusterIdentifier))
    .map(([properties, list]) => ({ clusterIdentifier, region, ...properties, instances: list }));

const followers = fc.constantFrom(...[{}, { enableGlobalWriteForwarding: true }, { engineVersion: '16.10' }], {
  replication: 'binlog',
  replicationSourceIdentifier: arn('us-east-1', 'orders-1'),
});

/** Designs of clusters that could run, with all that the AWS CLI prints of them. */
export const runningDesign: fc.Arbitrary<Content> = fc
  .record({
    primary: cluster('orders-1', 'us-east-1'),
    secondary: fc.option(fc.tuple(cluster('orders-2', 'eu-west-1'), followers), { nil: undefined }),
    machineLearning: fc.subarray([
      { service: 'Comprehend', roleArn: 'c' },
      { service: 'SageMaker', roleArn: 's', regions: ['us-east-1', 'eu-west-1'] },
    ]),
  })
  .map(({ primary, secondary, machineLearning }) => {
    const [own, follower] = secondary ?? [];
    const isGlobal = own !== undefined && textAt({ ...follower }, 'replication') === undefined;
    const regions = own === undefined ? ['us-east-1'] : ['us-east-1', 'eu-west-1'];
    return {
      aurora: 1,
      name: isGlobal ? 'orders' : 'orders-1',
      engine: 'aurora-postgresql',
      engineVersion: '16.13',
      databaseName: 'orders',
      masterUsername: 'app',
      primary,
      secondaries: own === undefined ? [] : [{ ...own, ...follower }],
      machineLearning: machineLearning.map((role) => ({ ...role, ...('regions' in role ? { regions } : {}) })),
    };
  });

const upper = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** The entries of `content` that outputs have under the same name, as they print it. */
function plain(content: Content, names: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(names).map((name) => [upper(name), content[name]]));
}

function describeInstance(instance: Content, cluster: Content): Readonly<Record<string, unknown>> {
  const { id, class: DBInstanceClass, performanceInsightsEnabled } = instance;
  const { dbParameterGroupName = 'default.aurora-postgresql16' } = instance;
  const { dbSubnetGroupName, clusterIdentifier } = cluster;
  return {
    ...plain(instance, plainOfInstance),
    PerformanceInsightsEnabled: performanceInsightsEnabled,
    DBInstanceIdentifier: id,
    DBInstanceClass,
    DBClusterIdentifier: clusterIdentifier,
    Engine: 'aurora-postgresql',
    DBParameterGroups: [{ DBParameterGroupName: dbParameterGroupName, ParameterApplyStatus: 'in-sync' }],
    DBSubnetGroup: {
      DBSubnetGroupName: dbSubnetGroupName,
      Subnets: groupsAt(cluster, 'subnets').map(({ id: subnet, availabilityZone }) => ({
        SubnetIdentifier: subnet,
        SubnetAvailabilityZone: { Name: availabilityZone },
      })),
    },
  };
}

function statusOf(isOn: EditValue | undefined): string | undefined {
  if (isOn === undefined) return undefined;
  return isOn === true ? 'enabled' : 'disabled';
}

function describeCluster(design: Content, cluster: Content): Readonly<Record<string, unknown>> {
  const id = textAt(cluster, 'clusterIdentifier') ?? '';
  const region = textAt(cluster, 'region') ?? '';
  const roles = groupsAt(design, 'machineLearning').filter(({ regions = ['us-east-1'] }) => {
    return (regions as readonly string[]).includes(region);
  });
  const { databaseName, masterUsername, engineVersion: version } = design;
  const { engineVersion = version, replicationSourceIdentifier, performanceInsightsKmsKeyId } = cluster;
  const { dbSubnetGroupName, dbClusterParameterGroupName, enableCloudwatchLogsExports } = cluster;
  const { enableIAMDatabaseAuthentication = false, enableHttpEndpoint = false, enableLocalWriteForwarding } = cluster;
  return {
    ...plain(cluster, plainOfCluster),
    DBClusterIdentifier: id,
    DBClusterArn: arn(region, id),
    Status: 'available',
    Engine: 'aurora-postgresql',
    EngineVersion: engineVersion,
    DatabaseName: databaseName,
    MasterUsername: masterUsername,
    EngineMode: 'provisioned',
    ReplicationSourceIdentifier: replicationSourceIdentifier,
    PerformanceInsightsKMSKeyId: performanceInsightsKmsKeyId,
    IAMDatabaseAuthenticationEnabled: enableIAMDatabaseAuthentication,
    HttpEndpointEnabled: enableHttpEndpoint,
    LocalWriteForwardingStatus: statusOf(enableLocalWriteForwarding),
    EnabledCloudwatchLogsExports: enableCloudwatchLogsExports,
    DBSubnetGroup: dbSubnetGroupName,
    DBClusterParameterGroup: dbClusterParameterGroupName,
    VpcSecurityGroups: listAt(cluster, 'vpcSecurityGroupIds').map((VpcSecurityGroupId) => ({ VpcSecurityGroupId })),
    TagList: Object.entries(groupAt(cluster, 'tags')).map(([Key, Value]) => ({ Key, Value })),
    AssociatedRoles: [
      ...roles.map(({ service, roleArn }) => ({ FeatureName: service, RoleArn: roleArn, Status: 'ACTIVE' })),
      ...groupsAt(cluster, 'associatedRoles').map(({ featureName = '', roleArn }) => {
        return { FeatureName: featureName, RoleArn: roleArn, Status: 'ACTIVE' };
      }),
    ],
    ServerlessV2ScalingConfiguration: Object.fromEntries(
      Object.entries(groupAt(cluster, 'serverlessV2ScalingConfiguration')).map(([name, value]) => [upper(name), value]),
    ),
    DBClusterMembers: groupsAt(cluster, 'instances')
      .map(({ id: DBInstanceIdentifier, promotionTier = 1 }, index) => {
        return { DBInstanceIdentifier, IsClusterWriter: index === 0, PromotionTier: promotionTier };
      })
      .toReversed(),
  };
}

function describeAutoScaling(cluster: Content) {
  const { minCapacity, maxCapacity, metric, ...tracking } = groupAt(cluster, 'autoScaling');
  const of = {
    ServiceNamespace: 'rds',
    ResourceId: `cluster:${textAt(cluster, 'clusterIdentifier')}`,
    ScalableDimension: 'rds:cluster:ReadReplicaCount',
  };
  const configuration = Object.fromEntries(Object.entries(tracking).map(([name, value]) => [upper(name), value]));
  return {
    targets: minCapacity === undefined ? [] : [{ ...of, MinCapacity: minCapacity, MaxCapacity: maxCapacity }],
    policies:
      metric === undefined
        ? []
        : [
            {
              ...of,
              TargetTrackingScalingPolicyConfiguration: {
                ...configuration,
                PredefinedMetricSpecification: { PredefinedMetricType: metric },
              },
            },
          ],
  };
}

/** What the AWS CLI prints of the clusters of a design: a text for each describe command, readers before the writer. */
export function describedByAws(design: Content): readonly string[] {
  const secondaries = groupsAt(design, 'secondaries');
  const clusters = [groupAt(design, 'primary'), ...secondaries];
  const members = [clusters[0] ?? {}, ...secondaries.filter(({ replication }) => replication !== 'binlog')];
  const outputs = {
    DBClusters: clusters.map((cluster) => describeCluster(design, cluster)).toReversed(),
    DBInstances: clusters.flatMap((cluster) => {
      return groupsAt(cluster, 'instances').map((instance) => describeInstance(instance, cluster));
    }),
    GlobalClusters: members.length === 1 ? [] : [describeGlobal(design, members)],
    DBClusterEndpoints: clusters.flatMap((cluster) =>
      groupsAt(cluster, 'endpoints').map((endpoint) => ({
        DBClusterIdentifier: textAt(cluster, 'clusterIdentifier'),
        DBClusterEndpointIdentifier: textAt(endpoint, 'id'),
        EndpointType: 'CUSTOM',
        CustomEndpointType: textAt(endpoint, 'type'),
        StaticMembers: listAt(endpoint, 'staticMembers'),
        ExcludedMembers: listAt(endpoint, 'excludedMembers'),
      })),
    ),
    ScalableTargets: clusters.flatMap((cluster) => describeAutoScaling(cluster).targets),
    ScalingPolicies: clusters.flatMap((cluster) => describeAutoScaling(cluster).policies),
  };
  return Object.entries(outputs).map(([name, list]) => JSON.stringify({ [name]: list }));
}

function describeGlobal(design: Content, members: readonly Content[]) {
  return {
    GlobalClusterIdentifier: textAt(design, 'name'),
    GlobalClusterMembers: members.map(({ region, clusterIdentifier, enableGlobalWriteForwarding }, index) => ({
      DBClusterArn: arn(`${region}`, `${clusterIdentifier}`),
      IsWriter: index === 0,
      GlobalWriteForwardingStatus: statusOf(enableGlobalWriteForwarding),
    })),
  };
}
