import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyzeSql } from '../analyze.ts';
import { checkSyntax, type ErrorIn } from './check-syntax.ts';

const piece = fc.constantFrom(
  ...[
    'SELECT ',
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ',
    'COPY t FROM STDIN',
    'BEGIN ATOMIC ',
    'END',
    'WITH ',
  ],
  ...[
    ';\n',
    ';',
    '\n',
    ' ',
    '(',
    ')',
    '[',
    ']',
    ',',
    "'",
    '"',
    '`',
    '$$',
    '$a$',
    '/*',
    '*/',
    '-- ',
    '#',
    '\\',
    '\\.\n',
  ],
  ...[
    ':name',
    ":'name'",
    '::',
    ':{?a}',
    '?',
    '$1',
    '{',
    '}',
    '\\if :a\n',
    '\\endif\n',
    '\\G',
    'DELIMITER //\n',
    '//',
    '😀',
  ],
  "aws_comprehend.detect_sentiment(a, 'en')",
  "aws_comprehend_detect_sentiment(a, 'en')",
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
const dialect = fc.constantFrom('postgresql' as const, 'mysql' as const);

/** A parser that stops somewhere in every statement. */
const strict: ErrorIn = (question) => ({ message: 'syntax error', offset: Math.floor(question.length / 2) });

test('whatever the text, what is said lies inside it, and what is asked is as long as a statement', () => {
  fc.assert(
    fc.property(text, dialect, (sql, of) => {
      const { questions, findings } = checkSyntax(analyzeSql(sql, { dialect: of }));
      for (const question of questions) expect(question.length).toBeLessThanOrEqual(sql.length);
      for (const { range } of findings(strict)) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThan(range.end);
        expect(range.end).toBeLessThanOrEqual(sql.length);
      }
    }),
  );
});

test('what is known after edits is what is known of the whole text', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), text, dialect, (middles, around, of) => {
      const versions = middles.map((middle) => `SELECT 1;\n${around}${middle}${around};\nSELECT 2;`);
      let analysis = analyzeSql('', { dialect: of });
      let check = checkSyntax(analysis);
      for (const version of versions) {
        analysis = analyzeSql(version, { dialect: of }, analysis);
        check = checkSyntax(analysis, check);
        const whole = checkSyntax(analyzeSql(version, { dialect: of }));
        expect(check.questions).toEqual(whole.questions);
        expect(check.findings(strict)).toEqual(whole.findings(strict));
      }
    }),
  );
});
