import { parse } from 'yaml';
import type { EditValue } from '../edit.ts';
import type { ScalarShape, Shape } from './shape.ts';

/** A value that works in this place, to begin with; undefined where nothing can be guessed, such as a name. */
export function exampleValue(shape: Shape): EditValue | undefined {
  if (shape.kind === 'scalar') return exampleScalar(shape);
  if (shape.kind !== 'object' || shape.required.length === 0) return undefined;
  const value: Record<string, EditValue> = {};
  for (const key of shape.required) {
    const property = shape.properties[key];
    const part = property === undefined ? undefined : exampleValue(property);
    if (part === undefined) return undefined;
    value[key] = part;
  }
  return value;
}

function exampleScalar({
  documentation,
  choices,
  schemaType,
}: ScalarShape<unknown>): string | number | boolean | undefined {
  const { example } = documentation;
  if (example !== undefined) return parse(example) as string | number | boolean;
  return schemaType === 'boolean' ? true : choices?.[0];
}
