import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { mismatches, readFixture } from '../../testing/markers.ts';
import { analyzeSql } from '../analyze.ts';
import { page } from '../rules/mym901-lexical-error.ts';
import { checkSyntax, type ErrorIn } from './check-syntax.ts';

function check(text: string, dialect: SqlDialect) {
  return checkSyntax(analyzeSql(text, { dialect }));
}

/** A parser that has nothing against anything. */
const content: ErrorIn = () => undefined;

function expectFindings(marked: string, dialect: SqlDialect, errorIn = content) {
  const fixture = readFixture(marked);
  expect(mismatches(fixture, check(fixture.text, dialect).findings(errorIn))).toEqual([]);
}

const questionsOn = (text: string, dialect: SqlDialect = 'postgresql') => check(text, dialect).questions;

describe('in MySQL', () => {
  test('the example of the rule has an error where it is marked, mended none', () => {
    expectFindings(page.bad, 'mysql');
    expectFindings(page.good, 'mysql');
  });

  test('each of these has its error at its place', () => {
    expectFindings("SELECT 'it''s, \\' and \"\n--     ^^^^^^^^^^^^^^^^ MYM901 Write '", 'mysql');
    expectFindings('SELECT "a\n--     ^^ MYM901 Write "', 'mysql');
    expectFindings('SELECT `a FROM t\n--     ^^^^^^^^^ MYM901 The name is never closed', 'mysql');
    expectFindings('SELECT 1; /* later\n--        ^^ MYM901 The comment is never closed', 'mysql');
    expectFindings('SELECT (1, (2);\n--     ^ MYM901 Write )', 'mysql');
    expectFindings('SELECT 1);\n--      ^ MYM901 closes nothing', 'mysql');
  });

  test('a statement has one error at most, and the next one none', () => {
    expectFindings(
      `SELECT ((1, 'a FROM t);
--          ^^^^^^^^^^ MYM901
SELECT (2);
SELECT 3));
--      ^ MYM901
SELECT 'it''s', "a\\"b", \`c\`\`d\` -- not (
# nor (
/* ) */ FROM t;`,
      'mysql',
    );
  });

  test('the second parser is asked about queries and changes that call models and have no such error', () => {
    const call = "aws_comprehend_detect_sentiment(a, 'en')";
    expect(
      questionsOn(`SELECT ${call}; SELECT 1; CALL p(${call}); SELECT (${call};\nSELECT ${call}, 2`, 'mysql'),
    ).toEqual([`SELECT ${call}`, `SELECT ${call}, 2`]);
  });
});

