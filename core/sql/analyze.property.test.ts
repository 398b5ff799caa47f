import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SqlDialect } from '../facts/ml.ts';
import { analyzeSql } from './analyze.ts';

const dialect = fc.constantFrom<SqlDialect>('postgresql', 'mysql');

/** Pieces of SQL that mean something to the scanner, the splitter or the extractor. */
const piece = fc.oneof(
  fc.constantFrom(
    'SELECT ',
    'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS ',
    'CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ',
    "ENDPOINT NAME 'e' ",
    'DO ',
    'COPY t FROM STDIN;\n',
    '\n\\.\n',
    'DELIMITER //\n',
    '//',
    'aws_comprehend.detect_sentiment',
    'aws_comprehend_detect_sentiment',
    'aws_sagemaker.invoke_endpoint',
    'aws_ml.invoke_endpoint',
    'aws_bedrock.invoke_model_get_embeddings',
    'score',
    '(',
    ')',
    '[',
    ']',
    ',',
    ';',
    ';\n',
    "'",
    '"',
    '`',
    '$$',
    '$a$',
    '/*',
    '*/',
    '-- ',
    '#',
    '\n',
    '\\',
    '::text',
    '=>',
    'language_code ',
    'VARIADIC ',
    "'en'",
    "'xx'",
    'NULL',
    ' body ',
    '42',
    '\u{1f600}',
    '\ufeff',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('whatever the text: nothing throws, and all that is said lies inside it', () => {
  fc.assert(
    fc.property(anyText, dialect, (text, dialect) => {
      const { statements, calls, findings } = analyzeSql(text, { dialect });
      expect(findings.filter((finding) => finding.rule === 'AUR000')).toEqual([]);
      const arguments_ = calls.flatMap((call) => call.arguments);
      const edits = findings.flatMap((finding) => finding.fixes.flatMap((fix) => fix.edits));
      const ranges = [...statements, ...calls, ...arguments_, ...findings, ...edits].map(({ range }) => range);
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test('statements follow one another and do not overlap', () => {
  fc.assert(
    fc.property(anyText, dialect, (text, dialect) => {
      const { statements } = analyzeSql(text, { dialect });
      for (const [index, { range }] of statements.entries()) {
        expect(range.start).toBeGreaterThanOrEqual(statements[index - 1]?.range.end ?? 0);
      }
    }),
  );
});

const wholeStatement: Readonly<Record<SqlDialect, fc.Arbitrary<string>>> = {
  postgresql: fc.constantFrom(
    "SELECT aws_comprehend.detect_sentiment(body, 'xx') FROM reviews;\n",
    "SELECT aws_sagemaker.invoke_endpoint('e', a) -- it's one short\n FROM payments;\n",
    "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT aws_ml.detect_sentiment('x', 'en') $$;\n",
    "INSERT INTO t VALUES ('it''s; not', \"a;b\", E'\\'');\n",
    "DO $a$ BEGIN PERFORM aws_bedrock.invoke_model('m'); END $a$;\n",
  ),
  mysql: fc.constantFrom(
    "SELECT aws_comprehend_detect_sentiment(body, 'xx') FROM reviews;\n",
    "INSERT INTO t VALUES (\"it's; not\", 'a\\'b', `c`.d); # it's\n",
    'CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT;\n',
    "SELECT score(1, 2), aws_comprehend.detect_sentiment('x', 'en');\n",
    "DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT score(); SELECT ';'; END//\nDELIMITER ;\n",
  ),
};

test('what is said of a statement does not change when another follows', () => {
  const texts = dialect.chain((name) =>
    fc.record({
      dialect: fc.constant(name),
      before: fc.array(wholeStatement[name], { maxLength: 6 }).map((parts) => parts.join('')),
      next: wholeStatement[name],
    }),
  );
  fc.assert(
    fc.property(texts, ({ dialect, before, next }) => {
      const alone = analyzeSql(before, { dialect });
      const followed = analyzeSql(before + next, { dialect });
      expect(followed.findings.slice(0, alone.findings.length)).toEqual(alone.findings);
      expect(followed.statements.slice(0, alone.statements.length)).toEqual(alone.statements);
    }),
  );
});

test('a half-typed statement hides no finding of the next one', () => {
  const start =
    "SELECT aws_comprehend.detect_sentiment(coalesce(body, 'it''s'), 'en', 10) FROM \"reviews\" WHERE id IN (1, 2)";
  const next = ";\n\nSELECT aws_comprehend.detect_sentiment(body, 'xx') FROM reviews;\nSELECT 'end';\n";
  fc.assert(
    fc.property(fc.nat(start.length), (length) => {
      const text = start.slice(0, length) + next;
      const { findings } = analyzeSql(text, { dialect: 'postgresql' });
      expect(findings.map(({ rule, range }) => [rule, text.slice(range.start, range.end)])).toContainEqual([
        'PGM002',
        "'xx'",
      ]);
    }),
  );
});
