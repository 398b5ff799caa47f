import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { chooseItem } from '../../testing/choose-item.ts';
import { completeSql } from './complete-sql.ts';
import { scoringDesign, sqlDocument, sqlFixture } from './testing/sql-fixture.ts';

const complete = (marked: string, dialect?: SqlDialect, blueprint?: string) => {
  const { document, cursor } = sqlFixture(marked, dialect, blueprint);
  return completeSql(document, cursor);
};
const labels = (marked: string, dialect?: SqlDialect, blueprint?: string) =>
  complete(marked, dialect, blueprint).map(({ label }) => label);

/** The text after an item was chosen, its placeholders left as they are offered. */
function choose(marked: string, label: string, dialect?: SqlDialect, blueprint?: string): string {
  const { document } = sqlFixture(marked, dialect, blueprint);
  const item = complete(marked, dialect, blueprint).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`${label} is not offered`);
  return chooseItem(document.text, item);
}

const sentiment = 'aws_comprehend.detect_sentiment';

describe('functions', () => {
  test('of Aurora PostgreSQL, with their arguments', () => {
    expect(labels('SELECT aws_$0 FROM t;')).toEqual([
      'aws_comprehend.detect_sentiment',
      'aws_sagemaker.invoke_endpoint',
      'aws_bedrock.invoke_model',
      'aws_bedrock.invoke_model_get_embeddings',
    ]);
    expect(choose('SELECT aws_$0 FROM t;', sentiment)).toBe(`SELECT ${sentiment}(input_text, 'en') FROM t;`);
    expect(choose('SELECT 1, aws_$0', 'aws_bedrock.invoke_model')).toBe(
      "SELECT 1, aws_bedrock.invoke_model('model_id', 'application/json', 'application/json', model_input)",
    );
  });

  test('of a schema, by what stands behind it', () => {
    expect(labels('SELECT aws_bedrock.$0')).toEqual(['invoke_model', 'invoke_model_get_embeddings']);
    expect(choose('SELECT aws_comprehend.det$0', 'detect_sentiment')).toBe(`SELECT ${sentiment}(input_text, 'en')`);
  });

  test('the name alone where its arguments stand there', () => {
    expect(choose("SELECT aws_com$0prehend (body, 'en')", sentiment)).toBe(`SELECT ${sentiment} (body, 'en')`);
    expect(choose("SELECT aws_comprehend.$0(body, 'en')", 'detect_sentiment')).toBe(`SELECT ${sentiment}(body, 'en')`);
  });

  test('with an endpoint that the design declares', () => {
    expect(choose('SELECT aws_s$0', 'aws_sagemaker.invoke_endpoint', 'postgresql', scoringDesign)).toBe(
      "SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, model_input)",
    );
  });

  test('of Aurora MySQL, and those that the file makes with ALIAS', () => {
    const made =
      "CREATE FUNCTION score(amount DOUBLE, country VARCHAR(2)) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud';\n";
    expect(labels(`${made}SELECT a$0`, 'mysql')).toEqual([
      'aws_comprehend_detect_sentiment',
      'aws_comprehend_detect_sentiment_confidence',
      'score',
    ]);
    expect(choose(`${made}SELECT s$0 FROM t;`, 'score', 'mysql')).toBe(`${made}SELECT score(amount, country) FROM t;`);
  });

  test('in bodies, half typed too, and not where something is named', () => {
    expect(labels('CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT aws_$0 $$;')).toContain(sentiment);
    expect(labels('DO $$ BEGIN\n PERFORM aws_$0')).toContain(sentiment);
    expect(labels('CREATE TABLE aws_$0')).toEqual([]);
    expect(labels('SELECT 1 AS aws_$0')).toEqual([]);
    expect(labels("SELECT 'aws_$0'")).toEqual([]);
    expect(labels('SELECT 1 -- aws_$0')).toEqual([]);
    expect(labels('SELECT 1 /* aws_$0')).toEqual([]);
  });
});

