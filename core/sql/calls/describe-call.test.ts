import { expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { analyzeSql } from '../analyze.ts';
import { callsOf } from '../call-at.ts';
import { describeCall } from './describe-call.ts';

function describeFirst(text: string, dialect: SqlDialect) {
  const [found] = callsOf(analyzeSql(text, { dialect }));
  return found && describeCall(found.statement.text, found.call);
}

test('a Comprehend call with literals', () => {
  expect(describeFirst(`SELECT aws_comprehend.detect_sentiment('it''s fine', 'en', 10)`, 'postgresql')).toMatchObject({
    service: 'Comprehend',
    functionName: 'aws_comprehend.detect_sentiment',
    target: undefined,
    language: { kind: 'literal', value: 'en' },
    maxRowsPerBatch: 10,
    inputs: [{ parameter: { name: 'input_text' }, value: { kind: 'literal', value: "it's fine" } }],
    resultType: 'varchar',
  });
});

test('a SageMaker call over columns and expressions', () => {
  const text =
    "SELECT aws_sagemaker.invoke_endpoint('fraud', NULL, p.amount, upper(country), 3)::double precision FROM p";
  const description = describeFirst(text, 'postgresql');
  expect(description).toMatchObject({
    service: 'SageMaker',
    target: { kind: 'literal', value: 'fraud' },
    maxRowsPerBatch: null,
    resultType: 'double precision',
  });
  expect(description?.inputs.map((input) => input.value)).toEqual([
    { kind: 'column', name: 'p.amount' },
    { kind: 'expression', text: 'upper(country)' },
    { kind: 'literal', value: 3 },
  ]);
});

test('a MySQL function that stands for an endpoint', () => {
  const text = `CREATE FUNCTION score(amount DOUBLE, country CHAR(2)) RETURNS DECIMAL(5,4)
    ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud' MAX_BATCH_SIZE 500;
    SELECT shop.Score(amount, 'DE') FROM payments`;
  const description = describeFirst(text, 'mysql');
  expect(description).toMatchObject({
    service: 'SageMaker',
    functionName: 'score',
    target: { kind: 'literal', value: 'fraud' },
    maxRowsPerBatch: 500,
    resultType: 'decimal(5,4)',
  });
  expect(description?.inputs.map(({ parameter, value }) => [parameter.name, parameter.type, value])).toEqual([
    ['amount', 'double', { kind: 'column', name: 'amount' }],
    ['country', 'char(2)', { kind: 'literal', value: 'DE' }],
  ]);
});

test('a function that does not exist cannot be described', () => {
  expect(describeFirst('SELECT aws_ml.invoke_endpoint(a)', 'postgresql')).toBeUndefined();
});
