import { parse } from 'yaml';

/** An object that the AWS CLI printed. */
export interface AwsObject {
  readonly [name: string]: unknown;
}

/** What the AWS CLI printed of clusters, by the names of its lists. */
export interface AwsOutput {
  readonly DBClusters: readonly AwsObject[];
  readonly DBInstances: readonly AwsObject[];
  readonly GlobalClusters: readonly AwsObject[];
  readonly DBClusterEndpoints: readonly AwsObject[];
  readonly ScalableTargets: readonly AwsObject[];
  readonly ScalingPolicies: readonly AwsObject[];
}

const noOutput: AwsOutput = {
  DBClusters: [],
  DBInstances: [],
  GlobalClusters: [],
  DBClusterEndpoints: [],
  ScalableTargets: [],
  ScalingPolicies: [],
};

const names = Object.keys(noOutput) as readonly (keyof AwsOutput)[];

/**
 * Reads what `describe-db-clusters`, `describe-db-instances`, `describe-global-clusters`, `describe-db-cluster-endpoints`,
 * `describe-scalable-targets` or `describe-scaling-policies` of the AWS CLI printed, as JSON or YAML, recognised by its
 * keys. Undefined for any other text. Source: Amazon RDS and Application Auto Scaling API references.
 */
export function readAwsOutput(text: string): AwsOutput | undefined {
  const content = parsed(text);
  if (!isAwsObject(content) || !names.some((name) => Array.isArray(content[name]))) return undefined;
  return Object.fromEntries(names.map((name) => [name, objectsIn(content, name)])) as unknown as AwsOutput;
}

/** Several outputs as one. */
export function joinAwsOutputs(outputs: readonly AwsOutput[]): AwsOutput {
  return outputs.reduce((all, next) => {
    return Object.fromEntries(names.map((name) => [name, [...all[name], ...next[name]]])) as unknown as AwsOutput;
  }, noOutput);
}

/** The objects in a list of an object. */
export function objectsIn(object: AwsObject, name: string): readonly AwsObject[] {
  const list = object[name];
  return Array.isArray(list) ? list.filter(isAwsObject) : [];
}

/** The object under a name; empty where there is none. */
export function objectIn(object: AwsObject, name: string): AwsObject {
  const inner = object[name];
  return isAwsObject(inner) ? inner : {};
}

/** The text under a name; undefined where there is none, and where it is empty. */
export function textIn(object: AwsObject, name: string): string | undefined {
  const text = object[name];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The texts in a list of an object. */
export function textsIn(object: AwsObject, name: string): readonly string[] {
  const list = object[name];
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function isAwsObject(value: unknown): value is AwsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parsedYaml(text);
  }
}

function parsedYaml(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error', maxAliasCount: 0 });
  } catch {
    // What the YAML library gives up on is no output of the AWS CLI.
    return undefined;
  }
}
