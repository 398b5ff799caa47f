import { partIn, valueIn } from './group.ts';
import type { ResolvedResource } from './resources.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/** Properties that only a Multi-AZ DB cluster (not Aurora) has. */
const notAurora = ['dBClusterInstanceClass', 'allocatedStorage', 'iops'];

/**
 * Whether a DB cluster is Aurora: by its engine, and where that cannot be told by the engines that its parameter allows
 * or that the template names. Source: CloudFormation template reference, AWS::RDS::DBCluster (Engine).
 */
export function isAuroraCluster(
  { properties }: ResolvedResource,
  { parameters }: TemplateSyntax,
  text: string,
): boolean {
  const value = valueIn(properties, 'engine')?.value;
  if (value?.kind === 'scalar') return isAuroraEngine(value.text);
  if (value?.kind !== 'unknown' || notAurora.some((name) => partIn(properties, name) !== undefined)) return false;
  const allowed = parameters.get(value.identity.replace(/^Ref /, ''))?.allowedValues;
  return allowed === undefined ? /\baurora-(mysql|postgresql)\b/.test(text) : allowed.every(isAuroraEngine);
}

/** Whether an engine is Aurora, `aurora` (MySQL 5.6) among them. */
export function isAuroraEngine(engine: string): boolean {
  return engine === 'aurora-mysql' || engine === 'aurora-postgresql' || engine === 'aurora';
}
