import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { splitText, statementsOf } from './split-statements.ts';

function split(text: string, dialect: SqlDialect = 'postgresql'): string[] {
  return statementsOf(splitText(text, dialect)).map((statement) => {
    expect(text.slice(statement.offset).startsWith(statement.text)).toBe(true);
    return statement.text;
  });
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
  test('commands that send end a statement, others stand between statements or inside them', () => {
    expect(split("\\set lang 'en\nSELECT 1 \\gset\nSELECT 2;")).toEqual(['SELECT 1', 'SELECT 2']);
    expect(split('SELECT\n  \\if :x\n 42\n \\endif\n AS n;\nSELECT 2 \\g \\\\ SELECT 3;')).toEqual([
      'SELECT\n  \\if :x\n 42\n \\endif\n AS n',
      'SELECT 2',
      'SELECT 3',
    ]);
  });

  test('\\; separates what is sent together, and \\r drops what was typed', () => {
    expect(split('SELECT 1\\; SELECT 2\\; SELECT 3;\nBEGIN \\;\nSELECT 4;')).toEqual([
      'SELECT 1',
      'SELECT 2',
      'SELECT 3',
      'BEGIN',
      'SELECT 4',
    ]);
    expect(split('some words\n\\r\nSELECT 1;')).toEqual(['SELECT 1']);
  });

  test('\\\\ ends the arguments of a command, outside quotes', () => {
    expect(split("\\set x 1 \\\\ SELECT :x;\n\\echo 'a \\\\ b'\nSELECT 2;")).toEqual(['SELECT :x', 'SELECT 2']);
  });

  test('data behind COPY FROM STDIN are no SQL', () => {
    expect(split("COPY t FROM STDIN;\nit's;\t1\n\\.\nSELECT 1;\n;")).toEqual(['COPY t FROM STDIN', 'SELECT 1']);
    expect(split("\\COPY t FROM stdin\nit's\n\\.\nSELECT 1;")).toEqual(['SELECT 1']);
    expect(split('COPY t FROM STDIN CSV;\na\\.\n\\.b\n"\\."\n\\.\r\nSELECT 1;')).toEqual([
      'COPY t FROM STDIN CSV',
      'SELECT 1',
    ]);
    expect(split("\\copy t from stdin\nit's\tone\n\\.\nSELECT 1;")).toEqual(['SELECT 1']);
  });

  test('where no data end, or another COPY begins first, no data follow', () => {
    expect(split('COPY t FROM STDIN;\nSELECT 1;')).toEqual(['COPY t FROM STDIN', 'SELECT 1']);
    expect(split('COPY t FROM STDIN; -- fails\nSELECT 1;\nCOPY t FROM STDIN;\n1\n\\.\n')).toEqual([
      'COPY t FROM STDIN',
      'SELECT 1',
      'COPY t FROM STDIN',
    ]);
  });
});

describe('mysql', () => {
  test('DELIMITER sets what ends a statement', () => {
    const text = 'DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END//\ndelimiter ;\nSELECT 2;';
    expect(split(text, 'mysql')).toEqual(['CREATE PROCEDURE p() BEGIN SELECT 1; END', 'SELECT 2']);
    expect(split('DELIMITER $$\nBEGIN x; END$$\nSELECT 1$$', 'mysql')).toEqual(['BEGIN x; END', 'SELECT 1']);
    expect(split('DELIMITER "$$"\nSELECT 1; $$\n\\d ;\nSELECT 2;', 'mysql')).toEqual(['SELECT 1;', 'SELECT 2']);
  });

  test('DELIMITER ends what nothing else ended', () => {
    const text = 'SELECT 1 FROM t\nDELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 2; END//\nDELIMITER ;\n';
    expect(split(text, 'mysql')).toEqual(['SELECT 1 FROM t', 'CREATE PROCEDURE p() BEGIN SELECT 2; END']);
  });

  test('commands end a statement, drop it, or stand on a line of their own', () => {
    expect(split('SELECT 1\\G\nSELECT 2 \\p;\nwords \\c SELECT 3;', 'mysql')).toEqual([
      'SELECT 1',
      'SELECT 2',
      'SELECT 3',
    ]);
    expect(split('USE shop\nSELECT 1;\nSOURCE ./a.sql\n\\. ./b.sql\nUSE other; SELECT 2;', 'mysql')).toEqual([
      'USE shop',
      'SELECT 1',
      'USE other',
      'SELECT 2',
    ]);
  });
});

