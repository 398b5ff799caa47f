import type { Fact } from '../../../facts/fact.ts';
import { designName, propertyName } from '../../readers/template/property-name.ts';
import { type Documentation, type ObjectShape, object, type Properties, type Shape } from '../shape.ts';

/** What CloudFormation gives back of a resource. */
export interface ReturnValues extends Fact {
  /** Such as `AWS::RDS::DBCluster`. */
  readonly type: string;
  /** What Ref gives. */
  readonly ref: string;
  /** What Fn::GetAtt gives, by the name of the attribute. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A type of CloudFormation resources that belong to Aurora clusters. */
export interface ResourceType {
  readonly returns: ReturnValues;
  /** Its properties under CloudFormation's names, the most important first. */
  readonly shape: ObjectShape<Properties>;
  /** Properties of which one excludes the others. */
  readonly alternatives: readonly (readonly string[])[];
}

/** A type of resources, with its properties in the order of their importance. */
export function resourceType(
  returns: ReturnValues,
  summary: string,
  properties: Properties,
  required: readonly string[],
  alternatives: readonly (readonly string[])[] = [],
): ResourceType {
  return { returns, shape: object(properties, { summary, facts: [returns] }, required), alternatives };
}

/** Properties of CloudFormation as the format of blueprints describes them, in the order of `names`. */
export function described<const N extends string>(
  properties: Properties,
  names: readonly N[],
): { readonly [K in N]: Shape } {
  const shapes = names.map((name) => [name, inCloudFormation(propertyOf(properties, name))] as const);
  return Object.fromEntries(shapes) as { readonly [K in N]: Shape };
}

/** A shape of the format with CloudFormation's names in it, and documentation that holds in a template. */
export function inCloudFormation(shape: Shape, change: Partial<Documentation> = {}): Shape {
  const documentation = { ...shape.documentation, ...change };
  if (shape.kind === 'scalar') return { ...shape, documentation };
  if (shape.kind !== 'object') return { ...shape, documentation, item: inCloudFormation(shape.item) };
  const rename = (name: string) => propertyName(name, '');
  const properties = Object.entries(shape.properties).map(([name, inner]) => [rename(name), inCloudFormation(inner)]);
  return { ...shape, documentation, properties: Object.fromEntries(properties), required: shape.required.map(rename) };
}

function propertyOf(properties: Properties, name: string): Shape {
  const shape = properties[designName(name)];
  if (shape === undefined) throw new Error(`the format has no ${designName(name)}`);
  return shape;
}
