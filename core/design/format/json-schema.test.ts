import { expect, test } from 'vitest';
import { blueprintJsonSchema, scenarioJsonSchema } from './json-schema.ts';

test.each([
  ['blueprint', blueprintJsonSchema],
  ['scenario', scenarioJsonSchema],
])('schemas/%s.schema.json is the schema of the format; `vitest -u` writes it anew', async (name, schemaOf) => {
  const schema = `${JSON.stringify(schemaOf(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot(`../../../schemas/${name}.schema.json`);
});

test('scenarios are the same in a file of their own', () => {
  const { required, properties } = scenarioJsonSchema() as { required: unknown; properties: { scenarios: unknown } };
  expect(required).toEqual(['design', 'scenarios']);
  expect(blueprintJsonSchema()).toMatchObject({ properties: { scenarios: properties.scenarios } });
});

test('it says what is required, which words there are, and that other keys are wrong', () => {
  expect(blueprintJsonSchema()).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['aurora', 'name', 'engine', 'primary'],
    additionalProperties: false,
    patternProperties: { '^x-': {} },
    properties: {
      aurora: { enum: [1] },
      engine: { enum: ['aurora-postgresql', 'aurora-mysql'] },
      engineVersion: { type: ['string', 'number'] },
      primary: {
        properties: {
          deletionProtection: { type: 'boolean' },
          availabilityZones: { type: 'array', items: { type: ['string', 'number'] } },
          tags: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
          volume: { properties: { size: { type: 'string' } } },
        },
      },
    },
  });
});
