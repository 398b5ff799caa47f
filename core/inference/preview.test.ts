import { describe, expect, test } from 'vitest';
import type { Design } from '../design/design.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import type { SqlDialect } from '../facts/ml.ts';
import { analyzeSql } from '../sql/analyze.ts';
import type { RowValues } from './call-values.ts';
import { type Preparation, type PreviewQuestion, preparePreview } from './preview.ts';

function designOf(text: string): Design | undefined {
  return readBlueprint(text).documents[0]?.design;
}

const orders = designOf(`
aurora: 1
name: orders
engine: aurora-postgresql
primary: { region: eu-west-1, instances: [{ id: orders-a, class: db.r7g.large }] }
machineLearning:
  - service: SageMaker
    roleArn: arn:aws:iam::123456789012:role/orders-sagemaker
    endpoints: [{ name: fraud-detector, input: [double precision, text], output: double precision }]
`);

/** Prepares the last ML call of a text. */
function prepare(
  text: string,
  rows: readonly RowValues[] = [],
  options: Partial<PreviewQuestion> & { dialect?: SqlDialect } = {},
): Preparation {
  const { dialect = 'postgresql', ...question } = options;
  const call = analyzeSql(text, { dialect }, []).calls.at(-1);
  if (call === undefined) throw new Error('The text has no ML call.');
  return preparePreview({ text, call, rows, design: orders, aws: undefined, ...question });
}

describe('what a preview asks for', () => {
  test('nothing when the call has literals only', () => {
    expect(prepare("SELECT * FROM aws_comprehend.detect_sentiment('I love it', 'en')")).toMatchObject({
      kind: 'ready',
      plan: { request: { rows: [{ text: 'I love it', languageCode: 'en' }], maxRowsPerBatch: null } },
      columns: [
        { name: 'sentiment', type: 'varchar' },
        { name: 'confidence', type: 'real' },
      ],
    });
  });

  test('each column and expression once, by its name', () => {
    const sql = `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', 10,
      p.amount, coalesce(p.country,
        ''), p.amount) FROM payments p`;
    const amount = { name: 'p.amount', parameter: 'model_input' };
    const country = { name: "coalesce(p.country, '')", parameter: 'model_input' };
    expect(prepare(sql)).toEqual({ kind: 'incomplete', missing: [amount, country] });
    expect(prepare(sql, [{ 'p.amount': '12.5' }])).toEqual({ kind: 'incomplete', missing: [amount, country] });
    expect(prepare(sql, [{ 'p.amount': '12.5', "coalesce(p.country, '')": null }])).toMatchObject({
      kind: 'ready',
      plan: { request: { rows: [['12.5', null, '12.5']], maxRowsPerBatch: 10 } },
    });
  });

  test('a language that is a column; rows of several languages become several calls', () => {
    const sql = 'SELECT (aws_comprehend.detect_sentiment(body, lang)).sentiment FROM reviews';
    expect(prepare(sql)).toMatchObject({ missing: [{ name: 'body' }, { name: 'lang' }] });
    const rows = [
      { body: 'good', lang: 'en' },
      { body: 'gut', lang: 'de' },
    ];
    expect(prepare(sql, rows)).toMatchObject({ plan: { batches: [{ languageCode: 'en' }, { languageCode: 'de' }] } });
  });

  test('a name that every object has is a name like any other', () => {
    const sql = "SELECT aws_comprehend.detect_sentiment(constructor, 'en')";
    expect(prepare(sql, [{}])).toMatchObject({ kind: 'incomplete', missing: [{ name: 'constructor' }] });
  });
});

describe('the type of an output', () => {
  const call = "aws_sagemaker.invoke_endpoint('fraud-detector', NULL, 12.5, 'DE')";
  const typeOf = (sql: string, options?: Parameters<typeof prepare>[2]) => {
    const prepared = prepare(sql, [{}], options);
    return prepared.kind === 'ready' ? prepared.columns : prepared;
  };

  test('is that of the cast around the call', () => {
    expect(typeOf(`SELECT ${call}::numeric(5,2)`)).toEqual([{ name: 'model_output', type: 'numeric(5,2)' }]);
  });

  test('is otherwise what the design declares for the endpoint, and varchar without one', () => {
    expect(typeOf(`SELECT ${call}`)).toEqual([{ name: 'model_output', type: 'double precision' }]);
    expect(typeOf(`SELECT ${call}`, { design: undefined })).toEqual([{ name: 'model_output', type: 'varchar' }]);
  });

  test('is what a MySQL function returns, which also names the endpoint', () => {
    const sql = `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS INT
      ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector' MAX_BATCH_SIZE 100;
      SELECT fraud_score(12.5);`;
    expect(prepare(sql, [], { dialect: 'mysql' })).toMatchObject({
      columns: [{ name: 'fraud_score', type: 'int' }],
      plan: { request: { endpointName: 'fraud-detector', maxRowsPerBatch: 100, rows: [['12.5']] } },
    });
  });
});

describe('what cannot be previewed says why', () => {
  test.each([
    [
      "SELECT aws_bedrock.invoke_model('m', 'application/json', 'application/json', '{}')",
      /^Previews of Bedrock are not there yet/,
    ],
    ["SELECT aws_comprehend.detect_sentiments('x', 'en')", /^Aurora has no function aws_comprehend.detect_sentiments/],
    ["SELECT aws_comprehend.detect_sentiment('x')", /are not complete or do not fit/],
    ["SELECT aws_comprehend.detect_sentiment('x', 'en', 5, 6)", /are not complete or do not fit/],
    ["SELECT aws_comprehend.detect_sentiment('x', 'en'", /are not complete or do not fit/],
    ["SELECT aws_sagemaker.invoke_endpoint('e', NULL, VARIADIC ARRAY[1, 2])", /VARIADIC/],
    ["SELECT aws_sagemaker.invoke_endpoint('', NULL, 1)", /names no endpoint/],
  ])('%s', (sql, reason) => {
    expect(prepare(sql)).toEqual({ kind: 'unavailable', reason: expect.stringMatching(reason) });
  });

  test('rows that go to different endpoints', () => {
    const rows = [{ model: 'fraud' }, { model: 'churn' }];
    expect(prepare('SELECT aws_sagemaker.invoke_endpoint(model, NULL, 1)', rows)).toEqual({
      kind: 'unavailable',
      reason: 'A preview goes to one endpoint; these rows name fraud, churn.',
    });
  });
});

describe('before anything is sent to AWS', () => {
  const sql = "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews";
  const rows = [{ body: 'I love it' }];
  const aws = { awsProfile: '', endpointUrl: '' };

  test('a person agrees to what goes to the Region of the design', () => {
    expect(prepare(sql, rows, { aws })).toMatchObject({
      destination: { region: 'eu-west-1', profile: undefined, endpointUrl: undefined },
      confirmation: { question: 'Send 1 row to Amazon Comprehend in eu-west-1?' },
    });
  });

  test('without a design there is no Region to send to', () => {
    expect(prepare(sql, rows, { aws, design: undefined })).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('No blueprint says in which Region'),
    });
  });

  test('the stand-in needs neither', () => {
    const prepared = prepare(sql, rows, { design: undefined });
    expect(prepared).toMatchObject({ kind: 'ready', destination: undefined, confirmation: undefined });
  });
});
