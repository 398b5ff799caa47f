import type { NameKind } from './name.ts';

/** A property of a resource, by type and name. */
type Property = readonly [type: string, name: string];

/** Names of databases that templates may write out instead of referring to a resource. */
interface IdentifierKind {
  readonly kind: NameKind;
  readonly declared: Property;
  readonly referred: readonly Property[];
}

/**
 * The properties in which a template names databases by their identifiers. Case does not count.
 * Source: CloudFormation template reference, AWS::RDS and AWS::ApplicationAutoScaling.
 */
export const databaseIdentifiers: readonly IdentifierKind[] = [
  {
    kind: 'instance',
    declared: ['AWS::RDS::DBInstance', 'DBInstanceIdentifier'],
    referred: [
      ['AWS::RDS::DBInstance', 'SourceDBInstanceIdentifier'],
      ['AWS::RDS::DBClusterEndpoint', 'StaticMembers'],
      ['AWS::RDS::DBClusterEndpoint', 'ExcludedMembers'],
    ],
  },
  {
    kind: 'cluster',
    declared: ['AWS::RDS::DBCluster', 'DBClusterIdentifier'],
    referred: [
      ['AWS::RDS::DBInstance', 'DBClusterIdentifier'],
      ['AWS::RDS::DBClusterEndpoint', 'DBClusterIdentifier'],
      ['AWS::RDS::DBCluster', 'SourceDBClusterIdentifier'],
      ['AWS::RDS::DBCluster', 'ReplicationSourceIdentifier'],
      ['AWS::RDS::GlobalCluster', 'SourceDBClusterIdentifier'],
      ['AWS::RDS::DBProxyTargetGroup', 'DBClusterIdentifiers'],
      ['AWS::RDS::Integration', 'SourceArn'],
      ['AWS::ApplicationAutoScaling::ScalableTarget', 'ResourceId'],
      ['AWS::ApplicationAutoScaling::ScalingPolicy', 'ResourceId'],
    ],
  },
  {
    kind: 'globalDatabase',
    declared: ['AWS::RDS::GlobalCluster', 'GlobalClusterIdentifier'],
    referred: [['AWS::RDS::DBCluster', 'GlobalClusterIdentifier']],
  },
  {
    kind: 'parameterGroup',
    declared: ['AWS::RDS::DBClusterParameterGroup', 'DBClusterParameterGroupName'],
    referred: [['AWS::RDS::DBCluster', 'DBClusterParameterGroupName']],
  },
  {
    kind: 'subnetGroup',
    declared: ['AWS::RDS::DBSubnetGroup', 'DBSubnetGroupName'],
    referred: [
      ['AWS::RDS::DBCluster', 'DBSubnetGroupName'],
      ['AWS::RDS::DBInstance', 'DBSubnetGroupName'],
    ],
  },
];

/** The identifier in an ARN of a cluster, or in the resource id of its auto scaling. */
export const identifierWithin = /^(?:arn:[^:]*:rds:[^:]*:[^:]*:)?cluster:([A-Za-z0-9-]+)$/;
