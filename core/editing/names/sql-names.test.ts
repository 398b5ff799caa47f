import { expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { analyzeSql } from '../../sql/analyze.ts';
import { markMentions } from '../../testing/marked-mentions.ts';
import { applyEdits } from '../../text/range.ts';
import type { NameIndex } from './name.ts';
import { isRefusal, rename, renameMentions } from './rename.ts';
import { sqlNames } from './sql-names.ts';

const namesIn = (text: string, dialect: SqlDialect): NameIndex => sqlNames(analyzeSql(text, { dialect }));

/** The text with every name marked. */
function marked(text: string, dialect: SqlDialect): string {
  return markMentions(
    text,
    namesIn(text, dialect).names.flatMap(({ mentions }) => mentions),
  );
}

test('the endpoints that calls of PostgreSQL name, inside functions too', () => {
  const text = `SELECT aws_sagemaker.invoke_endpoint('‹fraud›', 10, amount) FROM orders;
CREATE FUNCTION «score»(a int) RETURNS float LANGUAGE sql AS $$ SELECT aws_sagemaker.invoke_endpoint('‹fraud›'::text, NULL, a) $$;
SELECT aws_sagemaker.invoke_endpoint(max_rows_per_batch => 1, endpoint_name => '‹other›', model_input => a) FROM t;
SELECT aws_sagemaker.invoke_endpoint(name_of_it, 10, 'fraud') FROM orders;
`;
  expect(marked(text.replace(/[«»‹›]/g, ''), 'postgresql')).toBe(text);
});

test('the endpoints that functions of MySQL stand for; models of Bedrock are none', () => {
  const text = `CREATE FUNCTION «score» (a INT) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME '‹fraud›';
CREATE FUNCTION «ask» (a TEXT) RETURNS TEXT ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-lite-v1';
SELECT ‹score›(1);
`;
  expect(marked(text.replace(/[«»‹›]/g, ''), 'mysql')).toBe(text);
});

test('equal names are one, and get another one in plain quotes only', () => {
  const plain = "SELECT aws_sagemaker.invoke_endpoint('fraud', 1, a), aws_sagemaker.invoke_endpoint('fraud', 2, b);";
  const { names } = namesIn(plain, 'postgresql');
  expect(names.map(({ text, mentions }) => [text, mentions.length])).toEqual([['fraud', 2]]);
  const edits = names.flatMap((name) => {
    const result = renameMentions(name, 'scam');
    return isRefusal(result) ? [] : result;
  });
  expect(applyEdits(plain, edits)).toBe(plain.replaceAll('fraud', 'scam'));

  const [escaped] = namesIn("SELECT aws_sagemaker.invoke_endpoint(E'fra\\x75d', 1, a);", 'postgresql').names;
  expect(escaped?.text).toBe('fraud');
  expect(escaped && renameMentions(escaped, 'scam')).toEqual({
    problem:
      'fraud is written over several lines, with escapes, or with a quote that is still open. Write it in plain quotes on one line first.',
  });
});

test('functions and procedures with their calls, grants and drops, in bodies too', () => {
  const text = `CREATE OR REPLACE FUNCTION ml.«score»(a int) RETURNS float LANGUAGE sql AS $$ SELECT 1.0 $$;
CREATE OR REPLACE FUNCTION ml.«score»(a text) RETURNS float LANGUAGE sql AS $$ SELECT 2.0 $$;
CREATE FUNCTION «both»() RETURNS float LANGUAGE sql AS $$ SELECT ml.‹score›(1) + score(1) + lower('a') $$;
GRANT EXECUTE ON FUNCTION ml.‹score›(int), other() TO app;
DROP FUNCTION IF EXISTS ‹both›;
`;
  expect(marked(text.replace(/[«»‹›]/g, ''), 'postgresql')).toBe(text);
});

test('in MySQL whatever the case and the schema of a function made with ALIAS', () => {
  const text = `CREATE FUNCTION «Score» (a INT) RETURNS DOUBLE ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'm';
CREATE PROCEDURE «run»() BEGIN SELECT shop.‹SCORE›(1); CALL ‹run›; CALL ‹run›(); END;
DROP FUNCTION ‹score›;
`;
  expect(marked(text.replace(/[«»‹›]/g, ''), 'mysql')).toBe(text);
});

test('a function gets another name everywhere, unless quotes make case count', () => {
  const text = 'CREATE FUNCTION score() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;\nSELECT Score(), t.score FROM t;\n';
  const index = namesIn(text, 'postgresql');
  const [score] = index.names;
  const result = score === undefined ? [] : rename(index, score, 'judge');
  expect(isRefusal(result) ? result : applyEdits(text, result)).toBe(
    'CREATE FUNCTION judge() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;\nSELECT judge(), t.score FROM t;\n',
  );
  expect(score && rename(index, score, 'my score')).toEqual({
    problem: expect.stringContaining('needs quotes in SQL'),
  });
  const quoted = namesIn('CREATE FUNCTION "Score"() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;', 'postgresql');
  const [cased] = quoted.names;
  expect(cased && rename(quoted, cased, 'judge')).toEqual({ problem: expect.stringContaining('Take the quotes off') });
});
