import { type Content, definedOnly } from '../content/design-content.ts';
import { type AwsObject, type AwsOutput, objectIn, objectsIn, textIn } from '../readers/aws-output.ts';
import { properties } from './aws-properties.ts';

/** Properties of a DB instance with the name that the API gives them where it describes one. */
const described: Readonly<Record<string, string>> = {
  class: 'DBInstanceClass',
  availabilityZone: 'AvailabilityZone',
  publiclyAccessible: 'PubliclyAccessible',
  autoMinorVersionUpgrade: 'AutoMinorVersionUpgrade',
  preferredMaintenanceWindow: 'PreferredMaintenanceWindow',
  caCertificateIdentifier: 'CACertificateIdentifier',
  monitoringInterval: 'MonitoringInterval',
  monitoringRoleArn: 'MonitoringRoleArn',
  performanceInsightsEnabled: 'PerformanceInsightsEnabled',
  performanceInsightsRetentionPeriod: 'PerformanceInsightsRetentionPeriod',
};

/** Readers that replica auto scaling added. Source: Aurora guide, Aurora Auto Scaling (names of added replicas). */
const addedByAutoScaling = /^application-autoscaling-/;

interface Members {
  readonly instances: readonly Content[] | undefined;
  readonly subnets: readonly Content[] | undefined;
}

/**
 * The instances of a cluster, the writer first, as its members and as `describe-db-instances` prints them; without those
 * that auto scaling added. Source: Amazon RDS API reference, DBClusterMember and DBInstance.
 */
export function instancesOf(cluster: AwsObject, { DBInstances }: AwsOutput): Members {
  const own = textIn(cluster, 'DBClusterIdentifier');
  const details = new Map(
    DBInstances.filter((instance) => textIn(instance, 'DBClusterIdentifier') === own && own !== undefined).map(
      (instance) => [textIn(instance, 'DBInstanceIdentifier') ?? '', instance],
    ),
  );
  const members = new Map<string, AwsObject>([...details.keys()].map((id) => [id, {}]));
  for (const member of objectsIn(cluster, 'DBClusterMembers')) {
    members.set(textIn(member, 'DBInstanceIdentifier') ?? '', member);
  }
  const ordered = [...members]
    .filter(([id]) => id !== '' && !addedByAutoScaling.test(id))
    .toSorted(([, { IsClusterWriter: a }], [, { IsClusterWriter: b }]) => Number(b === true) - Number(a === true));
  const instances = ordered.map(([id, member]) => instanceContent(id, member, details.get(id) ?? {}));
  const [first] = details.values();
  return { instances: someOf(instances), subnets: first && someOf(subnetsOf(first)) };
}

/** Identifiers of the instances that auto scaling added to a cluster. */
export function addedInstances(cluster: AwsObject): readonly string[] {
  return objectsIn(cluster, 'DBClusterMembers')
    .flatMap((member) => textIn(member, 'DBInstanceIdentifier') ?? [])
    .filter((id) => addedByAutoScaling.test(id));
}

function instanceContent(id: string, member: AwsObject, instance: AwsObject): Content {
  const [group] = objectsIn(instance, 'DBParameterGroups');
  const parameterGroup = group && textIn(group, 'DBParameterGroupName');
  return definedOnly({
    id,
    ...properties({ ...instance, ...member }, { ...described, promotionTier: 'PromotionTier' }),
    dbSubnetGroupName: textIn(objectIn(instance, 'DBSubnetGroup'), 'DBSubnetGroupName'),
    dbParameterGroupName: parameterGroup?.startsWith('default.') === true ? undefined : parameterGroup,
  });
}

/** The subnets of the subnet group in which an instance stands. */
function subnetsOf(instance: AwsObject): readonly Content[] {
  return objectsIn(objectIn(instance, 'DBSubnetGroup'), 'Subnets').map((subnet) =>
    definedOnly({
      id: textIn(subnet, 'SubnetIdentifier'),
      availabilityZone: textIn(objectIn(subnet, 'SubnetAvailabilityZone'), 'Name'),
    }),
  );
}

function someOf<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
