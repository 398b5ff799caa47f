import { describe, expect, test } from 'vitest';
import { describeSqlRuleCases, mendSql } from '../../testing/sql-rule-cases.ts';

const embed = (input: string, model = 'amazon.titan-embed-text-v2:0') =>
  `aws_bedrock.invoke_model_get_embeddings('${model}', 'application/json', 'embedding', ${input})`;
const invoke = (input: string) =>
  `aws_bedrock.invoke_model('anthropic.claude-v2', 'application/json', 'application/json', ${input})`;
const many = (count: number) => Array.from({ length: count }, (_, index) => `x.c${index}`).join(', ');
const table = (columns: string) => `CREATE TABLE payments (${columns}); `;

describeSqlRuleCases('postgresql', {
  PGM010: [
    `SELECT aws_sagemaker.invoke_endpoint('e', NULL, ${many(98)}, «x.more, 1») FROM x WHERE id = 1`,
    `SELECT aws_sagemaker.invoke_endpoint('e', NULL, ${many(98)}) FROM x WHERE id = 1`,
    `SELECT aws_sagemaker.invoke_endpoint('e', NULL, VARIADIC ARRAY[${many(120)}]) FROM x WHERE id = 1`,
    `SELECT aws_sagemaker.invoke_endpoint('e', NULL, ${many(120)}, FROM x`,
  ],
  PGM011: [
    "SELECT aws_sagemaker.invoke_endpoint(«'https://runtime.sagemaker.us-east-1.amazonaws.com/endpoints/churn/invocations'», NULL, 1)",
    `SELECT aws_sagemaker.invoke_endpoint(endpoint_name => «'${'e'.repeat(64)}'», max_rows_per_batch => NULL, VARIADIC model_input => ARRAY[1])`,
    "SELECT aws_sagemaker.invoke_endpoint('churn-2', NULL, 1), aws_sagemaker.invoke_endpoint(:'endpoint', NULL, 1)",
    "SELECT aws_sagemaker.invoke_endpoint('%s', NULL, 1), aws_sagemaker.invoke_endpoint('{{ endpoint }}', NULL, 1)",
    "SELECT aws_sagemaker.invoke_endpoint($1, NULL, 1), aws_sagemaker.invoke_endpoint('a' || b, NULL, 1)",
  ],
  PGM012: [
    `${table('id int, amount numeric')}SELECT aws_sagemaker.invoke_endpoint('e', NULL, «amount») FROM payments WHERE id = 1`,
    `${table('id int, amount numeric')}SELECT aws_sagemaker.invoke_endpoint('e', NULL, «p.amount», p.id + 1) FROM public.payments AS p, other o`,
    `${table('id int')}ALTER TABLE payments ADD amount real; UPDATE payments SET score = aws_sagemaker.invoke_endpoint('e', NULL, «amount»)`,
    `${table('id int, amount numeric NOT NULL')}SELECT aws_sagemaker.invoke_endpoint('e', NULL, amount) FROM payments`,
    `${table('id int, amount numeric')}SELECT aws_sagemaker.invoke_endpoint('e', NULL, amount) FROM payments WHERE amount IS NOT NULL`,
    `${table('id int, amount numeric')}SELECT aws_sagemaker.invoke_endpoint('e', NULL, coalesce(amount, 0)) FROM payments`,
    `${table('id int, amount numeric')}SELECT aws_sagemaker.invoke_endpoint('e', NULL, amount) FROM payments, refunds`,
    `${table('id int, amount numeric')}WITH payments AS (SELECT 1 AS amount) SELECT aws_sagemaker.invoke_endpoint('e', NULL, p.amount) FROM payments p`,
    `${table('id int, body text')}SELECT aws_comprehend.detect_sentiment(body, 'en') FROM payments WHERE id = 1`,
    `${table('amount real')}ALTER TABLE payments ALTER COLUMN amount SET NOT NULL; SELECT aws_sagemaker.invoke_endpoint('e', NULL, amount) FROM payments`,
  ],
  PGM016: [
    `SELECT aws_comprehend.detect_sentiment(«'${'ü'.repeat(2501)}'», 'en')`,
    `SELECT aws_comprehend.detect_sentiment('${'ü'.repeat(2500)}', 'en'), ${invoke(`'${'[1]'.padEnd(6000)}'`)}`,
  ],
  PGM018: [
    `SELECT ${embed("«'A mug'»")}, ${invoke('«\'{"a": 1,}\'»')}`,
    `SELECT ${invoke('«$${inputText: "x"}$$»')}`,
    `SELECT ${embed("«'{''inputText'': 1}'»")}`,
    `SELECT ${invoke('\'{"prompt": "Hello"}\'')}, ${invoke('E\'{"a": "\\\\n"}\'')}, ${invoke("'{{ request }}'")}`,
    `SELECT ${invoke('request')}, ${invoke(":'request'")}, ${invoke("format('%s', a)")}`,
    "SELECT aws_bedrock.invoke_model('m', 'text/plain', 'application/json', 'Hello')",
    `SELECT aws_bedrock.invoke_model(model_input => «'Hello'», model_id => 'm', content_type => 'application/json', accept_type => 'application/json')`,
  ],
  PGM022: [
    `SELECT ${embed('«\'{"inputText": "\' || body || \'"}\'»')} FROM d WHERE id = 1`,
    `SELECT ${embed('«concat(\'{"inputText": "\', d.body, \'"}\')»')} FROM d WHERE id = 1`,
    `SELECT ${embed('«format(\'{"inputText": "%s"}\', d.body)»')} FROM d WHERE id = 1`,
    `SELECT ${embed('«(\'{"inputText": "\' || coalesce(body, title) || \'"}\')»')} FROM d WHERE id = 1`,
    `SELECT ${embed("json_build_object('inputText', title || ': ' || body)::text")} FROM d WHERE id = 1`,
    `SELECT ${embed("'{\"inputText\": ' || to_json(body) || '}'")}, ${embed("'{\"n\": ' || n || '}'")} FROM d WHERE id = 1`,
    `SELECT ${embed("'{\"inputText\": \"' || replace(body, '\"', '\\\"') || '\"}'")} FROM d WHERE id = 1`,
    `SELECT ${embed('body || title')}, ${embed("format('%s', a)")} FROM d WHERE id = 1`,
  ],
  PGM017: [
    `SELECT «aws_bedrock.invoke_model_get_embeddings»('amazon.titan-embed-text-v1', 'application/json', 'embedding', x)::public.vector(512)`,
    `CREATE TABLE d (e vector(3)); INSERT INTO d (e) VALUES («aws_bedrock.invoke_model_get_embeddings»('cohere.embed-english-v3', 'application/json', 'embedding', x))`,
    `CREATE TABLE d (id int, e vector(512)); INSERT INTO d SELECT id, «aws_bedrock.invoke_model_get_embeddings»('cohere.embed-english-v3', 'application/json', 'embedding', x)::vector FROM s WHERE id = 1`,
    `CREATE TABLE d (e vector(1024)); UPDATE d SET e = «aws_bedrock.invoke_model_get_embeddings»('amazon.titan-embed-text-v2:0', 'application/json', 'embedding', json_build_object('inputText', b, 'dimensions', 512)::text)`,
    `CREATE TABLE d (id int, e vector(3)); INSERT INTO d VALUES (1, NULL), (2, «aws_bedrock.invoke_model_get_embeddings»('cohere.embed-english-v3', 'a/b', 'c', x)::vector)`,
    `CREATE TABLE d (e vector(3), id int); INSERT INTO d VALUES (NULL, 1), (NULL, coalesce(${embed('x')}, 1))`,
    `CREATE TABLE d (e vector(3), id int); INSERT INTO d VALUES (NULL, (SELECT ${embed('x')} FROM s WHERE id = 1))`,
    `CREATE TABLE d (e vector(1024)); UPDATE d SET e = ${embed("json_build_object('inputText', b)::text")}`,
    `CREATE TABLE d (e vector(512)); UPDATE d SET e = ${embed('\'{"inputText": "a", "dimensions": 512}\'')}`,
    `CREATE TABLE d (e vector(3)); UPDATE d SET e = ${embed('x', 'my.own-model')}`,
    `CREATE TABLE d (id int, e vector(3)); INSERT INTO d SELECT *, ${embed('x')} FROM s WHERE id = 1`,
    `CREATE TABLE d (e vector); UPDATE d SET e = ${embed('x')}`,
    `CREATE TABLE d (n int, e vector(3)); UPDATE d SET n = array_length(${embed('x')}, 1)`,
  ],
  PGM027: [
    'SELECT aws_comprehend.detect_sentiment(body, «NULL») FROM r WHERE id = 1',
    "SELECT aws_comprehend.detect_sentiment(language_code => «NULL»::text, input_text => 'x')",
    `SELECT aws_sagemaker.invoke_endpoint(«NULL», NULL, 1), aws_bedrock.invoke_model('m', «NULL», 'a/b', '{}')`,
    "SELECT aws_comprehend.detect_sentiment(NULL, 'en', NULL), aws_sagemaker.invoke_endpoint('e', NULL, NULL)",
  ],
  PGM028: [
    "SELECT aws_comprehend.detect_sentiment('a', 'en', «26»), aws_comprehend.detect_sentiment('a', 'en', «-1»)",
    "SELECT aws_comprehend.detect_sentiment('a', 'en', max_rows_per_batch => CAST(«100» AS int))",
    "SELECT aws_sagemaker.invoke_endpoint('e', 5000, 1), aws_comprehend.detect_sentiment('a', 'en', 25)",
    "SELECT aws_comprehend.detect_sentiment('a', 'en', $1), aws_comprehend.detect_sentiment('a', 'en', 20 + 20)",
  ],
  PGM029: [
    "SELECT aws_comprehend.detect_sentiment(«''», 'en'), aws_comprehend.detect_sentiment(«''»::text, 'en')",
    "SELECT aws_comprehend.detect_sentiment(coalesce(a, b, «''»), 'en') FROM r WHERE id = 1",
    "SELECT aws_comprehend.detect_sentiment(' ', 'en'), aws_comprehend.detect_sentiment(coalesce(a, '-'), 'en'), aws_sagemaker.invoke_endpoint('e', NULL, '')",
  ],
  PGM030: [
    "SELECT aws_bedrock.invoke_model('m', «'JSON'», «''», '{}')",
    "SELECT aws_bedrock.invoke_model('m', 'application/json; charset=utf-8', '*/*', '{}'), aws_bedrock.invoke_model('m', '{{ a }}', b, '{}')",
  ],
});

