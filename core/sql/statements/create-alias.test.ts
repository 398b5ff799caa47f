import { expect, test } from 'vitest';
import { splitText, statementsOf } from '../text/split-statements.ts';
import { createAliasOf } from './create-alias.ts';

/** The parts of the first statement, each as the characters it stands on. */
function partsOf(text: string): string[] | undefined {
  const [first] = statementsOf(splitText(text, 'mysql'));
  const create = first && createAliasOf(first.statement);
  if (first === undefined || create === undefined) return undefined;
  const words = (range: { start: number; end: number } | undefined) =>
    range === undefined ? '-' : first.text.slice(range.start, range.end).replace(/\s+/g, ' ');
  return [
    `name ${create.schema === undefined ? '' : `${words(create.schema)}.`}${words(create.name)}`,
    ...create.parameters.map(({ mode, name, type }) =>
      ['parameter', ...(mode ? [words(mode)] : []), words(name), words(type?.whole)].join(' '),
    ),
    ...(create.returns ? [`returns ${words(create.returns.type?.range)}`] : []),
    ...(create.returns?.type?.charset ? [`charset ${words(create.returns.type.charset.range)}`] : []),
    ...create.options.map(({ name, range, behind }) => `${name} behind ${behind}: ${words(range)}`),
    `alias ${words(create.keyword)}`,
    ...create.clauses.map(({ name, known, equals, value }) =>
      [known ? 'clause' : 'unknown', name, ...(equals ? ['='] : []), value?.kind ?? '-', words(value?.range)].join(' '),
    ),
    ...(create.body ? [`body ${words(create.body)}`] : []),
  ];
}

const cases: readonly (readonly [text: string, parts: readonly string[] | undefined])[] = [
  [
    `CREATE FUNCTION shop.score(amount DOUBLE, country VARCHAR(2) CHARSET utf8mb4) DEFINER = admin@localhost
      RETURNS DOUBLE PRECISION UNSIGNED SQL SECURITY INVOKER ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT
      ENDPOINT NAME 'e' MAX_BATCH_SIZE 500`,
    [
      'name shop.score',
      'parameter amount DOUBLE',
      'parameter country VARCHAR(2) CHARSET utf8mb4',
      'returns DOUBLE PRECISION',
      'DEFINER behind parameters: DEFINER = admin@localhost',
      'SQL SECURITY behind returns: SQL SECURITY INVOKER',
      'alias AWS_SAGEMAKER_INVOKE_ENDPOINT',
      "clause ENDPOINT NAME text 'e'",
      'clause MAX_BATCH_SIZE number 500',
    ],
  ],
  [
    "CREATE OR REPLACE DEFINER='a b'@'%' FUNCTION IF NOT EXISTS `f` () RETURNS VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin COMMENT 'x' ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID @m TIMEOUT_MS -5 RETURN 1",
    [
      'name `f`',
      'returns VARCHAR(9)',
      'charset CHARACTER SET latin1',
      "DEFINER behind head: DEFINER='a b'@'%'",
      "COMMENT behind returns: COMMENT 'x'",
      'alias AWS_BEDROCK_INVOKE_MODEL',
      'clause MODEL ID placeholder @m',
      'clause TIMEOUT_MS number -5',
      'body RETURN 1',
    ],
  ],
  [
    "CREATE FUNCTION f(IN a INT, b, DECIMAL(8,2)) RETURNS INT NO SQL ALIAS aws_wrong ENDPOINT_NAME = 'e' MODEL ID my-model DETERMINISTIC MAX BATCH 'x' ENDPOINT NAME BEGIN RETURN 1; END",
    [
      'name f',
      'parameter IN a INT',
      'parameter b -',
      'parameter DECIMAL -',
      'returns INT',
      'NO SQL behind returns: NO SQL',
      'DETERMINISTIC behind alias: DETERMINISTIC',
      'alias aws_wrong',
      "unknown ENDPOINT_NAME = text 'e'",
      'clause MODEL ID other my-model',
      "unknown MAX BATCH text 'x'",
      'clause ENDPOINT NAME - -',
      'body BEGIN RETURN 1; END',
    ],
  ],
  [
    "/*!80000 CREATE FUNCTION f(a INT) RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e' */",
    [
      'name f',
      'parameter a INT',
      'returns INT',
      'alias AWS_SAGEMAKER_INVOKE_ENDPOINT',
      "clause ENDPOINT NAME text 'e'",
    ],
  ],
  ['CREATE FUNCTION f(a INT RETURNS INT ALIAS', ['name f', 'parameter a INT', 'returns INT', 'alias -']],
  ['CREATE FUNCTION f ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT', ['name f', 'alias AWS_SAGEMAKER_INVOKE_ENDPOINT']],
  ['CREATE FUNCTION f(a INT) RETURNS INT RETURN (SELECT x alias FROM t alias)', undefined],
  ['CREATE FUNCTION f(a INT) RETURNS INT BEGIN DECLARE alias INT; RETURN alias; END', undefined],
  ['CREATE PROCEDURE p() SELECT a alias FROM t', undefined],
  ['SELECT a alias FROM t', undefined],
];

test.each(cases)('%s', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});
