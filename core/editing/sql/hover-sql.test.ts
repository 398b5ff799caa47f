import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { hoverSql } from './hover-sql.ts';
import { scoringDesign, sqlFixture } from './testing/sql-fixture.ts';

/** What the hover covers, and what it says. */
function hover(marked: string, dialect?: SqlDialect, blueprint: string | undefined = scoringDesign) {
  const { document, cursor } = sqlFixture(marked, dialect, blueprint);
  const found = hoverSql(document, cursor);
  return found && { covers: document.text.slice(found.range.start, found.range.end), says: found.contents };
}
const says = (marked: string, dialect?: SqlDialect, blueprint?: string) =>
  hover(marked, dialect, blueprint)?.says ?? '';

describe('on a function', () => {
  const call = "SELECT aws_comprehend.detect_$0sentiment(body, 'en', 25) FROM t;";

  test('its signature, limits, unit of billing, and where that is written', () => {
    expect(hover(call)?.covers).toBe('aws_comprehend.detect_sentiment');
    for (const part of [
      'aws_comprehend.detect_sentiment(input_text varchar, language_code varchar[, max_rows_per_batch integer]) → sentiment varchar, confidence real',
      'Takes 2 to 3 arguments.',
      'units of 100 characters, at least 3 units a request',
      'Longest text that Comprehend takes',
      'at most 25 texts',
      'Since: Aurora PostgreSQL from 17.4, 16.1',
      'Source: [',
    ]) {
      expect(says(call)).toContain(part);
    }
  });

  test('what the governing design says to it', () => {
    expect(says(call)).toContain('Aurora PostgreSQL 16.9 can call Comprehend.');
    expect(says(call)).toContain('us-east-1 has an endpoint of Comprehend.');
    expect(says(call)).toContain('A role for Comprehend is associated.');
    const bedrock = "SELECT aws_bedrock.invoke_$0model('m', 'a', 'a', 'b');";
    expect(says(bedrock)).toContain('No role for Bedrock is associated: calls fail.');
    const old = scoringDesign.replace('16.9', '13.12').replace('us-east-1', 'af-south-1');
    expect(says(bedrock, 'postgresql', old)).toContain('Aurora PostgreSQL 13.12 cannot call Bedrock.');
    expect(says(call, 'postgresql', old)).toContain('af-south-1 has no endpoint of Comprehend: calls fail there.');
  });

  test('nothing on a name that Aurora does not have', () => {
    expect(hover("SELECT aws_ml.detect_$0sentiment(body, 'en');")).toBeUndefined();
  });
});

describe('on an argument', () => {
  test.each([
    ["aws_comprehend.detect_sentiment(b, 'd$0e')", "'de'", 'German'],
    ["aws_comprehend.detect_sentiment(b, language_$0code => 'de')", 'language_code', 'The language of the text'],
    ["aws_comprehend.detect_sentiment(b, 'de', 2$0)", '2', 'Most rows in one request; NULL leaves it to the planner.'],
    [
      "aws_sagemaker.invoke_endpoint('fraud$0-detector', NULL, 1)",
      "'fraud-detector'",
      'Inputs: `double precision, text`',
    ],
    ["aws_sagemaker.invoke_endpoint('other$0', NULL, 1)", "'other'", 'declares no endpoint of this name'],
    [
      "aws_bedrock.invoke_model('amazon.titan$0-embed-text-v1', 'a', 'a', 'b')",
      "'amazon.titan-embed-text-v1'",
      'embeddings of 1536 dimensions',
    ],
  ])('%s', (call, covers, said) => {
    expect(hover(`SELECT 1;\nSELECT ${call} FROM t;`)).toEqual({ covers, says: expect.stringContaining(said) });
  });

  test('an endpoint that nothing declares, where the design lists all, some, or does not govern', () => {
    const call = "SELECT aws_sagemaker.invoke_endpoint('oth$0er', NULL, 1);";
    expect(says(call)).toContain('declares no endpoint of this name');
    const open = scoringDesign.slice(0, scoringDesign.indexOf('    endpoints:'));
    expect(says(call, 'postgresql', open)).toContain('does not list all endpoints that its role may call');
    const { document, cursor } = sqlFixture(call);
    expect(hoverSql(document, cursor)?.contents).toContain('No design governs this file');
  });

  test('nothing on an unknown language, and on what is sent', () => {
    expect(hover("SELECT aws_comprehend.detect_sentiment(b, 'e$0ng');")).toBeUndefined();
    expect(hover("SELECT aws_comprehend.detect_sentiment('tex$0t', 'en');")).toBeUndefined();
  });
});

