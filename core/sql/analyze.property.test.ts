import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SqlDialect } from '../facts/ml.ts';
import type { Range } from '../text/range.ts';
import { analyzeSql } from './analyze.ts';

const dialect = fc.constantFrom<SqlDialect>('postgresql', 'mysql');

/** Pieces of SQL that mean something to the scanner, the splitter or the extractor. */
const piece = fc.oneof(
  fc.constantFrom(
    'SELECT ',
    'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS ',
    'CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ',
    "ENDPOINT NAME 'e' ",
    "ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'm' ",
    ' MAX_BATCH_SIZE ',
    ' = ',
    'RETURNS ',
    'BEGIN ',
    'CREATE TABLE t (a INT AS (',
    'CREATE TRIGGER t BEFORE INSERT ON r FOR EACH ROW SET a = ',
    'GRANT INVOKE COMPREHEND ON ',
    'GRANT AWS_COMPREHEND_ACESS ',
    ' TO ',
    'ALTER SYSTEM SIMULATE ',
    ' PERCENT DISK CONGESTION BETWEEN ',
    ' FOR INTERVAL ',
    'DROP FUNCTION ',
    'aws_comprehend_detect_sentiment(body) = ',
    'DO ',
    'COPY t FROM STDIN;\n',
    '\n\\.\n',
    'DELIMITER //\n',
    '\nDELIMITER ;;\n',
    '\\d ;\n',
    'USE shop\n',
    '\\gset\n',
    '\\if x\n',
    '\\copy t from stdin\n',
    '\\r',
    '\\; ',
    'CREATE PROCEDURE p() ',
    'CREATE RULE r AS ON UPDATE TO t DO ',
    'BEGIN ',
    'ATOMIC ',
    'END ',
    'CASE ',
    'LOOP ',
    'WHILE ',
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
      const { statements, findings } = analyzeSql(text, { dialect });
      expect(findings.filter((finding) => finding.rule === 'AUR000')).toEqual([]);
      const edits = findings.flatMap((finding) => finding.fixes.flatMap((fix) => fix.edits));
      expectInside([...findings, ...edits], text);
      for (const { text: own, calls } of statements) {
        expectInside([...calls, ...calls.flatMap((call) => call.arguments)], own);
      }
    }),
    { numRuns: 2000 },
  );
});

function expectInside(places: readonly { readonly range: Range }[], text: string): void {
  for (const { start, end } of places.map(({ range }) => range)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

test('statements follow one another and do not overlap', () => {
  fc.assert(
    fc.property(anyText, dialect, (text, dialect) => {
      let end = 0;
      for (const { offset, text: own } of analyzeSql(text, { dialect }).statements) {
        expect(offset).toBeGreaterThanOrEqual(end);
        end = offset + own.length;
        expect(text.slice(offset, end)).toBe(own);
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

const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(30), added: anyText });

/** Statements and pieces of them. */
const fileOf = (dialect: SqlDialect) =>
  fc.array(fc.oneof(wholeStatement[dialect], piece), { maxLength: 25 }).map((parts) => parts.join(''));

test('edit by edit, the same is known as of the whole text', () => {
  const files = dialect.chain((name) =>
    fc.record({
      dialect: fc.constant(name),
      text: fileOf(name),
      edits: fc.array(edit, { minLength: 1, maxLength: 8 }),
    }),
  );
  fc.assert(
    fc.property(files, ({ dialect, text, edits }) => {
      let analysis = analyzeSql(text, { dialect });
      for (const { at, removed, added } of edits) {
        const start = Math.floor(at * analysis.basis.split.text.length);
        const before = analysis.basis.split.text;
        const edited = before.slice(0, start) + added + before.slice(start + removed);
        analysis = analyzeSql(edited, { dialect }, analysis);
        const whole = analyzeSql(edited, { dialect });
        expect(analysis.statements).toEqual(whole.statements);
        expect(analysis.findings).toEqual(whole.findings);
      }
    }),
    { numRuns: 1000 },
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
