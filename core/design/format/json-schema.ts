import { blueprintShape } from './blueprint.ts';
import { scenarioFileShape } from './scenario-file.ts';
import type { ScalarShape, Shape } from './shape.ts';

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The JSON Schema (draft 07) of a blueprint, for tools that know no more than JSON Schema. */
export function blueprintJsonSchema(): JsonSchema {
  return schemaOfFile('Aurora blueprint', blueprintShape);
}

/** The same of a scenario file. */
export function scenarioJsonSchema(): JsonSchema {
  return schemaOfFile('Scenarios of an Aurora blueprint', scenarioFileShape);
}

function schemaOfFile(title: string, shape: Shape): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...schemaOf(shape),
    // Keys on top that begin with x- hold what anchors are made of.
    patternProperties: { '^x-': {} },
  };
}

function schemaOf(shape: Shape): JsonSchema {
  const description = descriptionOf(shape);
  switch (shape.kind) {
    case 'scalar':
      return { description, ...scalarSchema(shape) };
    case 'list':
      return { description, type: 'array', items: schemaOf(shape.item) };
    case 'record':
      return { description, type: 'object', additionalProperties: schemaOf(shape.item) };
    case 'object': {
      const properties = Object.entries(shape.properties).map(([key, property]) => [key, schemaOf(property)]);
      const required = shape.required.length === 0 ? {} : { required: shape.required };
      const content = { type: 'object', properties: Object.fromEntries(properties), ...required };
      return { description, ...content, additionalProperties: false };
    }
  }
}

function scalarSchema({ schemaType, choices, expected }: ScalarShape<unknown>): JsonSchema {
  if (schemaType === 'boolean') return { type: 'boolean' };
  if (choices !== undefined) return { enum: schemaType === 'string' ? choices : choices.map(Number) };
  // Text may look like a number: an account, a version of one part.
  return expected === 'text' ? { type: ['string', 'number'] } : { type: schemaType };
}

function descriptionOf({ documentation: { summary, default: absent, limits } }: Shape): string {
  const lines = [
    summary,
    absent === undefined ? [] : `Default: ${absent}`,
    limits === undefined ? [] : `Limits: ${limits}`,
  ];
  return lines.flat().join('\n');
}
