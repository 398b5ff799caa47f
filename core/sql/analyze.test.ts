import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../facts/ml.ts';
import { mismatches, readFixture } from '../testing/markers.ts';
import { applyEdits } from '../text/range.ts';
import { analyzeSql, longestSqlText } from './analyze.ts';
import { callsOf } from './call-at.ts';
import { uncast } from './calls/ml-call.ts';
import { mentionsAuroraMl } from './mentions-aurora-ml.ts';
import type { SqlRule } from './sql-rule.ts';

function callsIn(text: string, dialect: SqlDialect = 'postgresql') {
  return callsOf(analyzeSql(text, { dialect })).map(({ call }) => call);
}

function valuesIn(text: string, dialect: SqlDialect = 'postgresql') {
  return callsIn(text, dialect).map((call) => call.arguments.map((argument) => argument.value));
}

function expectFindings(marked: string, dialect: SqlDialect = 'postgresql') {
  const fixture = readFixture(marked);
  expect(mismatches(fixture, analyzeSql(fixture.text, { dialect }).findings)).toEqual([]);
}

describe('arguments', () => {
  test('are literals, names or expressions', () => {
    expect(valuesIn(`SELECT aws_sagemaker.invoke_endpoint('e', NULL, -1.5, true, r."Body", a + 1)`)).toEqual([
      [
        { kind: 'text', value: 'e' },
        { kind: 'null' },
        { kind: 'number', value: -1.5, isInteger: false },
        { kind: 'boolean', value: true },
        { kind: 'name', name: 'r.Body' },
        { kind: 'expression' },
      ],
    ]);
  });

  test('keep the type that a literal is cast to', () => {
    const text = `SELECT aws_sagemaker.invoke_endpoint('e', CAST(5 AS int), 'x'::varchar(2))`;
    const [call] = callsIn(text);
    expect(call?.arguments[1]?.value).toMatchObject({ type: 'int', operand: { kind: 'number', value: 5 } });
    expect(call?.arguments[2]?.value).toMatchObject({ type: 'varchar(2)', operand: { kind: 'text', value: 'x' } });
    const literals = call?.arguments.map((argument) => uncast(argument).range);
    expect(literals?.map(({ start, end }) => text.slice(start, end))).toEqual(["'e'", '5', "'x'"]);
  });

  test('commas inside brackets and nested calls belong to one argument', () => {
    const calls = callsIn(
      "SELECT aws_comprehend.detect_sentiment(aws_bedrock.invoke_model('m', 'a', 'b', coalesce(x, y)), 'en', (ARRAY[1,2])[1])",
    );
    expect(calls.map((call) => [call.name, call.arguments.length])).toEqual([
      ['aws_comprehend.detect_sentiment', 3],
      ['aws_bedrock.invoke_model', 4],
    ]);
  });

  test('are bound by position, by either form of name, and to the variadic parameter', () => {
    const [named, variadic] =
      callsIn(`SELECT aws_comprehend.detect_sentiment(language_code => 'en', input_text := body);
      SELECT aws_sagemaker.invoke_endpoint('e', NULL, a, VARIADIC b)`);
    expect(named?.arguments.map((argument) => argument.parameter?.name)).toEqual(['language_code', 'input_text']);
    expect(variadic?.arguments.map((argument) => argument.parameter?.role)).toEqual([
      'endpoint',
      'batchSize',
      'input',
      'input',
    ]);
    expect(variadic?.arguments.at(-1)).toMatchObject({ isVariadic: true, value: { kind: 'name', name: 'b' } });
  });

  test('a long argument keeps its name', () => {
    const long = Array.from({ length: 40 }, (_, index) => `c${index}`).join(' || ');
    expectFindings(`SELECT aws_comprehend.detect_sentiment(language_code => 'en', input_text => ${long});`);
  });
});