describe('language codes', () => {
  test('with their names, English first', () => {
    const items = complete(`SELECT ${sentiment}(body, $0)`);
    expect(items.slice(0, 3).map(({ label, detail }) => [label, detail])).toEqual([
      ['en', 'English'],
      ['ar', 'Arabic'],
      ['de', 'German'],
    ]);
  });

  test.each([
    ['nothing yet', `SELECT ${sentiment}(body, $0)`],
    ['an open call', `SELECT ${sentiment}(body, $0`],
    ['half a code without quotes', `SELECT ${sentiment}(body, zh-$0)`],
    ['an open quote', `SELECT ${sentiment}(body, '$0)`],
    ['an open quote with half a code', `SELECT ${sentiment}(body, 'zh-$0)`],
    ['quotes that an editor closed', `SELECT ${sentiment}(body, '$0')`],
    ['a code to be replaced', `SELECT ${sentiment}(body, 'e$0n')`],
    ['a cursor before a code', `SELECT ${sentiment}(body, $0'en')`],
  ])('%s: the quotes are right', (_, marked) => {
    const open = marked.endsWith(')') ? '' : ')';
    expect(choose(marked, 'zh-TW') + open).toBe(`SELECT ${sentiment}(body, 'zh-TW')`);
  });

  test('an open quote takes nothing of what follows', () => {
    const rest = `), title FROM reviews WHERE lang = 'en';\nSELECT 1;\n`;
    expect(choose(`SELECT ${sentiment}(body, 'd$0${rest}`, 'de')).toBe(`SELECT ${sentiment}(body, 'de'${rest}`);
  });

  test('behind a name too, and in both quotes of MySQL', () => {
    expect(choose(`SELECT ${sentiment}(language_code => '$0`, 'fr')).toBe(`SELECT ${sentiment}(language_code => 'fr'`);
    const mysql = 'SELECT aws_comprehend_detect_sentiment(body, "$0';
    expect(choose(mysql, 'fr', 'mysql')).toBe('SELECT aws_comprehend_detect_sentiment(body, "fr"');
  });

  test('not in the middle of an expression or of another call', () => {
    expect(labels(`SELECT ${sentiment}(body, 'a' || '$0')`)).toEqual([]);
    expect(labels(`SELECT ${sentiment}(body, lower('$0'))`)).toEqual([]);
    expect(labels(`SELECT ${sentiment}(body, "$0`)).toEqual([]);
  });
});

describe('arguments', () => {
  const names = (marked: string) =>
    complete(marked)
      .filter(({ kind }) => kind === 'property')
      .map(({ label }) => label);

  test('names that are still missing', () => {
    expect(names(`SELECT ${sentiment}($0)`)).toEqual(['input_text', 'language_code', 'max_rows_per_batch']);
    expect(names(`SELECT ${sentiment}(body, $0)`)).toEqual(['language_code', 'max_rows_per_batch']);
    expect(names(`SELECT ${sentiment}($0, language_code => 'en')`)).toEqual(['input_text', 'max_rows_per_batch']);
    expect(names(`SELECT ${sentiment}(language_code => 'en', $0)`)).toEqual(['input_text', 'max_rows_per_batch']);
    expect(choose(`SELECT ${sentiment}(body, lan$0)`, 'language_code')).toBe(
      `SELECT ${sentiment}(body, language_code => )`,
    );
    expect(names("SELECT aws_sagemaker.invoke_endpoint('fraud', $0)")).toEqual([]);
  });

  test('endpoints that the governing design declares', () => {
    const call = 'SELECT aws_sagemaker.invoke_endpoint(';
    expect(labels(`${call}'$0`, 'postgresql', scoringDesign)).toEqual(['fraud-detector']);
    expect(choose(`${call}'$0', NULL, a)`, 'fraud-detector', 'postgresql', scoringDesign)).toBe(
      `${call}'fraud-detector', NULL, a)`,
    );
    expect(labels(`${call}'$0`)).toEqual([]);
  });

  test('models with what they give, content types, the key of embeddings, batch sizes', () => {
    const model = complete("SELECT aws_bedrock.invoke_model('$0'");
    expect(model.find(({ label }) => label === 'amazon.titan-embed-text-v2:0')?.detail).toBe(
      'Amazon Titan Text Embeddings V2: embeddings of 256, 512, 1024 dimensions',
    );
    expect(labels("SELECT aws_bedrock.invoke_model(m, '$0')")).toEqual(['application/json']);
    expect(choose("SELECT aws_bedrock.invoke_model(m, 'application/j$0)", 'application/json')).toBe(
      "SELECT aws_bedrock.invoke_model(m, 'application/json')",
    );
    expect(labels("SELECT aws_bedrock.invoke_model_get_embeddings(m, t, '$0')")).toEqual(['embedding']);
    expect(labels(`SELECT ${sentiment}(body, 'en', $0)`).slice(0, 2)).toEqual(['NULL', '25']);
  });
});

describe('results', () => {
  test('the fields of a result in brackets', () => {
    expect(labels(`SELECT (${sentiment}(body, 'en')).$0 FROM t;`)).toEqual(['sentiment', 'confidence']);
    expect(choose(`SELECT (${sentiment}(body, 'en')).conf$0 FROM t;`, 'confidence')).toBe(
      `SELECT (${sentiment}(body, 'en')).confidence FROM t;`,
    );
    expect(labels('SELECT (a).$0')).toEqual([]);
    expect(labels("SELECT (aws_bedrock.invoke_model('m', 't', 't', 'b')).$0")).toEqual([]);
  });

  test('the columns of a call in FROM, by the name it has there', () => {
    expect(labels(`SELECT r.id, s.$0 FROM reviews r, ${sentiment}(r.body, 'en') AS s`)).toEqual([
      'sentiment',
      'confidence',
    ]);
    expect(labels(`SELECT s.sentiment FROM reviews r, ${sentiment}(r.body, 'en') s WHERE s.con$0`)).toEqual([
      'sentiment',
      'confidence',
    ]);
    expect(labels(`SELECT r.$0 FROM reviews r, ${sentiment}(r.body, 'en') AS s`)).toEqual([]);
  });

  const values = ['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED'];
  test.each([
    `SELECT * FROM reviews WHERE sentiment = '$0`,
    `SELECT * FROM reviews WHERE (${sentiment}(body, 'en')).sentiment <> '$0'`,
    `SELECT * FROM reviews WHERE s.sentiment NOT IN ('POSITIVE', '$0')`,
    `SELECT CASE s.sentiment WHEN 'POSITIVE' THEN 1 WHEN '$0' THEN 2 END`,
  ])('%s', (marked) => expect(labels(marked)).toEqual(values));

  test('in MySQL what the function gives', () => {
    const call = "SELECT * FROM t WHERE aws_comprehend_detect_sentiment(note, 'de') =";
    expect(choose(`${call} $0`, 'NEGATIVE', 'mysql')).toBe(`${call} 'NEGATIVE'`);
  });

  test('nothing else is compared with a sentiment', () => {
    expect(labels("SELECT * FROM reviews WHERE title = '$0'")).toEqual([]);
    expect(labels("SELECT lower('sentiment', '$0')")).toEqual([]);
    expect(labels("SELECT CASE WHEN '$0' THEN 2 END")).toEqual([]);
  });
});