describe('on a function made with ALIAS', () => {
  const alias = (
    name = 'score',
    keyword = 'ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT',
    clauses = "ENDPOINT NAME 'fraud-detector' MAX_BATCH_SIZE 5",
  ) => `CREATE FUNCTION ${name}(amount DOUBLE) RETURNS DOUBLE ${keyword} ${clauses};\n`;

  test('what it stands for, in its call and where it is made', () => {
    for (const text of [`${alias()}SELECT sco$0re(1);`, alias('sco$0re')]) {
      expect(hover(text, 'mysql')?.covers).toBe('score');
      expect(says(text, 'mysql')).toContain('SageMaker endpoint **fraud-detector**, declared by the design orders');
    }
  });

  test('each word of its clauses', () => {
    const keyword = hover(alias('score', 'ALIAS AWS_SAGE$0MAKER_INVOKE_ENDPOINT'), 'mysql');
    expect(keyword).toEqual({
      covers: 'AWS_SAGEMAKER_INVOKE_ENDPOINT',
      says: expect.stringContaining('Since: Aurora MySQL'),
    });
    expect(hover(alias('score', 'AL$0IAS AWS_SAGEMAKER_INVOKE_ENDPOINT'), 'mysql')?.covers).toBe('ALIAS');
    const clause = (clauses: string) => hover(alias('score', undefined, clauses), 'mysql');
    expect(clause("ENDPOINT NA$0ME 'e'")).toEqual({
      covers: 'ENDPOINT NAME',
      says: expect.stringContaining('stands for'),
    });
    expect(clause("ENDPOINT NAME 'e' MAX_$0BATCH_SIZE 5")?.says).toContain('10,000 when left out');
    expect(clause("ENDPOINT NAME 'oth$0er'")?.says).toContain('declares no endpoint of this name');
  });
});

describe('on what people wrote around calls', () => {
  const wrapper = (
    head = 'score',
    attributes = 'PARALLEL SAFE COST 5000',
  ) => `CREATE FUNCTION ${head}(a float) RETURNS float LANGUAGE sql ${attributes} AS $$
  SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, a)::float
$$;
`;

  test('a wrapper says what it calls', () => {
    for (const text of [`${wrapper()}SELECT sc$0ore(1);`, wrapper('sc$0ore')]) {
      expect(hover(text)?.covers).toBe('score');
      expect(says(text)).toContain('score(a float) → float');
      expect(says(text)).toContain('Calls `aws_sagemaker.invoke_endpoint` with `fraud-detector`.');
    }
    expect(says(wrapper('score', 'PARALLEL SA$0FE COST 5000'))).toContain(
      'A wrapper is batched when it is LANGUAGE SQL',
    );
  });

  test('the extension, the roles and the fields of a result', () => {
    expect(says('CREATE EXTENSION aws_$0ml CASCADE;')).toContain('on the writer, in each database');
    expect(says('GRANT AWS_COMPREHEND_$0ACCESS TO app;', 'mysql')).toContain('SET ROLE');
    expect(says("SELECT (aws_comprehend.detect_sentiment(b, 'en')).senti$0ment;")).toContain('always in upper case');
    expect(hover('SELECT aws_comprehend.detect_sentiment(bo$0dy, 1), title;')).toBeUndefined();
    expect(hover('SELECT tit$0le FROM t;')).toBeUndefined();
  });
});