describe('in PostgreSQL', () => {
  const stopsAt =
    (token: string, message = `syntax error at or near "${token}"`): ErrorIn =>
    (question) => {
      const offset = question.indexOf(token);
      return offset < 0 ? undefined : { message, offset, end: offset + token.length };
    };

  test('an error marks the token, and says what to do', () => {
    expectFindings(
      'SELECT 1;\nSELECT 2 FROM t WHERE <=> 3;\n--                    ^^^ PGM900 at "<=>": syntax error. Correct it',
      'postgresql',
      stopsAt('<=>'),
    );
  });

  test('where the statement ends too early, its last word is marked and an open bracket is named', () => {
    const atEnd: ErrorIn = (question) => ({ message: 'syntax error at end of input', offset: question.length });
    expectFindings(
      'SELECT f(\n  a,\n-- ^ PGM900 expects more behind ",". Close the bracket behind "f"',
      'postgresql',
      atEnd,
    );
    expectFindings('SELECT 1 FROM;\n--       ^^^^ PGM900 expects more behind "FROM".', 'postgresql', atEnd);
  });

  test('of a quote that is never closed the rest of its line is marked', () => {
    const said = (what: string) => stopsAt("'a", `unterminated quoted string at or near "${what}"`);
    expectFindings("SELECT 'a\n--     ^^ PGM900 Write '\n, 2", 'postgresql', said("'a\n, 2"));
  });

  test('a comment that is never closed hides the rest of the statement', () => {
    const text = 'SELECT 1;\nSELECT 2, /* and /* more */\n--        ^^ PGM900 The comment is never closed';
    expectFindings(text, 'postgresql', stopsAt('SELECT 2'));
    expectFindings('SELECT 1 /* a /* b */ c */; -- /*', 'postgresql');
  });

  test('variables of clients are replaced at equal length', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['SELECT :\'text\', :number + 1 FROM :"schema".t', 'SELECT \':text\', _number + 1 FROM ":schema".t'],
      ['SELECT :{?name}', 'SELECT true    '],
      ["SELECT a[1:b], a[:n], x::int, f(a := 1), ':c', $1 -- :d", "SELECT a[1:b], a[_n], x::int, f(a := 1), ':c', $1"],
      ['SELECT f(?, ?) WHERE a = ? AND b=? LIMIT ?', 'SELECT f(_, _) WHERE a = _ AND b=_ LIMIT _'],
      ["SELECT a ? 'b', a->'b' ? 'c', a ?| b, a @? '$.b'", "SELECT a ? 'b', a->'b' ? 'c', a ?| b, a @? '$.b'"],
      [`SELECT "?", '?', ":a", ':a' -- ?`, `SELECT "?", '?', ":a", ':a'`],
      ['CREATE OPERATOR ?@> (), ?<@ OPERATOR(s.?) f(?)', 'CREATE OPERATOR ?@> (), ?<@ OPERATOR(s.?) f(_)'],
      ["SELECT '😀', :'a', :名前", "SELECT '😀', ':a', _名前"],
    ];
    for (const [written, asked] of pairs) expect(questionsOn(written)).toEqual([asked]);
  });

  test('an error at a variable says nothing: its value is not known', () => {
    expectFindings('SELECT :columns FROM t;', 'postgresql', stopsAt('_columns'));
    expectFindings('SELECT :columns FRM;\n--              ^^^ PGM900', 'postgresql', stopsAt('FRM'));
  });

  test('what psql puts together is not asked about, what follows is', () => {
    expect(questionsOn('SELECT 1\n\\if :a\n, 2\n\\endif\nFROM t;\nSELECT 3;')).toEqual(['SELECT 3']);
    expect(questionsOn("SELECT 1 -- \\if\n, 2 /* \\ */, E'\\\\'")).toHaveLength(1);
    expect(
      questionsOn('SELECT 1 \\gset\nSELECT 2 \\gexec\nSELECT 3 \\g out.txt\nSELECT 4;\n\\echo on\nSELECT 5'),
    ).toEqual(['SELECT 1', 'SELECT 2', 'SELECT 3', 'SELECT 4', 'SELECT 5']);
  });

  test('text of a template language is not asked about', () => {
    expect(questionsOn("SELECT * FROM {{ ref('a') }}; SELECT #{b}; SELECT 1, '{{ c }}'; SELECT 2 {")).toEqual([
      "SELECT 1, '{{ c }}'",
      'SELECT 2 {',
    ]);
  });

  test('data behind COPY are no statements', () => {
    expect(questionsOn('COPY t FROM STDIN;\n1\t/*\n\\.\nSELECT 1;')).toEqual(['COPY t FROM STDIN', 'SELECT 1']);
    expect(questionsOn('COPY t FROM STDIN;\n1\tit is\n2\tdata;\n')).toEqual(['COPY t FROM STDIN']);
    expectFindings('COPY t FROM STDIN;\n1\t/*\n\\.\n', 'postgresql');
  });

  test('the body of a function in SQL is asked about, statement by statement', () => {
    const text =
      'CREATE FUNCTION f(a int) RETURNS int LANGUAGE SQL AS $$ SELECT 1; SELECT a FRM t $$;\nDO $$ BEGIN x END $$';
    expect(questionsOn(text)).toEqual([
      text.slice(0, text.indexOf(';\n')),
      'SELECT 1',
      'SELECT a FRM t',
      'DO $$ BEGIN x END $$',
    ]);
    const marked = text.replace(
      '\n',
      '\n--                                                                         ^^^ PGM900\n',
    );
    expectFindings(marked, 'postgresql', (question) =>
      question.startsWith('SELECT a') ? stopsAt('FRM')(question) : undefined,
    );
  });

  test('psql puts something into BEGIN ATOMIC, and nothing into a quoted body', () => {
    expect(questionsOn('CREATE PROCEDURE p() BEGIN ATOMIC SELECT :a; SELECT 2; END;')).toEqual([
      'CREATE PROCEDURE p() BEGIN ATOMIC SELECT _a; SELECT 2; END',
    ]);
    expectFindings(
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT :a $$;\n--                                                        ^ PGM900 as an argument',
      'postgresql',
      (question) => (question.startsWith('SELECT') ? { message: 'syntax error', offset: 7, end: 8 } : undefined),
    );
  });

  test('with a dollar quote that is never closed one error is said', () => {
    const text = `SELECT 1;
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END;
--                                                  ^^^^^^^^^^^^^^^^^ PGM900
SELECT 2;`;
    const everywhere: ErrorIn = (question) =>
      question.includes('$$')
        ? { message: 'unterminated dollar-quoted string', offset: question.indexOf('$$'), end: question.length }
        : question === 'SELECT 1'
          ? undefined
          : { message: 'syntax error', offset: 0 };
    expectFindings(text, 'postgresql', everywhere);
  });
});

test('from edit to edit it says what it says of the whole text', () => {
  const before = "SELECT aws_comprehend.detect_sentiment(a, 'en');\nSELECT 2 FRM;\nSELECT 3;\n";
  const after = before.replace('2', ':two /* half').replace('3', '3, 4');
  const wrong: ErrorIn = (question) => ({ message: 'syntax error', offset: question.length - 1 });
  for (const dialect of ['postgresql', 'mysql'] as const) {
    const first = analyzeSql(before, { dialect });
    const edited = checkSyntax(analyzeSql(after, { dialect }, first), checkSyntax(first));
    const whole = check(after, dialect);
    expect(edited.questions).toEqual(whole.questions);
    expect(edited.findings(wrong)).toEqual(whole.findings(wrong));
    expect(edited.findings(wrong)).not.toEqual([]);
  }
});

test('a comment sets an error aside', () => {
  const text = 'SELECT 1;\n-- aurora-ignore MYM901: shortened on purpose\nSELECT (2;\nSELECT (3;\n';
  const lines = check(text, 'mysql')
    .findings(content)
    .map(({ range }) => text.slice(0, range.start).split('\n').length);
  expect(lines).toEqual([4]);
});
