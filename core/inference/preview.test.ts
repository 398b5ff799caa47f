import { describe, expect, test } from 'vitest';
import type { Design } from '../design/design.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import type { SqlDialect } from '../facts/ml.ts';
import { analyzeSql } from '../sql/analyze.ts';
import { callsOf } from '../sql/call-at.ts';
import { type PreviewQuestion, preparePreview } from './preview.ts';
import { type PreviewableCall, previewableCall, type Unavailable } from './previewable-call.ts';

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

/** The last ML call of a text. */
function callOf(text: string, dialect: SqlDialect = 'postgresql', design = orders): PreviewableCall | Unavailable {
  const found = callsOf(analyzeSql(text, { dialect })).at(-1);
  if (found === undefined) throw new Error('The text has no ML call.');
  return previewableCall(found.statement.text, found.call, design);
}

/** Prepares the last ML call of a text for rows of values. */
function prepare(text: string, rows: PreviewQuestion['rows'], options: Partial<PreviewQuestion> = {}) {
  const call = callOf(text);
  if (call.kind === 'unavailable') return call;
  return preparePreview({ call, rows, design: orders, aws: undefined, ...options });
}

describe('what a preview asks for', () => {
  test('nothing when the call has literals only', () => {
    const sql = "SELECT * FROM aws_comprehend.detect_sentiment('I love it', 'en')";
    expect(callOf(sql)).toMatchObject({
      asks: [],
      columns: [
        { name: 'sentiment', type: 'varchar' },
        { name: 'confidence', type: 'real' },
      ],
    });
    expect(prepare(sql, [[]])).toMatchObject({
      plan: { request: { rows: [{ text: 'I love it', languageCode: 'en' }], maxRowsPerBatch: null } },
    });
  });

  test('each column and expression once, as it stands in the SQL', () => {
    const sql = `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', 10,
      p.amount, coalesce(p.country,
        ''), p.amount) FROM payments p`;
    expect(callOf(sql)).toMatchObject({ asks: ['p.amount', "coalesce(p.country, '')"] });
    expect(prepare(sql, [['12.5', null]])).toMatchObject({
      plan: { request: { rows: [['12.5', null, '12.5']], maxRowsPerBatch: 10 } },
    });
  });

  test('a language that is a column; rows of several languages become several calls', () => {
    const sql = 'SELECT (aws_comprehend.detect_sentiment(body, lang)).sentiment FROM reviews';
    expect(callOf(sql)).toMatchObject({ asks: ['body', 'lang'] });
    const rows = [
      ['good', 'en'],
      ['gut', 'de'],
    ];
    expect(prepare(sql, rows)).toMatchObject({ plan: { batches: [{ languageCode: 'en' }, { languageCode: 'de' }] } });
  });

  test('rows that lack a value, or no row at all, say what to give', () => {
    const sql = 'SELECT aws_comprehend.detect_sentiment(body, lang)';
    const reason = 'Every row needs a value for body, lang. Give at least one row.';
    expect(prepare(sql, [])).toEqual({ kind: 'unavailable', reason });
    expect(prepare(sql, [['good', 'en'], ['gut']])).toEqual({ kind: 'unavailable', reason });
  });
});

describe('the type of an output', () => {
  const call = "aws_sagemaker.invoke_endpoint('fraud-detector', NULL, 12.5, 'DE')";

  test('is that of the cast around the call', () => {
    expect(callOf(`SELECT ${call}::numeric(5,2)`)).toMatchObject({
      columns: [{ name: 'model_output', type: 'numeric(5,2)' }],
    });
  });

  test('is otherwise what the design declares for the endpoint, and varchar without one', () => {
    expect(callOf(`SELECT ${call}`)).toMatchObject({ columns: [{ name: 'model_output', type: 'double precision' }] });
    const other = call.replace('fraud-detector', 'churn');
    expect(callOf(`SELECT ${other}`)).toMatchObject({ columns: [{ name: 'model_output', type: 'varchar' }] });
  });

  test('is what a MySQL function returns, which also names the endpoint', () => {
    const prepared = callOf(
      `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS INT
        ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector' MAX_BATCH_SIZE 100;
      SELECT fraud_score(12.5);`,
      'mysql',
    );
    expect(prepared).toMatchObject({
      columns: [{ name: 'fraud_score', type: 'int' }],
      description: { target: { value: 'fraud-detector' }, maxRowsPerBatch: 100 },
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
  ])('%s', (sql, reason) => {
    expect(callOf(sql)).toEqual({ kind: 'unavailable', reason: expect.stringMatching(reason) });
  });

  test('rows that go to different endpoints', () => {
    const sql = 'SELECT aws_sagemaker.invoke_endpoint(model, NULL, 1)';
    expect(prepare(sql, [['fraud'], ['churn']])).toEqual({
      kind: 'unavailable',
      reason: 'A preview goes to one endpoint; these rows name fraud, churn.',
    });
    expect(prepare(sql, [[null]])).toEqual({ kind: 'unavailable', reason: 'The call names no endpoint.' });
  });
});

describe('before anything is sent to AWS', () => {
  const sql = "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews";
  const rows = [['I love it']];
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
    expect(prepared).toMatchObject({ kind: 'prepared', destination: undefined, confirmation: undefined });
  });
});
