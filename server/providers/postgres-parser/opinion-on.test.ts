import { readFile } from 'node:fs/promises';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { analyzeSql } from '@aurora-blueprint/core/sql/analyze.ts';
import { page } from '@aurora-blueprint/core/sql/rules/pgm900-parser-error.ts';
import { checkSyntax } from '@aurora-blueprint/core/sql/syntax/check-syntax.ts';
import { mismatches, readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import fc from 'fast-check';
import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { opinionOn } from './opinion-on.ts';

beforeAll(() => loadModule());

function check(text: string) {
  return checkSyntax(analyzeSql(text, { dialect: 'postgresql' }));
}

function findingsIn(text: string): readonly Finding[] {
  return check(text).findings((question) => {
    const opinion = opinionOn(question);
    return 'ok' in opinion && !opinion.ok ? opinion : undefined;
  });
}

function expectFindings(marked: string) {
  const fixture = readFixture(marked);
  expect(mismatches(fixture, findingsIn(fixture.text))).toEqual([]);
}

/** The piece of a statement at which the parser stops. */
function stopsAt(statement: string): string | undefined {
  const opinion = opinionOn(statement);
  return 'offset' in opinion ? statement.slice(opinion.offset, opinion.end) : undefined;
}

test('the example of the rule has an error where it is marked, mended none', () => {
  expectFindings(page.bad);
  expectFindings(page.good);
});

test('the example is read without an error', async () => {
  const text = await readFile(new URL('../../../examples/reviews.sql', import.meta.url), 'utf8');
  expect(check(text).questions).not.toHaveLength(0);
  expect(findingsIn(text)).toEqual([]);
});

describe('the parser stops at', () => {
  test.each([
    ['SELEC 1', 'SELEC'],
    ['SELECT \'😀😀\', "𝒳" FROM t WHERE ORDER BY a', 'ORDER'],
    ['SELECT a <=>> FROM', 'FROM'],
    ['SELECT 1a', '1a'],
    ["SELECT f(1, '😀", "'😀"],
    ['SELECT "a', '"a'],
    ['SELECT $a$ $b$', '$a$ $b$'],
    ['SELECT 1 /* /* */', '/* /* */'],
    ['SELECT 1 FROM', ''],
  ])('%s: %s', (statement, token) => {
    expect(stopsAt(statement)).toBe(token);
  });

  test('nothing in what it takes', () => {
    for (const statement of ['SELECT 1', "SELECT '😀' AS 𝒳", 'VACUUM', 'SELECT $1']) {
      expect(opinionOn(statement)).toEqual({ ok: true });
    }
  });

  test('the sign 0 too, instead of taking it for the end', () => {
    expect(opinionOn('SELECT 1 \0 FRM')).toMatchObject({ ok: false, offset: 9 });
  });
});

test('nesting is refused where it is too deep, and what is too much for the parser has no opinion', () => {
  expect(opinionOn(`SELECT ${'('.repeat(20_000)}`)).toMatchObject({ ok: false, message: /memory exhausted/ });
  expect(opinionOn(`SELECT ${'a + '.repeat(100_000)}a`)).toEqual({ unknown: 'failed' });
});

describe('in a file', () => {
  test('every statement has its own error, and the others none', () => {
    expectFindings(`SELECT '😀', :'who' FRM t;
--                      ^ PGM900 at "t": syntax error
SELECT aws_comprehend.detect_sentiment(:body, 'en');
SELECT aws_comprehend.detect_sentiment(body en);
--                                          ^^ PGM900 at "en"
\\set x 'SELECT'
INSERT INTO t VALUES (1, :x);
UPDATE t SET WHERE id = 7;
--           ^^^^^ PGM900 at "WHERE"`);
  });

  test('a statement that is being typed has one error, and its neighbours none', () => {
    const neighbour = "SELECT aws_comprehend.detect_sentiment('it''s; good', 'en') FROM t WHERE a = :a;";
    const typed =
      "WITH t AS (SELECT (aws_comprehend.detect_sentiment(body, 'en')).* FROM reviews) SELECT count(*) FROM t";
    for (let length = 1; length <= typed.length; length++) {
      const text = `${neighbour}\n${typed.slice(0, length)};\n${neighbour}`;
      const ranges = findingsIn(text).map(({ range }) => range);
      expect(ranges.length, typed.slice(0, length)).toBeLessThanOrEqual(1);
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThan(neighbour.length);
        expect(end).toBeLessThanOrEqual(neighbour.length + 1 + length);
      }
    }
    expect(findingsIn(`${neighbour}\n${typed};\n${neighbour}`)).toEqual([]);
  });

  test('what psql replaces is no error, wherever a name or a value may stand', () => {
    const text = `SELECT :columns FROM :"schema".:table WHERE a = :'a' AND b[1:c] = :b::int LIMIT :most;
CREATE TABLE :prefix_reviews (id int, note varchar(:length));
ALTER ROLE a CONNECTION LIMIT :limit;
SELECT :{?a}, ?, $1 FROM t WHERE x = ? AND body ? 'en';
:whole;`;
    expect(findingsIn(text)).toEqual([]);
  });
});