describe('calls', () => {
  test('are found whatever their case, quotes, blanks and comments', () => {
    const text = 'SELECT AWS_Comprehend . /* c */ "detect_sentiment" -- d\n (x, \'en\')';
    const [call] = callsIn(text);
    expect(call).toMatchObject({
      name: 'aws_comprehend.detect_sentiment',
      closed: true,
      range: { start: 7, end: text.length },
    });
    expect(callsIn('SELECT `AWS_Comprehend_Detect_Sentiment` (x, "en")', 'mysql')).toHaveLength(1);
    expect(callsIn('SELECT "AWS_Comprehend".detect_sentiment(x, \'en\')')).toEqual([]);
  });

  test('the cast of the result is known', () => {
    const types = callsIn(`SELECT aws_sagemaker.invoke_endpoint('e', NULL, a)::double precision AS b,
      CAST(aws_sagemaker.invoke_endpoint('e', NULL, a) AS numeric(4,2)), aws_sagemaker.invoke_endpoint('e', NULL, a)`);
    expect(types.map((call) => call.resultType)).toEqual(['double precision', 'numeric(4,2)', undefined]);
  });

  test('stand in the bodies of SQL and PL/pgSQL functions, at their own place', () => {
    expectFindings(`
CREATE FUNCTION judge(t text, language text) RETURNS text LANGUAGE sql PARALLEL SAFE COST 5000 AS $$
  SELECT sentiment FROM aws_comprehend.detect_sentiment(t, 'xx');
--                                                         ^^^^ PGM002
$$;
DO $do$ BEGIN
  PERFORM aws_comprehend.detect_sentiment('x');
--        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM001
END $do$;`);
  });

  test('stand in MySQL procedures', () => {
    expectFindings(
      `DELIMITER //
CREATE PROCEDURE judge() BEGIN
  INSERT INTO sentiments SELECT aws_comprehend_detect_sentiment(body, 'klingon') FROM reviews WHERE id < 100;
--                                                                    ^^^^^^^^^ MYM002
  SELECT 1;
END//`,
      'mysql',
    );
  });
});

describe('silence', () => {
  test.each([
    ["-- aws_comprehend.detect_sentiment('x')\n/* aws_comprehend.detect_sentiment() */ SELECT 1"],
    ["SELECT 'aws_comprehend.detect_sentiment(1)', $$ aws_ml.x() $$"],
    ["DO $$ BEGIN EXECUTE 'SELECT aws_comprehend.detect_sentiment(1)'; EXECUTE $q$SELECT aws_ml.x()$q$; END $$"],
    ['CREATE FUNCTION f() RETURNS text LANGUAGE plpython3u AS $$ aws_comprehend.detect_sentiment() $$'],
    [
      'GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment(varchar, varchar, integer) TO app; GRANT USAGE ON SCHEMA aws_comprehend TO app',
    ],
    ['CREATE FUNCTION aws_comprehend.detect_sentiment(a text) RETURNS text LANGUAGE sql AS $$ SELECT a $$'],
    ['CREATE TABLE IF NOT EXISTS aws_ml.results (id int); INSERT INTO aws_ml.results (id) VALUES (1)'],
    ['CREATE INDEX results_id ON aws_ml.results (id)'],
    ['CREATE FUNCTION aws_ml.score(x int) RETURNS int LANGUAGE sql AS $$ SELECT x $$; SELECT aws_ml.score(1)'],
    ['SELECT aws_s3.query_export_to_s3(1), aws_lambda.invoke(2), aws_commons.create_s3_uri(3)'],
    ["SELECT aws_comprehend.detect_sentiment(body, '{{ lang }}'), aws_comprehend.detect_sentiment(body, :'lang')"],
    ['SELECT aws_comprehend.detect_sentiment(body, lang), aws_comprehend.detect_sentiment($1, $2, $3)'],
    ["SELECT aws_comprehend.detect_sentiment('x'::text, 'en'::varchar, '25')"],
    ["SELECT aws_comprehend.detect_sentiment(body, 'en', CAST(NULL AS int))"],
    ["SELECT aws_sagemaker.invoke_endpoint('e', max_rows_per_batch => NULL, VARIADIC model_input => ARRAY[1, 2])"],
  ])('%s', (text) => {
    expect(analyzeSql(text, { dialect: 'postgresql' }).findings).toEqual([]);
  });

  test.each([
    ['SELECT aws_comprehend_detect_sentiment(@body, ?, 25) # aws_comprehend_detect_sentiment()'],
    ['CREATE TABLE aws_comprehend_detect_sentimen (id int)'],
    ['GRANT AWS_COMPREHEND_ACCESS TO app@`%`'],
    ['CREATE FUNCTION f(geometry) RETURNS text AS $$ DECLARE a ALIAS FOR $1; BEGIN RETURN a; END $$ LANGUAGE plpgsql'],
  ])('%s', (text) => {
    expect(analyzeSql(text, { dialect: 'mysql' }).findings).toEqual([]);
  });
});

