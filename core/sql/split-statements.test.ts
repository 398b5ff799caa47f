import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../facts/ml.ts';
import { splitStatements } from './split-statements.ts';

function split(text: string, dialect: SqlDialect = 'postgresql'): string[] {
  return splitStatements(text, dialect).map(({ range }) => text.slice(range.start, range.end));
}

test('statements end at semicolons and leave comments and blanks between them out', () => {
  expect(split('\n-- one\nSELECT 1 /* ; */;;\nSELECT 2')).toEqual(['SELECT 1', 'SELECT 2']);
  expect(split('')).toEqual([]);
  expect(split('-- nothing; here')).toEqual([]);
});

test('a semicolon in a string, a dollar quote or a bracket ends nothing', () => {
  expect(split("SELECT ';';DO $$ BEGIN; END $$;SELECT (1;2)")).toEqual([
    "SELECT ';'",
    'DO $$ BEGIN; END $$',
    'SELECT (1;2)',
  ]);
});

describe('a half-typed statement does not swallow the next one', () => {
  test('with an open bracket', () => {
    expect(split('SELECT f(a, (b;\n\n-- next\nselect 2;')).toEqual(['SELECT f(a, (b', 'select 2']);
  });

  test('with an open quote', () => {
    expect(split("SELECT f('a);\nSELECT 'b';\nSELECT 'c';")).toEqual(["SELECT f('a)", "SELECT 'b'", "SELECT 'c'"]);
  });

  test('a long string of a sound file may hold statements', () => {
    const text = "SELECT run('DELETE FROM a;\nDELETE FROM b;');\nSELECT 1";
    expect(split(text)).toEqual(["SELECT run('DELETE FROM a;\nDELETE FROM b;')", 'SELECT 1']);
  });
});

describe('psql', () => {
  test('commands stand between statements or end them', () => {
    expect(split("\\set lang 'en\nSELECT 1 \\gset\nSELECT 2;")).toEqual(['SELECT 1', 'SELECT 2']);
  });

  test('data behind COPY FROM STDIN is no SQL', () => {
    expect(split("COPY t FROM STDIN;\nit's;\t1\n\\.\nSELECT 1;\n;")).toEqual(['COPY t FROM STDIN', 'SELECT 1']);
    expect(split('COPY t FROM STDIN;\nSELECT 1;')).toEqual(['COPY t FROM STDIN', 'SELECT 1']);
  });
});

describe('mysql', () => {
  test('DELIMITER sets what ends a statement', () => {
    const text = 'DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END//\ndelimiter ;\nSELECT 2;';
    expect(split(text, 'mysql')).toEqual(['CREATE PROCEDURE p() BEGIN SELECT 1; END', 'SELECT 2']);
    expect(split('DELIMITER $$\nBEGIN x; END$$\nSELECT 1$$', 'mysql')).toEqual(['BEGIN x; END', 'SELECT 1']);
  });

  test('\\G ends a statement', () => {
    expect(split('SELECT 1\\G\nSELECT 2', 'mysql')).toEqual(['SELECT 1', 'SELECT 2']);
  });
});