describe('bodies', () => {
  test('the brackets of CREATE RULE hold their semicolons', () => {
    const rule = 'CREATE OR REPLACE RULE r AS ON UPDATE TO t DO INSTEAD (\n  SELECT 1;\n  DELETE FROM u;\n)';
    expect(split(`${rule};\nSELECT 2;`)).toEqual([rule, 'SELECT 2']);
    expect(split('CREATE RULE r AS ON UPDATE TO t DO (\n  SELECT 1;\nCREATE VIEW v AS SELECT 1;')).toEqual([
      'CREATE RULE r AS ON UPDATE TO t DO (\n  SELECT 1',
      'CREATE VIEW v AS SELECT 1',
    ]);
  });

  test('BEGIN ATOMIC holds its semicolons', () => {
    const body = 'CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE a WHEN 1 THEN 2 END; SELECT 3; END';
    expect(split(`${body};\nSELECT 1;`)).toEqual([body, 'SELECT 1']);
  });

  test('MySQL bodies are held together without DELIMITER', () => {
    const body = `CREATE TRIGGER t BEFORE INSERT ON r FOR EACH ROW BEGIN
  IF NEW.a THEN SET NEW.b = 1; END IF;
  WHILE 1 DO SELECT CASE 1 WHEN 1 THEN 2 END; END WHILE;
  CASE NEW.c WHEN 1 THEN SELECT 1; ELSE SELECT 2; END CASE;
END`;
    expect(split(`${body};\nSELECT 1;`, 'mysql')).toEqual([body, 'SELECT 1']);
  });

  test('a body without END does not swallow what follows', () => {
    const text = 'CREATE PROCEDURE p()\nBEGIN\n  SELECT 1;\nCREATE PROCEDURE q() BEGIN SELECT 2; END;\nSELECT 3;';
    expect(split(text, 'mysql')).toEqual([
      'CREATE PROCEDURE p()\nBEGIN\n  SELECT 1',
      'CREATE PROCEDURE q() BEGIN SELECT 2; END',
      'SELECT 3',
    ]);
    expect(split('CREATE PROCEDURE p() BEGIN SELECT 1; CREATE FUNCTION f() BEGIN RETURN 2; END;', 'mysql')).toEqual([
      'CREATE PROCEDURE p() BEGIN SELECT 1',
      'CREATE FUNCTION f() BEGIN RETURN 2; END',
    ]);
    expect(split('CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2;', 'mysql')).toEqual([
      'CREATE PROCEDURE p() BEGIN SELECT 1',
      'SELECT 2',
    ]);
    expect(split('DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1;\nDELIMITER ;\nSELECT 2;', 'mysql')).toEqual([
      'CREATE PROCEDURE p() BEGIN SELECT 1;',
      'SELECT 2',
    ]);
  });

  /** What stands in the body of the only statement; what is looped over and over is marked. */
  function inside(text: string, dialect: SqlDialect = 'postgresql'): string[] {
    const [only] = statementsOf(splitText(text, dialect));
    return (only?.statement.inside ?? []).map(({ range, isInLoop }) => {
      return `${isInLoop ? '* ' : ''}${only?.text.slice(range.start, range.end)}`;
    });
  }

  test('are cut into statements, and what is looped stands apart', () => {
    const loop =
      'BEGIN FOR r IN SELECT a FROM t LOOP UPDATE t SET b = 1; END LOOP; PERFORM f(CASE WHEN x THEN 1 END); END';
    const parts = [
      'BEGIN',
      'FOR r IN SELECT a FROM t LOOP',
      '* UPDATE t SET b = 1',
      'END LOOP',
      'PERFORM f(CASE WHEN x THEN 1 END)',
      'END',
    ];
    expect(inside(`DO $$ ${loop}; $$`)).toEqual(parts);
    expect(inside('CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2 $$')).toEqual([
      'SELECT 1',
      'SELECT 2',
    ]);
    expect(inside("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'")).toEqual(['SELECT 1']);
    expect(inside('CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ return 1 $$')).toEqual([]);
    expect(inside('CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END')).toEqual([
      'SELECT 1',
      'SELECT 2',
    ]);
    expect(inside('CREATE PROCEDURE p() BEGIN WHILE a DO SELECT 1; END WHILE; SELECT 2; END', 'mysql')).toEqual([
      'WHILE a DO',
      '* SELECT 1',
      'END WHILE',
      'SELECT 2',
    ]);
  });
});

test('what decides where an open quote ends may stand far behind it', () => {
  const before = splitText('SELECT `a;\n-- `b c\nSELECT 1;', 'mysql');
  const after = before.text.replace('SELECT 1', 'of SELECT 1');
  expect(splitText(after, 'mysql', before)).toEqual(splitText(after, 'mysql'));
});