describe('half-typed statements', () => {
  test.each([
    ['SELECT aws_comprehend.detect_sentiment('],
    ['SELECT aws_comprehend.detect_sentiment(body'],
    ['SELECT aws_comprehend.detect_sentiment(body,)'],
    ["SELECT aws_comprehend.detect_sentiment(body, '"],
    ["SELECT aws_comprehend.detect_sentiment(body, 'e\nFROM reviews;\nSELECT 1;"],
    ["SELECT (aws_comprehend.detect_sentiment(body, 'en'))).* FROM reviews WHERE id < 9"],
  ])('are not counted: %j', (text) => {
    expect(analyzeSql(text, { dialect: 'postgresql' }).findings).toEqual([]);
  });

  test('leave the next statement its findings', () => {
    expectFindings(`SELECT aws_comprehend.detect_sentiment(body, 'e
FROM reviews;

SELECT aws_comprehend.detect_sentiment(body, 'xx') FROM reviews WHERE id < 9;
--                                           ^^^^ PGM002`);
  });
});

describe('names that are mistaken', () => {
  test.each([
    ["SELECT aws_ml.detect_sentiment(a, 'en')", "SELECT aws_comprehend.detect_sentiment(a, 'en')"],
    ["SELECT aws_comprehnd.detect_sentiment(a, 'en')", "SELECT aws_comprehend.detect_sentiment(a, 'en')"],
    [
      "SELECT aws_comprehend.detect_sentiment_confidence(a, 'en')",
      "SELECT (aws_comprehend.detect_sentiment(a, 'en')).confidence",
    ],
    ["SELECT aws_sagemaker_invoke_endpoint('e', NULL, a)", "SELECT aws_sagemaker.invoke_endpoint('e', NULL, a)"],
    ['SELECT aws_bedrock.invoke_model_get_embedding(a)', 'SELECT aws_bedrock.invoke_model_get_embeddings(a)'],
  ])('%s', (text, mended) => {
    const [finding] = analyzeSql(text, { dialect: 'postgresql' }).findings;
    expect(finding?.rule).toBe('PGM020');
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(mended);
  });

  test('a MySQL function that stands for the service is offered', () => {
    const text = `CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e';
      SELECT aws_sagemaker.invoke_endpoint(a) FROM t`;
    const [finding] = analyzeSql(text, { dialect: 'mysql' }).findings;
    expect(finding?.fixes.map((fix) => fix.title)).toEqual(['Replace with score']);
  });
});

test('a rule that throws is one finding, and the others stand', () => {
  const broken: SqlRule = {
    id: 'PGM999',
    title: 'broken',
    group: 'test',
    severity: 'error',
    facts: [],
    dialects: ['postgresql'],
    check: () => {
      throw new RangeError('out of range');
    },
  };
  const sound: SqlRule = {
    ...broken,
    id: 'PGM998',
    check: ({ statement }, report) => report(statement.range, 'seen'),
  };
  const { findings } = analyzeSql('SELECT 1; SELECT 2', { dialect: 'postgresql' }, undefined, [broken, sound]);
  expect(findings.map((finding) => finding.rule)).toEqual(['AUR000', 'PGM998', 'AUR000', 'PGM998']);
  expect(findings[0]?.message).toContain('PGM999');
  expect(findings[0]?.message).toContain('out of range');
});

test('a file that says nothing of Aurora ML is told apart', () => {
  expect(mentionsAuroraMl("SELECT AWS_Comprehend.detect_sentiment(x, 'en')")).toBe(true);
  expect(mentionsAuroraMl('CREATE FUNCTION f() RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT')).toBe(true);
  expect(mentionsAuroraMl('SELECT aws_s3.query_export_to_s3(1) FROM laws_sage_advice')).toBe(false);
});

test('a text longer than what is read is said not to be checked', () => {
  const text = "SELECT aws_comprehend.detect_sentiment('fine', 'xx');\n".padEnd(longestSqlText + 1);
  expect(analyzeSql(text, { dialect: 'postgresql' }).findings).toMatchObject([
    { rule: 'AUR000', severity: 'warning', message: expect.stringContaining('Split the file') },
  ]);
});
