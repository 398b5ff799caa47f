import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { signatureHelp } from './signature-help.ts';
import { scoringDesign, sqlFixture } from './testing/sql-fixture.ts';

const help = (marked: string, dialect?: SqlDialect) => {
  const { document, cursor } = sqlFixture(marked, dialect, scoringDesign);
  return signatureHelp(document, cursor);
};

/** The signature with the parameter that is being written in `‹›`. */
function shown(marked: string, dialect?: SqlDialect): string | undefined {
  const found = help(marked, dialect);
  if (found === undefined) return undefined;
  const { label, parameters, active } = found;
  const range = active === undefined ? undefined : parameters[active]?.range;
  if (range === undefined) return label;
  return `${label.slice(0, range.start)}‹${label.slice(range.start, range.end)}›${label.slice(range.end)}`;
}

const returns = ' → sentiment varchar, confidence real';

describe('the parameter that is being written', () => {
  test.each([
    ['detect_sentiment($0', '‹input_text varchar›, language_code varchar[, max_rows_per_batch integer]'],
    ['detect_sentiment(a$0, 1)', '‹input_text varchar›, language_code varchar[, max_rows_per_batch integer]'],
    ["detect_sentiment(a, '$0", 'input_text varchar, ‹language_code varchar›[, max_rows_per_batch integer]'],
    ["detect_sentiment('a, b', 'en', $0)", 'input_text varchar, language_code varchar[, ‹max_rows_per_batch integer›]'],
    ['detect_sentiment(a, b, c, $0', 'input_text varchar, language_code varchar[, max_rows_per_batch integer]'],
    ['detect_sentiment(lower(x, $0', '‹input_text varchar›, language_code varchar[, max_rows_per_batch integer]'],
    ['detect_sentiment(ARRAY[1, 2$0', '‹input_text varchar›, language_code varchar[, max_rows_per_batch integer]'],
    [
      "detect_sentiment(language_code => '$0",
      'input_text varchar, ‹language_code varchar›[, max_rows_per_batch integer]',
    ],
    [
      "detect_sentiment(language_code => 'en', $0",
      '‹input_text varchar›, language_code varchar[, max_rows_per_batch integer]',
    ],
    ['detect_sentiment(no_such => $0', 'input_text varchar, language_code varchar[, max_rows_per_batch integer]'],
  ])('%s', (call, parameters) => {
    expect(shown(`SELECT aws_comprehend.${call}`)).toBe(`aws_comprehend.detect_sentiment(${parameters})${returns}`);
  });

  test('is the last one of a function that takes any number', () => {
    expect(shown("SELECT aws_sagemaker.invoke_endpoint('e', NULL, a, b, $0) FROM t;")).toContain(
      '‹VARIADIC model_input any›',
    );
  });

  test('is that of the innermost call', () => {
    const inner = "SELECT aws_sagemaker.invoke_endpoint('e', 1, (aws_comprehend.detect_sentiment(a, $0";
    expect(shown(inner)).toContain('‹language_code varchar›');
    const behind =
      "SELECT aws_sagemaker.invoke_endpoint('e', 1, (aws_comprehend.detect_sentiment(a, 'en')).sentiment, $0";
    expect(shown(behind)).toContain('‹VARIADIC model_input any›');
  });

  test('in Aurora MySQL', () => {
    expect(shown("SELECT AWS_COMPREHEND_DETECT_SENTIMENT(note, $0 FROM t WHERE a = 'b';", 'mysql')).toBe(
      'aws_comprehend_detect_sentiment(input_text string, ‹language_code string›[, max_batch_size integer]) → varchar',
    );
  });
});

test('each parameter says what it takes', () => {
  const call = 'SELECT aws_sagemaker.invoke_endpoint($0);';
  expect(help(call)?.parameters[0]?.documentation).toContain('The design declares fraud-detector.');
  expect(help(call)?.documentation).toContain('What a SageMaker endpoint answers');
});

describe('functions that people made', () => {
  const alias =
    "CREATE FUNCTION score(amount DOUBLE, country VARCHAR(2)) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';\n";

  test('with ALIAS, and what they stand for', () => {
    expect(shown(`${alias}SELECT score(a, $0`, 'mysql')).toBe('score(amount double, ‹country varchar(2)›) → double');
    expect(help(`${alias}SELECT score($0`, 'mysql')?.documentation).toContain('SageMaker endpoint **fraud-detector**');
  });

  test('around ML calls, with defaults', () => {
    const wrapper = `CREATE FUNCTION ml.judge(body text, lang text DEFAULT 'en', OUT rest int) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT (aws_comprehend.detect_sentiment(body, lang)).sentiment
$$;
`;
    expect(shown(`${wrapper}SELECT ml.judge(a, $0`)).toBe('ml.judge(body text[, ‹lang text›]) → SETOF text');
    expect(help(`${wrapper}SELECT ml.judge($0`)?.documentation).toContain('Calls `aws_comprehend.detect_sentiment`');
  });
});

test('nothing where no call is open', () => {
  for (const text of [
    "SELECT aws_comprehend.detect_sentiment('a', 'en') $0",
    "SELECT aws_comprehend.detect_sentiment$0('a', 'en')",
    'SELECT lower($0',
    'SELECT aws_comprehend.detect_sentiment(-- $0',
    "SELECT aws_comprehend.detect_sentiment('a', 'en'); $0",
  ]) {
    expect([text, help(text)]).toEqual([text, undefined]);
  }
});
