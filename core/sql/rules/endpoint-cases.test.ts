import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import type { SqlDialect } from '../../facts/ml.ts';
import { mismatches, readFixture } from '../../testing/markers.ts';
import { analyzeSql } from '../analyze.ts';

const listed =
  '[{ name: fraud-detector, input: [double precision, text, boolean, integer], output: double precision }]';

/** Whether the rules over endpoints say what is marked, under a design whose SageMaker role has these endpoints. */
function expectSaid(marked: string, endpoints = `, endpoints: ${listed}`, dialect: SqlDialect = 'postgresql') {
  const fixture = readFixture(marked);
  const { design } =
    readBlueprint(`aurora: 1
name: fraud
engine: aurora-${dialect}
primary: { region: us-east-1 }
machineLearning: [{ service: SageMaker, roleArn: a${endpoints} }]`).documents[0] ?? {};
  const { findings } = analyzeSql(fixture.text, { dialect, design });
  expect(
    mismatches(
      fixture,
      findings.filter(({ rule }) => /^AUR111[6-9]$/.test(rule)),
    ),
  ).toEqual([]);
}
const invoke = (more: string) => `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, ${more}`;

describe('an endpoint', () => {
  test.each([[''], [', endpoints: 5'], [', endpoints: [{ name: { a: b } }]']])(
    'of a role that does not list its endpoints may be any: %s',
    (endpoints) => expectSaid("SELECT aws_sagemaker.invoke_endpoint('other', NULL, a);", endpoints),
  );

  test('is not known where none is listed, or its name is spelled in another case', () => {
    expectSaid(
      `SELECT aws_sagemaker.invoke_endpoint('other', NULL, a);
--                                   ^^^^^^^ AUR1116 declares none`,
      ', endpoints: []',
    );
    expectSaid(`SELECT aws_sagemaker.invoke_endpoint('Fraud-Detector'::varchar, NULL, a);
--                                   ^^^^^^^^^^^^^^^^ AUR1116 Did you mean fraud-detector?`);
  });

  test('that is no literal is not compared', () => {
    expectSaid(
      'SELECT aws_sagemaker.invoke_endpoint(endpoint_name, NULL, a), aws_sagemaker.invoke_endpoint($1, NULL, a);',
    );
  });
});

describe('inputs', () => {
  test('are not counted while they are typed, in an array, or where the design does not say them', () => {
    expectSaid(invoke('a'));
    expectSaid(invoke('a, )'));
    expectSaid(`${invoke('VARIADIC ARRAY[a, b]')});`);
    expectSaid(`${invoke('a')});`, ', endpoints: [{ name: fraud-detector }]');
    expectSaid(`${invoke('a')});`, ', endpoints: [{ name: fraud-detector, input: [] }]');
  });

  test('of the kinds that are declared, and those whose kind nobody knows, are silent', () => {
    expectSaid(`${invoke("1.5, 'EE', true, 3")});`);
    expectSaid(`${invoke("amount, '7', 1, '3'")});`);
    expectSaid(`${invoke('coalesce(a, 0), (b)::varchar(2), NULL, 1 + 2.5')});`);
    expectSaid(`${invoke('a + b::text, (lower(c))::json, d::int::boolean, e::date')});`);
  });

  test('of another kind are said, also behind casts', () => {
    expectSaid(`SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, 'much', 5, f(a, b)::numeric, CAST(x + 1 AS double precision));
--                                                           ^^^^^^ AUR1118 Input 1 of fraud-detector is double precision
--                                                                   ^ AUR1118 Input 2 of fraud-detector is text
--                                                                      ^^^^^^^^^^^^^^^^ AUR1118 Input 3 of fraud-detector is boolean
--                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1118 Input 4 of fraud-detector is integer`);
  });
});

describe('the result', () => {
  test.each(['double precision', 'numeric(4, 2)', 'text', 'jsonb', 'real', 'float8[]'])('may be read as %s', (type) => {
    expectSaid(`${invoke('a, b, c, d')})::${type};`);
  });

  test('cannot be read as what it is not', () => {
    expectSaid(`SELECT CAST(aws_sagemaker.invoke_endpoint('fraud-detector', NULL, a, b, c, d) AS boolean);
--                                                                               ^^^^^^^ AUR1119 answers with double precision`);
  });
});

describe('a function made with ALIAS', () => {
  test('takes and gives what the endpoint does, and its calls are silent', () => {
    expectSaid(
      `CREATE FUNCTION score(amount DOUBLE, country VARCHAR(2), seen BOOLEAN, days INT) RETURNS FLOAT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
SELECT score(1, 2, 3, 4), score();`,
      undefined,
      'mysql',
    );
    expectSaid(
      `CREATE FUNCTION score(amount DOUBLE, country VARCHAR(2), seen BOOLEAN, days INT) RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
      undefined,
      'mysql',
    );
  });

  test('is compared with it where it is made', () => {
    expectSaid(
      `CREATE FUNCTION score(amount DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detectors';
--                                                                                                    ^^^^^^^^^^^^^^^^^ AUR1116 Did you mean fraud-detector?
CREATE FUNCTION score(amount DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
--              ^^^^^ AUR1117 takes 4 inputs
CREATE FUNCTION score(amount VARCHAR(9), country VARCHAR(2), seen BOOLEAN, days INT) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
--                           ^^^^^^^^^^ AUR1118 Input 1 of fraud-detector`,
      undefined,
      'mysql',
    );
    expectSaid(
      `CREATE FUNCTION score(a INT) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'judge';
--                                   ^^^^^^ AUR1119 answers with text`,
      ', endpoints: [{ name: judge, output: text }]',
      'mysql',
    );
  });
});
