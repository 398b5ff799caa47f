import { referencesIn } from './dependencies.ts';
import { type Expression, entryOf } from './expression.ts';
import type { Resource, TemplateSyntax } from './template-syntax.ts';

/** Types of resources that make up designs. */
const ofDesigns =
  /^AWS::(RDS::(DBCluster|DBClusterEndpoint|DBInstance|GlobalCluster|DBSubnetGroup|DBClusterParameterGroup|DBProxyTargetGroup|Integration)|ApplicationAutoScaling::Scal(ableTarget|ingPolicy)|EC2::Subnet)$/;

/** Types of resources that are looked at one by one. */
const ofGraphs = /^AWS::(RDS::\w+|ApplicationAutoScaling::Scal(ableTarget|ingPolicy))$/;

/** The conditions on which resources of designs, or their properties, rest. */
export function relevantConditions({ resources }: TemplateSyntax): ReadonlySet<string> {
  return conditionsOf([...resources.values()].filter(({ type }) => ofDesigns.test(type)));
}

/**
 * The conditions on which resources of Aurora, or their properties, rest: those of the databases, of the roles that
 * they are given, and of the policies of these roles.
 */
export function graphConditions({ resources }: TemplateSyntax): ReadonlySet<string> {
  const all = [...resources.values()];
  const databases = all.filter(({ type }) => ofGraphs.test(type) || ofDesigns.test(type));
  const given = new Set(databases.flatMap(({ content }) => [...referencesIn(content)]));
  const roles = all.filter(({ type, logicalId }) => type === 'AWS::IAM::Role' && given.has(logicalId));
  const roleNames = new Set(roles.map(({ logicalId }) => logicalId));
  const named = new Set(roles.flatMap(({ content }) => [...referencesIn(content)]));
  const policies = all.filter(({ type, logicalId, content }) => {
    if (!/^AWS::IAM::(Policy|ManagedPolicy|RolePolicy)$/.test(type)) return false;
    return named.has(logicalId) || [...referencesIn(content)].some((name) => roleNames.has(name));
  });
  return conditionsOf([...databases, ...roles, ...policies]);
}

function conditionsOf(resources: readonly Resource[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { condition, content } of resources) {
    if (condition !== undefined) names.add(condition);
    const properties = entryOf(content, 'Properties')?.value;
    if (properties !== undefined) collect(properties, names, new Set());
  }
  return names;
}

function collect(expression: Expression, names: Set<string>, seen: Set<Expression>): void {
  if (seen.has(expression)) return;
  seen.add(expression);
  if (expression.kind === 'list') for (const item of expression.items) collect(item, names, seen);
  if (expression.kind === 'map') for (const { value } of expression.entries.values()) collect(value, names, seen);
  if (expression.kind !== 'call') return;
  const { name, argument } = expression;
  const condition = name === 'Fn::If' && argument.kind === 'list' ? argument.items[0] : undefined;
  if (condition?.kind === 'scalar') names.add(condition.text);
  collect(argument, names, seen);
}
