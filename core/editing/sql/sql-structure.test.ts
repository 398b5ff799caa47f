import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import type { OutlineSymbol } from '../outline-symbol.ts';
import { foldsOfSql } from './sql-folding.ts';
import { selectionsInSql } from './sql-selection.ts';
import { sqlSymbols } from './sql-symbols.ts';
import { sqlDocument, sqlFixture } from './testing/sql-fixture.ts';

describe('the outline', () => {
  /** A line for each symbol: what it is, its name, its detail, and what is selected. */
  function outline(text: string, dialect?: SqlDialect): readonly string[] {
    const lines = (symbol: OutlineSymbol, indent: string): readonly string[] => {
      const { kind, name, detail, range, selectionRange, children } = symbol;
      expect(range.start <= selectionRange.start && selectionRange.end <= range.end).toBe(true);
      const selected = text.slice(selectionRange.start, selectionRange.end);
      return [
        `${indent}${kind} ${name} (${detail}) ${selected}`,
        ...children.flatMap((child) => lines(child, `${indent}  `)),
      ];
    };
    return sqlSymbols(sqlDocument(text, dialect).sql).flatMap((symbol) => lines(symbol, ''));
  }

  test('has what statements create, and those with ML calls', () => {
    const text = `SET a = 1;
CREATE TABLE reviews (id int);
CREATE FUNCTION ml.score(a float) RETURNS float LANGUAGE sql AS $$
  SELECT aws_sagemaker.invoke_endpoint('fraud', NULL, a)::float
$$;
CREATE MATERIALIZED VIEW IF NOT EXISTS judged AS SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews;
CREATE OR REPLACE PROCEDURE run() LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
SELECT id, title, (aws_comprehend.detect_sentiment(body,
  'de')).sentiment FROM reviews;
SELECT 1;
`;
    expect(outline(text)).toEqual([
      'table reviews (table) reviews',
      'function ml.score (sql) ml.score',
      '  call aws_sagemaker.invoke_endpoint (fraud) aws_sagemaker.invoke_endpoint',
      'view judged (materialized view) judged',
      '  call aws_comprehend.detect_sentiment (en) aws_comprehend.detect_sentiment',
      'procedure run (plpgsql) run',
      "statement SELECT id, title, (aws_comprehend.detect_sentiment(body, 'd… () SELECT",
      '  call aws_comprehend.detect_sentiment (de) aws_comprehend.detect_sentiment',
    ]);
  });

  test('names the endpoint or model of functions made with ALIAS', () => {
    const text = `CREATE FUNCTION score(a INT) RETURNS INT ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud';
CREATE ALGORITHM = MERGE DEFINER = a@b SQL SECURITY INVOKER VIEW v AS SELECT score(1);
`;
    expect(outline(text, 'mysql')).toEqual([
      'function score (SageMaker fraud) score',
      'view v (view) v',
      '  call score (fraud) score',
    ]);
  });
});

describe('folding', () => {
  const folds = (text: string, dialect?: SqlDialect) =>
    foldsOfSql(sqlDocument(text, dialect)).map(({ startLine, endLine, kind }) => {
      return `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`;
    });

  test('of statements, bodies, brackets and CASE; what closes stays in sight', () => {
    const text = `SELECT 1;
CREATE FUNCTION f(a int)
  RETURNS int
  LANGUAGE sql AS $$
  SELECT aws_comprehend.detect_sentiment(
    a,
    'en'
  )
$$;
SELECT
  CASE
    WHEN a
    THEN 1
  END;
`;
    expect(folds(text)).toEqual(['1-8', '3-7', '4-6', '9-13', '10-12']);
  });

  test('of blocks in MySQL', () => {
    const text = `DELIMITER //
CREATE PROCEDURE p()
BEGIN
  IF a THEN
    SELECT 1;
  END IF;
END//
DELIMITER ;
`;
    expect(folds(text, 'mysql')).toEqual(['1-6', '2-5']);
  });

  test('of comments that follow each other, and of regions', () => {
    const text = `-- one
-- two
SELECT 1; -- aside
-- alone

/* three
   four */
-- #region judged
SELECT 2;
-- endregion
`;
    expect(folds(text)).toEqual(['0-1 comment', '5-6 comment', '7-9 region']);
  });
});

describe('a growing selection', () => {
  const selections = (marked: string, dialect?: SqlDialect) => {
    const { document, cursor } = sqlFixture(marked, dialect);
    return selectionsInSql(document, cursor).map(({ start, end }) => document.text.slice(start, end));
  };

  test('goes from a text to the argument, the call and the statement', () => {
    const text = "SELECT 1;\nSELECT a, ml.f(x, lower('e$0n') || b, 3) FROM t;\n";
    const plain = text.replace('$0', '');
    expect(selections(text)).toEqual([
      'en',
      "'en'",
      "('en')",
      "lower('en')",
      "lower('en') || b",
      "x, lower('en') || b, 3",
      "(x, lower('en') || b, 3)",
      "ml.f(x, lower('en') || b, 3)",
      "SELECT a, ml.f(x, lower('en') || b, 3) FROM t",
      plain,
    ]);
  });

  test('and from the name of a function to its call', () => {
    expect(selections("SELECT lower(ml.f$0(a), 'b')").slice(0, 3)).toEqual(['f', 'ml.f(a)', "ml.f(a), 'b'"]);
  });

  test('and in bodies through the statement and the body', () => {
    expect(selections('DO $$ BEGIN PERFORM f(); PERFORM g(a$0); END $$;')).toEqual([
      'a',
      '(a)',
      'g(a)',
      'PERFORM g(a)',
      ' BEGIN PERFORM f(); PERFORM g(a); END ',
      '$$ BEGIN PERFORM f(); PERFORM g(a); END $$',
      'DO $$ BEGIN PERFORM f(); PERFORM g(a); END $$',
      'DO $$ BEGIN PERFORM f(); PERFORM g(a); END $$;',
    ]);
  });
});
