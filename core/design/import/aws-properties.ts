import { type Content, definedOnly } from '../content/design-content.ts';
import type { EditValue } from '../edit.ts';
import type { AwsObject } from '../readers/aws-output.ts';

/** The plain values of an object under the names of a blueprint. */
export function properties(object: AwsObject, names: Readonly<Record<string, string>>): Content {
  const entries = Object.entries(names).map(([name, property]) => [name, plainValue(object[property])] as const);
  return definedOnly(Object.fromEntries(entries));
}

function plainValue(value: unknown): EditValue | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
