import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import { Intrinsic, ref } from '../../design/writers/cloudformation/template-value.ts';
import type { OfferedValue } from '../values/offered-value.ts';
import { nameValue, others } from './offered-names.ts';

/** What a property takes of another resource: its Ref, or an attribute. */
export interface Fitting {
  readonly type: string;
  readonly attribute?: string;
}

const role: Fitting = { type: 'AWS::IAM::Role', attribute: 'Arn' };
const key: Fitting = { type: 'AWS::KMS::Key', attribute: 'Arn' };
const cluster: Fitting = { type: 'AWS::RDS::DBCluster' };
const instance: Fitting = { type: 'AWS::RDS::DBInstance' };
const parameterGroup: Fitting = { type: 'AWS::RDS::DBParameterGroup' };

/** The resources that fit a property, by its name. */
export const fittings: Readonly<Record<string, Fitting>> = {
  DBClusterIdentifier: cluster,
  SourceDBClusterIdentifier: cluster,
  DBClusterParameterGroupName: { type: 'AWS::RDS::DBClusterParameterGroup' },
  DBInstanceParameterGroupName: parameterGroup,
  DBParameterGroupName: parameterGroup,
  DBSubnetGroupName: { type: 'AWS::RDS::DBSubnetGroup' },
  GlobalClusterIdentifier: { type: 'AWS::RDS::GlobalCluster' },
  VpcSecurityGroupIds: { type: 'AWS::EC2::SecurityGroup', attribute: 'GroupId' },
  SubnetIds: { type: 'AWS::EC2::Subnet' },
  StaticMembers: instance,
  ExcludedMembers: instance,
  ScalingTargetId: { type: 'AWS::ApplicationAutoScaling::ScalableTarget' },
  KmsKeyId: key,
  PerformanceInsightsKmsKeyId: key,
  PerformanceInsightsKMSKeyId: key,
  MonitoringRoleArn: role,
  RoleArn: role,
  RoleARN: role,
};

/** Types whose own names stand in these properties: a reference to them would go round in a circle. */
const ownNames: ReadonlySet<string> = new Set([
  'AWS::RDS::DBCluster DBClusterIdentifier',
  'AWS::RDS::GlobalCluster GlobalClusterIdentifier',
  'AWS::RDS::DBClusterParameterGroup DBClusterParameterGroupName',
  'AWS::RDS::DBParameterGroup DBParameterGroupName',
  'AWS::RDS::DBSubnetGroup DBSubnetGroupName',
]);

/** A reference that can be the whole value of a property. */
export interface WholeReference extends OfferedValue {
  readonly call: Intrinsic;
  /** Whether it gives a list. */
  readonly isList: boolean;
}

/** The references that fit a property as its whole value: to resources of the kind that it names, and parameters called like it. */
export function wholeReferences(
  syntax: TemplateSyntax,
  resource: Resource,
  property: string,
): readonly WholeReference[] {
  const fitting = ownNames.has(`${resource.type} ${property}`) ? undefined : fittings[property];
  const resources = fitting === undefined ? [] : others(syntax, resource.logicalId, fitting.type);
  const scaled = property === 'ResourceId' ? others(syntax, '', cluster.type) : [];
  const calls = [
    ...resources.map(({ logicalId }) =>
      fitting?.attribute === undefined ? ref(logicalId) : new Intrinsic('GetAtt', `${logicalId}.${fitting.attribute}`),
    ),
    ...scaled.map(({ logicalId }) => new Intrinsic('Sub', `cluster:\${${logicalId}}`)),
    ...[...syntax.parameters.keys()].filter((name) => isNamedLike(name, property)).map(ref),
  ];
  return calls.map((call) => {
    const [name = ''] = /[A-Za-z0-9]+/.exec(call.argument.replace(/^cluster:/, '')) ?? [];
    const { detail, documentation } = nameValue(syntax, name);
    const isList = /^(List<|CommaDelimitedList)/.test(syntax.parameters.get(name)?.type ?? '');
    return {
      value: `!${call.name} ${call.argument}`,
      call,
      isList,
      ...(detail === undefined ? {} : { detail }),
      documentation,
    };
  });
}

/** `InstanceClass`, `DBInstanceClass` and `OrdersDBInstanceClass` for the property `DBInstanceClass`. */
export function isNamedLike(parameter: string, property: string): boolean {
  const wanted = property
    .toLowerCase()
    .replace(/^(db|vpc|enable)/, '')
    .replace(/(ids?|identifier|arn)$/, '');
  return wanted.length > 3 && parameter.toLowerCase().includes(wanted);
}
