import type { Expression } from './expression.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/** Types of resources that make up designs. */
const relevant =
  /^AWS::(RDS::(DBCluster|DBInstance|GlobalCluster|DBSubnetGroup|DBClusterParameterGroup)|ApplicationAutoScaling::Scal(ableTarget|ingPolicy)|EC2::Subnet)$/;

/** The conditions on which resources of designs, or their properties, rest. */
export function relevantConditions({ resources }: TemplateSyntax): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { type, condition, properties } of resources.values()) {
    if (!relevant.test(type)) continue;
    if (condition !== undefined) names.add(condition);
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