describe('fixes', () => {
  test.each([
    [
      `'{"inputText": "' || title || ': ' || d.body || '"}'`,
      `json_build_object('inputText', title || ': ' || d.body)::text`,
    ],
    [
      `'{"inputText": "' || body || '", "dimensions": 512, "tags": ["a''b", null, true]}'`,
      `json_build_object('inputText', body, 'dimensions', 512, 'tags', json_build_array('a''b', null, true))::text`,
    ],
    [`format('{"a": {"b": "%s \\n"}}', x)`, `json_build_object('a', json_build_object('b', x || ' \n'))::text`],
  ])('%s', (joined, built) => {
    expect(mendSql(`SELECT ${invoke(joined)}`, 'postgresql', 'PGM022')).toBe(`SELECT ${invoke(built)}`);
  });

  test.each([[`'{"a": "' || b || '"'`], [`'{"' || key || '": 1}'`], [`'{"a": "' || b || '", "n": ' || n || '}'`]])(
    'are not offered for %s',
    (joined) => {
      expect(() => mendSql(`SELECT ${invoke(joined)}`, 'postgresql', 'PGM022')).toThrow('offers no such fix');
    },
  );

  test('keep as much of a text as Comprehend takes', () => {
    const text = `SELECT aws_comprehend.detect_sentiment('${"it''s ü ".repeat(700)}', 'en')`;
    const mended = mendSql(text, 'postgresql', 'PGM016');
    expect(() => mendSql(mended, 'postgresql', 'PGM016')).toThrow();
    expect(mended).toMatch(/^SELECT aws_comprehend.detect_sentiment\('(?:it''s ü )+.{0,8}', 'en'\)$/);
  });
});
