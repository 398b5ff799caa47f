import fc from 'fast-check';
import type { Content } from '../design/content/design-content.ts';
import type { EditValue } from '../design/edit.ts';
import { blueprintShape } from '../design/format/blueprint.ts';
import type { ScalarShape, Shape } from '../design/format/shape.ts';

/** Words that people write, and words that YAML or CloudFormation could take for something else. */
const words = fc.constantFrom(
  ...['orders', 'orders-a', 'x', 'yes', 'No', '0123', '1:30', '2026-11-01T03:00:00Z', '16.10', '~', 'null', '0x1F'],
  ...[
    "it's",
    'a: b',
    'a #b',
    '# c',
    '- d',
    '[e]',
    '{f}',
    '*g',
    '&h',
    '!i',
    '%j',
    '@k',
    '  l  ',
    'ü',
    '"m"',
    'two\nlines',
  ],
);

/** Values of some properties that mean something by themselves. */
const particular: Readonly<Record<string, fc.Arbitrary<EditValue>>> = {
  region: fc.constantFrom('us-east-1', 'eu-west-1', 'ap-southeast-2'),
  engineVersion: fc.constantFrom('16.10', '16', '15.13', '8.0.mysql_aurora.3.10.1', '8.0'),
  masterUserPassword: fc.constant('{{resolve:secretsmanager:orders/admin:SecretString:password}}'),
};

/** Properties that tell the items of a list apart. */
const keys = ['id', 'name', 'roleArn', 'metric', 'target', 'region'];

/** What a blueprint can say as far as its format goes, right or wrong: any properties with any values. */
export const anyContent: fc.Arbitrary<Content> = contentOfShape(blueprintShape, '') as fc.Arbitrary<Content>;

function contentOfShape(shape: Shape, name: string): fc.Arbitrary<EditValue> {
  const chosen = particular[name];
  if (chosen !== undefined) return chosen;
  switch (shape.kind) {
    case 'scalar':
      return scalarOf(shape);
    case 'record':
      return fc.dictionary(fc.constantFrom('a', 'log_statement', 'Owner'), contentOfShape(shape.item, ''), {
        maxKeys: 2,
      });
    case 'list':
      return listOf(shape.item);
    case 'object': {
      const properties = Object.entries(shape.properties);
      const arbitraries = Object.fromEntries(properties.map(([key, inner]) => [key, contentOfShape(inner, key)]));
      return fc.record(arbitraries, { requiredKeys: [...shape.required] }) as fc.Arbitrary<EditValue>;
    }
  }
}

function listOf(item: Shape): fc.Arbitrary<EditValue> {
  const key = item.kind === 'object' ? keys.find((candidate) => item.properties[candidate] !== undefined) : undefined;
  const selector = (value: EditValue) => (key === undefined ? JSON.stringify(value) : (value as Content)[key]);
  return fc.uniqueArray(contentOfShape(item, ''), { maxLength: 3, selector });
}

function scalarOf({ choices, schemaType, expected }: ScalarShape<unknown>): fc.Arbitrary<EditValue> {
  if (choices !== undefined && schemaType === 'string') return fc.constantFrom(...choices);
  if (schemaType === 'boolean') return fc.boolean();
  if (choices !== undefined) return fc.constant(Number(choices[0]));
  if (schemaType === 'integer') return fc.nat({ max: 100_000 });
  if (schemaType === 'number') return fc.constantFrom(0, 0.5, 1, 16, 70.5);
  if (expected.startsWith('a duration')) return fc.constantFrom('0s', '60s', '1500ms', '30m');
  return expected.startsWith('a size') ? fc.constantFrom('100 GiB', '20 GB') : words;
}
