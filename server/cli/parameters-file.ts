import { InvalidArgumentError } from 'commander';
import { readInput } from './input-files.ts';

const forms = '{"Name": "value"} or [{"ParameterKey": "Name", "ParameterValue": "value"}]';

/**
 * Values for the parameters of a template, from a JSON file: by name, or as the AWS CLI takes them. Throws an
 * InvalidArgumentError for anything else.
 */
export function readParameters(file: string): ReadonlyMap<string, string> {
  let content: unknown;
  try {
    content = JSON.parse(readInput(file));
  } catch (error) {
    throw new InvalidArgumentError(error instanceof SyntaxError ? `It is no JSON. Write ${forms}.` : String(error));
  }
  const values = Array.isArray(content) ? content.map(pairOf) : Object.entries(valuesOf(content)).map(asText);
  return new Map(values);
}

/** The `Parameters` of a CloudFormation deployment file, or the object itself. */
function valuesOf(content: unknown): object {
  if (typeof content !== 'object' || content === null) throw new InvalidArgumentError(`Write ${forms}.`);
  const { Parameters: own } = content as { readonly Parameters?: unknown };
  return typeof own === 'object' && own !== null ? own : content;
}

function pairOf(entry: unknown): readonly [string, string] {
  const { ParameterKey: name, ParameterValue: value } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string') throw new InvalidArgumentError(`Write ${forms}.`);
  return asText([name, value]);
}

function asText([name, value]: readonly [string, unknown]): readonly [string, string] {
  if (typeof value === 'object' || value === undefined) throw new InvalidArgumentError(`${name} has no plain value.`);
  return [name, String(value)];
}