describe('for any statement', () => {
  const character = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.constantFrom('😀', '𝒳', 'é', '\u0000'));
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const literal = character.map((text) => `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`);
  const name = character.map((text) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}𝒳"`);
  const variable = fc.oneof(
    word.map((text) => `:${text}`),
    word.map((text) => `:'${text}'`),
    word.map((text) => `:"${text}"`),
    fc.constant('$1'),
    fc.constant('?'),
  );
  const operand = fc.oneof(literal, name, variable, fc.constant('1'), fc.constant('/* 😀 */ NULL'));
  const piece = fc.oneof(
    operand,
    word,
    fc.constantFrom('SELECT', 'FROM', 'WHERE', '(', ')', ',', '::', "'", '"', '$$'),
  );
  const anything = fc.oneof(
    fc.array(fc.oneof(piece, character), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(' ')),
    fc.string({ unit: 'binary', minLength: 1 }),
  );

  test('the place lies inside it, at the beginning of a character, and the token that PostgreSQL names stands there', () => {
    fc.assert(
      fc.property(anything, (statement) => {
        const opinion = opinionOn(statement);
        if (!('offset' in opinion)) return;
        const { offset, end = offset, message } = opinion;
        expect(offset).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(statement.length);
        expect(
          /[\uDC00-\uDFFF]/.test(statement[offset] ?? '') && /[\uD800-\uDBFF]/.test(statement[offset - 1] ?? ''),
        ).toBe(false);
        const named = / at or near "(.*)"$/s.exec(message)?.[1];
        if (named !== undefined && !/\p{Surrogate}/u.test(statement) && !statement.includes('\0')) {
          expect(statement.slice(offset).startsWith(named) || message.startsWith('invalid Unicode')).toBe(true);
        }
      }),
    );
  });

  test('a token that nothing takes is found where it stands, behind any characters and variables', () => {
    fc.assert(
      fc.property(fc.array(operand, { minLength: 1, maxLength: 6 }), word, (operands, column) => {
        const before = `SELECT ${operands.join(', ')} FROM ${column}_table WHERE `;
        const text = `${before}<=) 1`;
        const { start, end } = findingsIn(text)[0]?.range ?? { start: -1, end: -1 };
        expect([start, end]).toEqual([before.length, before.length + 2]);
      }),
    );
  });

  test('the place of a finding is the place that PostgreSQL gives for what it is asked', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = pieces.join(' ');
        for (const question of check(text).questions) expect(text.length).toBeGreaterThanOrEqual(question.length);
        for (const { range } of findingsIn(text)) {
          expect(range.start).toBeLessThan(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