describe('CREATE FUNCTION … ALIAS', () => {
  const head = 'CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ';
  const mysql = (marked: string) => labels(marked, 'mysql', scoringDesign);

  test('word by word', () => {
    expect(mysql(`${head}AL$0`)).toEqual(['ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT', 'ALIAS AWS_BEDROCK_INVOKE_MODEL']);
    expect(mysql(`${head}ALIAS $0`)).toEqual(['AWS_SAGEMAKER_INVOKE_ENDPOINT', 'AWS_BEDROCK_INVOKE_MODEL']);
    expect(choose(`${head}ALIAS aws_s$0`, 'AWS_SAGEMAKER_INVOKE_ENDPOINT', 'mysql', scoringDesign)).toBe(
      `${head}ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT\n  ENDPOINT NAME 'fraud-detector'`,
    );
  });

  test('the clauses that are missing', () => {
    const sagemaker = `${head}ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT`;
    expect(mysql(`${sagemaker} $0`)).toEqual(['ENDPOINT NAME', 'MAX_BATCH_SIZE']);
    expect(mysql(`${sagemaker} ENDPOINT $0`)).toEqual(['NAME']);
    expect(mysql(`${sagemaker} ENDPOINT NAME '$0`)).toEqual(['fraud-detector']);
    expect(mysql(`${sagemaker} ENDPOINT NAME 'e' $0;`)).toEqual(['MAX_BATCH_SIZE']);
    const bedrock = `${head}ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID`;
    expect(mysql(`${bedrock} '$0'`)).toContain('amazon.titan-text-express-v1');
    expect(mysql(`${bedrock} 'm' ACCEPT 'a' $0`)).toEqual(['CONTENT_TYPE', 'TIMEOUT_MS']);
    expect(mysql(`${bedrock} 'm' ACCEPT '$0'`)).toEqual(['application/json']);
  });
});

describe('whole statements', () => {
  test('where one begins, and behind its first words', () => {
    expect(labels("SELECT aws_comprehend.detect_sentiment('a', 'en');\n$0")).toContain('CREATE EXTENSION aws_ml');
    expect(labels('cre$0')).toContain('CREATE FUNCTION around an endpoint');
    expect(choose('SELECT 1;\ncreate ext$0', 'CREATE EXTENSION aws_ml')).toBe(
      'SELECT 1;\nCREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;',
    );
    expect(labels('SELECT a $0').filter((label) => label.startsWith('CREATE'))).toEqual([]);
  });

  test.each(['postgresql', 'mysql'] as const)('in %s they have no finding', (dialect) => {
    const offered = complete('$0', dialect, dialect === 'mysql' ? undefined : scoringDesign);
    expect(offered.length).toBeGreaterThan(5);
    for (const item of offered) {
      const text = chooseItem('', item);
      expect([text, sqlDocument(text, dialect).sql.findings]).toEqual([text, []]);
    }
  });

  test('grants in MySQL are those of the design’s version, for the functions that there are', () => {
    const made = "CREATE FUNCTION f(a INT) RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e';\n";
    expect(choose(`${made}grant ex$0`, 'GRANT EXECUTE ON FUNCTION', 'mysql')).toContain('ON FUNCTION f TO app');
    const version2 = scoringDesign
      .replace('aurora-postgresql', 'aurora-mysql')
      .replace('"16.9"', '5.7.mysql_aurora.2.11.4');
    expect(labels('GRANT $0', 'mysql', version2)).toContain('GRANT INVOKE COMPREHEND');
    expect(labels('GRANT $0', 'mysql')).toContain('GRANT AWS_COMPREHEND_ACCESS');
  });
});

test('a line -- aurora: says a dialect', () => {
  expect(labels('-- aurora: $0\nSELECT 1;')).toEqual(['postgresql', 'mysql']);
});

test('a sign that was typed brings what fits there alone', () => {
  const { document, cursor } = sqlFixture('SELECT $0');
  expect(completeSql(document, cursor, { isAsked: false })).toEqual([]);
});
