import { resourceTypeOf, resourceTypes } from '../../design/format/resource-types/resource-types.ts';
import { type Expression, entryOf } from '../../design/readers/template/expression.ts';
import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import { Intrinsic, ref } from '../../design/writers/cloudformation/template-value.ts';
import { condition, dependency } from '../../facts/generated/resource-types.ts';
import { escapeMarkdown, factAsMarkdown } from '../markdown.ts';
import type { OfferedValue } from '../values/offered-value.ts';
import type { CallAround } from './template-cursor.ts';

/** What a property takes of another resource: its Ref, or an attribute. */
interface Fitting {
  readonly type: string;
  readonly attribute?: string;
}

const role: Fitting = { type: 'AWS::IAM::Role', attribute: 'Arn' };
const key: Fitting = { type: 'AWS::KMS::Key', attribute: 'Arn' };
const cluster: Fitting = { type: 'AWS::RDS::DBCluster' };
const instance: Fitting = { type: 'AWS::RDS::DBInstance' };
const parameterGroup: Fitting = { type: 'AWS::RDS::DBParameterGroup' };

const fittings: Readonly<Record<string, Fitting>> = {
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
  const resources = others(syntax, resource.logicalId).filter(({ type }) => type === fitting?.type);
  const scaled = property === 'ResourceId' ? others(syntax, '').filter(({ type }) => type === cluster.type) : [];
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
function isNamedLike(parameter: string, property: string): boolean {
  const wanted = property
    .toLowerCase()
    .replace(/^(db|vpc|enable)/, '')
    .replace(/(ids?|identifier|arn)$/, '');
  return wanted.length > 3 && parameter.toLowerCase().includes(wanted);
}

/**
 * The names that can stand in an argument of a function; those that fit the property first. Undefined for a function
 * whose arguments are no names.
 */
export function namesForCall(
  syntax: TemplateSyntax,
  { name, position, words }: CallAround,
  property: string,
  own: string,
): readonly OfferedValue[] | undefined {
  switch (name) {
    case 'Ref':
      return referable(syntax, property, own);
    case 'Fn::Sub':
      return position === 0 ? [...referable(syntax, property, own), ...attributes(syntax, own)] : [];
    case 'Fn::GetAtt':
      if (words.length < 2 && position === 0) return attributes(syntax, own, property);
      return position === 0 ? resourceNames(syntax, own) : attributesOf(syntax.resources.get(words[0] ?? ''));
    case 'Fn::If':
    case 'Condition':
      return position === 0 ? conditionNames(syntax) : undefined;
    case 'Fn::FindInMap':
      return mappingNames(syntax, position, words);
    default:
      return undefined;
  }
}

/** The resources of a template that another one can depend on. */
export function resourceNames(syntax: TemplateSyntax, own: string): readonly OfferedValue[] {
  const names = others(syntax, own).map(({ logicalId }) => nameValue(syntax, logicalId));
  return names.map((one) => ({ ...one, documentation: one.documentation ?? factAsMarkdown(dependency) }));
}

/** The conditions of a template, each with what it says. */
export function conditionNames({ conditions }: TemplateSyntax): readonly OfferedValue[] {
  return [...conditions].map(([value, expression]) => ({
    value,
    detail: expressionText(expression),
    documentation: factAsMarkdown(condition),
  }));
}

function referable(syntax: TemplateSyntax, property: string, own: string): readonly OfferedValue[] {
  const fitting = fittings[property];
  const resources = others(syntax, own);
  const first = resources.filter(({ type }) => type === fitting?.type);
  const parameters = [...syntax.parameters.keys()];
  const like = parameters.filter((name) => isNamedLike(name, property));
  const names = [
    ...first.map(({ logicalId }) => logicalId),
    ...like,
    ...parameters,
    ...resources.filter(({ type }) => resourceTypeOf(type) !== undefined).map(({ logicalId }) => logicalId),
    ...resources.map(({ logicalId }) => logicalId),
  ];
  return [...[...new Set(names)].map((name) => nameValue(syntax, name)), ...pseudoParameters];
}

/** Source: CloudFormation template reference, Pseudo parameters. */
const pseudoParameters: readonly OfferedValue[] = [
  ['AWS::Region', 'the Region of the stack'],
  ['AWS::AccountId', 'the account of the stack'],
  ['AWS::StackName', 'the name of the stack'],
  ['AWS::StackId', 'the ARN of the stack'],
  ['AWS::Partition', 'aws, aws-cn or aws-us-gov'],
  ['AWS::URLSuffix', 'amazonaws.com, or that of the partition'],
  ['AWS::NotificationARNs', 'topics for the events of the stack'],
  ['AWS::NoValue', 'as if the property were not there'],
].map(([value = '', detail = '']) => ({ value, detail }));

/** What a pseudo parameter gives, in a few words. */
export function pseudoParameter(name: string): string | undefined {
  return pseudoParameters.find(({ value }) => value === name)?.detail;
}

/** Every attribute of every resource of a known type, as `Cluster.Endpoint.Address`. */
function attributes(syntax: TemplateSyntax, own: string, property = ''): readonly OfferedValue[] {
  const fitting = fittings[property];
  const wanted =
    fitting?.attribute === undefined
      ? []
      : others(syntax, own)
          .filter(({ type }) => type === fitting.type)
          .map(({ logicalId, type }) => ({ value: `${logicalId}.${fitting.attribute}`, detail: type }));
  const all = others(syntax, own).flatMap((resource) =>
    attributesOf(resource).map((attribute) => ({ ...attribute, value: `${resource.logicalId}.${attribute.value}` })),
  );
  return [...wanted, ...all];
}

const attributesByType: ReadonlyMap<string, readonly OfferedValue[]> = new Map(
  resourceTypes.map(({ returns }) => {
    const documentation = factAsMarkdown(returns);
    return [
      returns.type,
      Object.entries(returns.attributes).map(([value, detail]) => ({ value, detail, documentation })),
    ];
  }),
);

/** The attributes of a resource of a known type. */
export function attributesOf(resource: Resource | undefined): readonly OfferedValue[] {
  return attributesByType.get(resource?.type ?? '') ?? [];
}

function mappingNames({ mappings }: TemplateSyntax, position: number, words: readonly string[]) {
  const [map = '', first = ''] = words;
  const keysOf = (expression: Expression | undefined): readonly OfferedValue[] =>
    expression?.kind === 'map' ? [...expression.entries.keys()].map((value) => ({ value })) : [];
  if (position === 0) return keysOf(mappings);
  const chosen = entryOf(mappings, map)?.value;
  if (position === 1) return keysOf(chosen);
  const [example] = chosen?.kind === 'map' ? chosen.entries.values() : [];
  return position === 2 ? keysOf(entryOf(chosen, first)?.value ?? example?.value) : [];
}

function others({ resources }: TemplateSyntax, own: string): readonly Resource[] {
  return [...resources.values()].filter(({ logicalId }) => logicalId !== own);
}

/** A parameter with its type and Default, or a resource with its type. */
function nameValue({ parameters, resources }: TemplateSyntax, value: string): OfferedValue {
  const parameter = parameters.get(value);
  if (parameter !== undefined) {
    const { type, default: given } = parameter;
    return { value, detail: given?.kind === 'scalar' ? `${type}, Default ${given.text}` : `${type}, no Default` };
  }
  const type = resources.get(value)?.type ?? '';
  const found = resourceTypeOf(type);
  const documentation = found && `Ref gives ${escapeMarkdown(found.returns.ref)}.`;
  return { value, detail: type, documentation };
}

/** An expression on one line, as people read it. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'scalar':
      return expression.text;
    case 'list':
      return `[${expression.items.map(expressionText).join(', ')}]`;
    case 'map':
      return `{ ${[...expression.entries].map(([name, { value }]) => `${name}: ${expressionText(value)}`).join(', ')} }`;
    case 'call':
      return `!${expression.name.replace('Fn::', '')} ${expressionText(expression.argument)}`;
    default:
      return '';
  }
}
