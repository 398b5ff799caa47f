import { expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { splitText, statementsOf } from '../text/split-statements.ts';
import { withInside } from '../text/statement.ts';
import { outlineOf } from './outline.ts';

/** Where each word x1, x2 … of a text stands: the kinds of the queries around it, its clause, its CASE parts. */
function places(text: string, dialect: SqlDialect = 'postgresql'): string[] {
  const parts = statementsOf(splitText(text, dialect)).flatMap(({ statement }) => withInside(statement));
  return parts.flatMap((part) =>
    part.tokens.flatMap((token, index) => {
      if (token.kind !== 'word' || !/^x\d+$/.test(token.text)) return [];
      const { query, clause, cases } = outlineOf(part).placeOf(index);
      const kinds: string[] = [];
      for (let around = query; around !== undefined; around = around.parent) kinds.push(around.kind);
      return [[token.text, kinds.reverse().join('/') || 'nowhere', clause ?? '', ...cases].filter(Boolean).join(' ')];
    }),
  );
}

const cases: readonly (readonly [text: string, expected: readonly string[], dialect?: SqlDialect])[] = [
  [
    'SELECT x1, f(x2) FROM t JOIN u ON x3 LEFT JOIN v ON x4, x5 WHERE x6 GROUP BY x7 HAVING x8 ORDER BY x9 LIMIT x10',
    [
      'x1 select select',
      'x2 select select',
      'x3 select on',
      'x4 select on',
      'x5 select from',
      'x6 select where',
      'x7 select groupBy',
      'x8 select having',
      'x9 select orderBy',
      'x10 select limit',
    ],
  ],
  ['WITH a AS (SELECT x1) SELECT x2 FROM a', ['x1 select select', 'x2 select select']],
  [
    'SELECT (SELECT x1 FROM t) FROM (SELECT x2) s WHERE EXISTS (SELECT x3)',
    ['x1 select/select select', 'x2 select/select select', 'x3 select/select select'],
  ],
  ['SELECT x1 UNION ALL SELECT x2', ['x1 select select', 'x2 select select']],
  [
    'INSERT INTO t (a) SELECT x1 FROM u ON CONFLICT (a) DO UPDATE SET a = x2',
    ['x1 insert/select select', 'x2 insert conflict'],
  ],
  ['INSERT INTO t VALUES (x1, f(x2)) RETURNING x3', ['x1 insert values', 'x2 insert values', 'x3 insert returning']],
  ['UPDATE t SET a = x1 FROM u WHERE x2', ['x1 update set', 'x2 update where']],
  ['DELETE FROM t USING x1 WHERE x2', ['x1 delete from', 'x2 delete where']],
  [
    'SELECT extract(year FROM x1), sum(x2) OVER (ORDER BY x3) FROM t',
    ['x1 select select', 'x2 select select', 'x3 select select'],
  ],
  ['SELECT a IS DISTINCT FROM b FROM t WHERE a IS DISTINCT FROM x1 FOR UPDATE', ['x1 select where']],
  [
    'SELECT CASE x1 WHEN x2 THEN x3 WHEN x4 THEN CASE WHEN x5 THEN 1 END ELSE x6 END, x7',
    [
      'x1 select select operand',
      'x2 select select firstWhen',
      'x3 select select then',
      'x4 select select when',
      'x5 select select then firstWhen',
      'x6 select select else',
      'x7 select select',
    ],
  ],
  ['CREATE MATERIALIZED VIEW v AS SELECT x1', ['x1 select select']],
  ['CREATE TRIGGER t BEFORE UPDATE ON r FOR EACH ROW SET NEW.a = x1', ['x1 nowhere'], 'mysql'],
  [
    'DO $$ BEGIN IF x1 THEN UPDATE t SET a = x2; END IF; FOR r IN SELECT x3 LOOP y := x4; END LOOP; END $$',
    ['x1 nowhere', 'x2 update set', 'x3 select select', 'x4 nowhere'],
  ],
  ['DO $$ BEGIN PERFORM x1 FROM t WHERE x2; END $$', ['x1 select select', 'x2 select where']],
  ['SELECT perform, x1 FROM perform WHERE x2', ['x1 select select', 'x2 select where']],
  ['REPLACE INTO t SELECT replace(x1, 1, 2)', ['x1 insert/select select'], 'mysql'],
  ['INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = x1', ['x1 insert conflict'], 'mysql'],
];

test.each(cases.map(([text, expected, dialect]) => ({ text, expected, dialect })))('$text', (one) => {
  expect(places(one.text, one.dialect)).toEqual(one.expected);
});
