import { expect, test } from 'vitest';
import { describeSqlRuleCases, mendSql } from '../../testing/sql-rule-cases.ts';

const mood = "aws_comprehend.detect_sentiment(r.body, 'en')";
const marked = "«aws_comprehend.detect_sentiment»(r.body, 'en')";
const some = 'FROM reviews r WHERE r.id < 100';
const inFunction = (head: string, body: string) =>
  `CREATE FUNCTION judge(b text) RETURNS text ${head} AS $$ ${body} $$`;

describeSqlRuleCases('postgresql', {
  PGM006: [
    inFunction('LANGUAGE «plpgsql»', "BEGIN RETURN (aws_comprehend.detect_sentiment(b, 'en')).sentiment; END"),
    inFunction(
      "LANGUAGE «'plpgsql'» STABLE",
      "DECLARE m text; BEGIN SELECT s.sentiment INTO m FROM aws_comprehend.detect_sentiment(b, 'en') s; RETURN m; END",
    ),
    "CREATE OR REPLACE FUNCTION shop.«judge»(b text) RETURNS text RETURN (aws_comprehend.detect_sentiment(b, 'en')).sentiment".replace(
      'shop.«judge»',
      'shop.judge',
    ),
    "CREATE FUNCTION «judge»(b text) RETURNS text BEGIN ATOMIC SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment; END",
    inFunction('LANGUAGE sql COST 5000', "SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment").replace(
      'judge',
      '«judge»',
    ),
    inFunction('PARALLEL SAFE COST 5000 LANGUAGE sql', "SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment"),
    inFunction('LANGUAGE plpgsql', `BEGIN UPDATE reviews r SET m = (${mood}).sentiment; RETURN 'done'; END`),
    inFunction('LANGUAGE plpgsql', "BEGIN RETURN aws_bedrock.invoke_model('m', 'a/b', 'a/b', b); END"),
    "CREATE FUNCTION judge() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM aws_comprehend.detect_sentiment('a', 'en'); END $$",
    `CREATE FUNCTION judge(n int) RETURNS SETOF text LANGUAGE sql AS $$ SELECT (${mood}).sentiment FROM reviews r LIMIT n $$`,
    "CREATE PROCEDURE judge(b text) LANGUAGE plpgsql AS $$ BEGIN PERFORM aws_comprehend.detect_sentiment(b, 'en'); END $$",
  ],
  PGM007: [
    `SELECT r.id ${some} ORDER BY (${marked}).confidence`,
    `SELECT count(*) ${some} GROUP BY (${marked}).sentiment`,
    `SELECT r.id FROM reviews r JOIN moods m ON m.name = (${marked}).sentiment`,
    `SELECT CASE WHEN r.id = 1 THEN CASE WHEN r.x THEN (${marked}).sentiment END END ${some}`,
    `DO $$ BEGIN FOR r IN SELECT * FROM t LOOP x := ${marked}; END LOOP; END $$`,
    `DO $$ BEGIN FOR r IN SELECT * FROM t LOOP UPDATE u SET m = (${marked}).sentiment WHERE id = r.id; END LOOP; END $$`,
    `DO $$ BEGIN LOOP UPDATE reviews r SET m = (${mood}).sentiment WHERE m IS NULL; COMMIT; END LOOP; END $$`,
    `SELECT (${mood}).sentiment ${some} ORDER BY (${mood}).sentiment`,
    `SELECT CASE WHEN (${mood}).sentiment = 'MIXED' THEN 1 END, row_number() OVER (ORDER BY r.id) ${some}`,
    `SELECT r.id ${some} ORDER BY aws_bedrock.invoke_model('m', 'a/b', 'a/b', r.body)`,
    `SELECT r.id FROM reviews r CROSS JOIN LATERAL ${mood} s WHERE (${mood}).sentiment = s.sentiment`,
  ],
  PGM008: [
    `SELECT (${marked}).sentiment FROM reviews r LIMIT 10`,
    `SELECT s.* FROM reviews r, ${marked} s ORDER BY r.id LIMIT 5 OFFSET 10`,
    `SELECT «aws_sagemaker.invoke_endpoint»('e', NULL, r.a) FROM reviews r LIMIT 500`,
    `SELECT (${mood}).sentiment FROM reviews r LIMIT 25`,
    `SELECT (aws_comprehend.detect_sentiment(r.body, 'en', 10)).sentiment FROM reviews r LIMIT 10`,
    `SELECT (${mood}).sentiment FROM (SELECT * FROM reviews LIMIT 5) r`,
    `SELECT (${mood}).sentiment FROM reviews r LIMIT ALL`,
    `SELECT (${mood}).sentiment FROM reviews r LIMIT $1`,
    `SELECT s.* FROM aws_comprehend.detect_sentiment('It works.', 'en') s LIMIT 1`,
    `SELECT aws_bedrock.invoke_model('m', 'a/b', 'a/b', r.body) FROM reviews r LIMIT 5`,
  ],
  PGM019: [
    `SELECT (${marked}).sentiment FROM reviews r`,
    `SELECT s.* FROM reviews AS r CROSS JOIN LATERAL ${marked} s ORDER BY r.id`,
    `UPDATE reviews r SET m = (${marked}).sentiment`,
    `CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN UPDATE reviews r SET m = (${marked}).sentiment; END $$`,
    `SELECT (${mood}).sentiment ${some}`,
    `SELECT (${mood}).sentiment FROM reviews r FETCH FIRST 30 ROWS ONLY`,
    `SELECT (${mood}).sentiment FROM reviews r JOIN today t ON t.id = r.id`,
    `SELECT (${mood}).sentiment FROM reviews r, today t`,
    `SELECT (${mood}).sentiment FROM reviews r TABLESAMPLE SYSTEM (1)`,
    `WITH r AS (SELECT * FROM reviews LIMIT 5) SELECT (${mood}).sentiment FROM r`,
    `INSERT INTO moods SELECT (${mood}).sentiment FROM reviews r`,
    `CREATE MATERIALIZED VIEW m AS SELECT (${mood}).sentiment FROM reviews r`,
    `CREATE TABLE m AS SELECT (${mood}).sentiment FROM reviews r`,
    `EXPLAIN SELECT (${mood}).sentiment FROM reviews r`,
    "SELECT aws_comprehend.detect_sentiment('It works.', 'en') FROM reviews r",
    `SELECT (${mood}).sentiment FROM generate_series(1, 3) r`,
    `SELECT aws_comprehend.detect_sentiment(r.body, FROM reviews r`,
  ],
  PGM021: [
    "UPDATE d SET e = «aws_bedrock.invoke_model_get_embeddings»('m', 'application/json', 'embedding', b)",
    "DO $$ BEGIN FOR r IN SELECT * FROM d LOOP x := «aws_bedrock.invoke_model»('m', 'a/b', 'a/b', r.b); END LOOP; END $$",
    "DO $$ BEGIN FOR r IN SELECT * FROM d LOOP x := aws_bedrock.invoke_model('m', 'a/b', 'a/b', r.b); COMMIT; END LOOP; END $$",
    "UPDATE d SET e = aws_bedrock.invoke_model('m', 'a/b', 'a/b', b) WHERE e IS NULL",
    `UPDATE reviews r SET m = (${mood}).sentiment`,
  ],
  PGM034: [
    `CREATE UNIQUE INDEX ON reviews ((«aws_sagemaker.invoke_endpoint»('e', NULL, a)))`,
    `CREATE INDEX i ON reviews (a) WHERE («aws_comprehend.detect_sentiment»(body, 'en')).sentiment = 'MIXED'`,
    `CREATE TABLE t (a int, b text GENERATED ALWAYS AS (coalesce(«aws_sagemaker.invoke_endpoint»('e', NULL, a), '')) STORED)`,
    `CREATE TABLE t AS SELECT aws_sagemaker.invoke_endpoint('e', NULL, 1)`,
    `CREATE TABLE t (a text CHECK (aws_sagemaker.invoke_endpoint('e', NULL, a) = '1'))`,
  ],
  PGM035: [
    `CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 1 AND «aws_sagemaker.invoke_endpoint»('e', NULL, a) = '1'))`,
    `CREATE TABLE t (a text DEFAULT «aws_sagemaker.invoke_endpoint»('e', NULL, 1) NOT NULL)`,
    `ALTER TABLE t ALTER COLUMN a SET DEFAULT upper(«aws_sagemaker.invoke_endpoint»('e', NULL, 1))`,
    `CREATE TABLE t (a int DEFAULT 1, b text GENERATED ALWAYS AS (aws_sagemaker.invoke_endpoint('e', NULL, a)) STORED)`,
    `INSERT INTO t (a) VALUES (aws_sagemaker.invoke_endpoint('e', NULL, 1))`,
  ],
  PGM036: [
    `CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN PERFORM ${marked}; RETURN NEW; END $$ LANGUAGE plpgsql`,
    `CREATE FUNCTION f() RETURNS event_trigger AS $$ BEGIN PERFORM ${mood}; END $$ LANGUAGE plpgsql`,
  ],
  PGM037: [
    `CREATE OR REPLACE TEMP VIEW v AS SELECT ${marked} ${some}`,
    `CREATE VIEW v AS WITH a AS (SELECT ${marked} ${some}) SELECT * FROM a`,
    `CREATE MATERIALIZED VIEW v AS SELECT ${mood} ${some}`,
    `CREATE TABLE view AS SELECT ${mood} ${some}`,
  ],
  PGM038: [
    `BEGIN TRANSACTION READ ONLY; «INSERT» INTO m SELECT ${mood} ${some}; COMMIT; INSERT INTO m SELECT ${mood} ${some};`,
    `BEGIN; SET TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY; «CREATE» TABLE m AS SELECT ${mood} ${some};`,
    `BEGIN READ ONLY; ROLLBACK TO a; WITH a AS (SELECT 1) «UPDATE» reviews r SET m = (${mood}).sentiment WHERE id = 1;`,
    `BEGIN READ ONLY; SELECT ${mood} ${some}; CREATE TEMP TABLE m AS SELECT ${mood} ${some}; COMMIT;`,
    `BEGIN READ ONLY; SET TRANSACTION READ WRITE; INSERT INTO m SELECT ${mood} ${some};`,
    `BEGIN READ ONLY; INSERT INTO m SELECT 1; EXPLAIN INSERT INTO m SELECT ${mood} ${some};`,
  ],
  PGM039: [
    inFunction('«IMMUTABLE» LANGUAGE sql', "SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment"),
    inFunction('STABLE LANGUAGE sql', "SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment"),
    inFunction('IMMUTABLE LANGUAGE sql', 'SELECT b'),
  ],
  PGM040: [
    inFunction('LANGUAGE sql SECURITY «DEFINER»', "SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment"),
    inFunction(
      'LANGUAGE sql SECURITY DEFINER SET search_path TO app, pg_temp',
      "SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment",
    ),
    inFunction('LANGUAGE sql SECURITY INVOKER', "SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment"),
    inFunction('LANGUAGE sql SECURITY DEFINER', 'SELECT b'),
  ],
  PGM041: [
    "CREATE FUNCTION j(b text, «batch_size» int DEFAULT 5) RETURNS text LANGUAGE sql AS $$ SELECT (aws_comprehend.detect_sentiment(b, 'en')).sentiment $$",
    "CREATE FUNCTION j(b text, batch_size int) RETURNS text LANGUAGE sql AS $$ SELECT (aws_comprehend.detect_sentiment(b, 'en', batch_size)).sentiment $$",
    "CREATE FUNCTION j(b text, batch_size int) RETURNS text LANGUAGE sql AS $$ SELECT (aws_comprehend.detect_sentiment($1, 'en', $2)).sentiment $$",
    "CREATE FUNCTION j(text, batch_size int) RETURNS text LANGUAGE sql AS $$ SELECT (aws_comprehend.detect_sentiment($1, 'en')).sentiment $$",
  ],
});

test('a wrapper in PL/pgSQL that only returns becomes one in SQL, cast as PL/pgSQL does by itself', () => {
  const text =
    "CREATE FUNCTION churn(a int) RETURNS real LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN aws_sagemaker.invoke_endpoint('e', NULL, a);\nEND;\n$$;";
  expect(mendSql(text, 'postgresql', 'PGM006')).toBe(
    "CREATE FUNCTION churn(a int) RETURNS real LANGUAGE sql PARALLEL SAFE COST 5000 AS $$\nSELECT aws_sagemaker.invoke_endpoint('e', NULL, a)::real;\n$$;",
  );
});

test('the batch size is given by name where the others are', () => {
  const text =
    "SELECT (aws_comprehend.detect_sentiment(input_text => r.body, language_code => 'en')).sentiment FROM reviews r LIMIT 3";
  expect(mendSql(text, 'postgresql', 'PGM008')).toContain("language_code => 'en', max_rows_per_batch => 3)");
});
