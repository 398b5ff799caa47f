import type { Dice } from './dice.ts';
import { aColumn, anExpression, anOperand, aQualifiedTable, aTable, columnList } from './postgresql-expressions.ts';

/** A query: SELECT with any of its clauses, VALUES, TABLE, or several of them. */
export function aQuery(dice: Dice, depth = 2): string {
  if (depth <= 0) return aSelect(dice, 0);
  return dice.make(
    () => aSelect(dice, depth),
    () => aSelect(dice, depth),
    () => aSelect(dice, depth),
    () =>
      `WITH ${dice.maybe('RECURSIVE ')}${dice.list(1, 3, (index) => aCommonTable(dice, depth, index), ',\n')}\n${aSelect(dice, depth)}`,
    () =>
      `(${aSelect(dice, depth - 1)})\n${dice.pick(['UNION', 'UNION ALL', 'INTERSECT', 'EXCEPT ALL'])}\n(${aQuery(dice, depth - 1)}) ORDER BY 1`,
    () => `VALUES ${dice.list(1, 3, () => `(${dice.list(2, 2, () => anExpression(dice, 1))})`)}`,
    () => `TABLE ${aQualifiedTable(dice)} ORDER BY 1 FETCH FIRST 3 ROWS WITH TIES`,
  );
}

function aCommonTable(dice: Dice, depth: number, index: number): string {
  const body = dice.make(
    () => aQuery(dice, depth - 1),
    () => aChange(dice, depth - 1),
  );
  const tail = dice.maybe(' SEARCH DEPTH FIRST BY id SET seq CYCLE id SET is_cycle USING path');
  return `cte${index} (${columnList(dice)}) AS ${dice.pick(['', 'MATERIALIZED ', 'NOT MATERIALIZED '])}(${body})${tail}`;
}

function aSelect(dice: Dice, depth: number): string {
  const expression = () => anExpression(dice, depth);
  const columns = dice.list(
    1,
    4,
    () => `${expression()}${dice.pick(['', ' AS total', ' "Total; sum"', ' total'])}`,
    ',\n  ',
  );
  return [
    `SELECT ${dice.pick(['', 'ALL ', 'DISTINCT ', `DISTINCT ON (${aColumn(dice)}) `])}${dice.maybe('*, ')}${columns}`,
    `FROM ${dice.list(1, 2, () => aFromItem(dice, depth))}`,
    dice.maybe(`WHERE ${expression()}`),
    dice.maybe(
      `GROUP BY ${dice.pick([columnList(dice), 'ROLLUP (id, body)', 'GROUPING SETS ((id), CUBE (body), ())', 'DISTINCT id'])}`,
    ),
    dice.maybe(`HAVING ${expression()}`),
    dice.maybe('WINDOW w AS (PARTITION BY id), "v;" AS (w ORDER BY body ROWS 2 PRECEDING)'),
    dice.maybe(`ORDER BY ${expression()}${dice.pick(['', ' ASC', ' DESC NULLS FIRST', ' USING >'])}`),
    dice.pick(['', '', 'LIMIT 10', 'LIMIT ALL OFFSET 3', 'LIMIT :page_size', 'OFFSET 5 ROWS FETCH FIRST 10 ROWS ONLY']),
    dice.pick(['', '', '', 'FOR UPDATE', 'FOR NO KEY UPDATE OF o SKIP LOCKED', 'FOR SHARE NOWAIT']),
  ]
    .filter((clause) => clause !== '')
    .join('\n');
}

function aFromItem(dice: Dice, depth: number): string {
  const table = () =>
    `${dice.maybe('ONLY ')}${aQualifiedTable(dice)} ${dice.pick(['o', 'AS c', 'AS "my;table" (a, b)'])}`;
  if (depth <= 0) return table();
  return dice.make(
    table,
    () =>
      `${table()} ${dice.pick(['JOIN', 'LEFT OUTER JOIN', 'FULL JOIN'])} ${table()} ON ${anExpression(dice, depth - 1)}`,
    () => `${table()} RIGHT JOIN ${table()} USING (${columnList(dice)}) AS joined`,
    () => `${table()} CROSS JOIN LATERAL (${aQuery(dice, depth - 1)}) AS l`,
    () => `${table()} NATURAL JOIN ${table()}`,
    () => `LATERAL unnest(${aColumn(dice)}, ARRAY[1, 2]) WITH ORDINALITY AS u (a, b, n)`,
    () => `ROWS FROM (generate_series(1, 3), json_to_recordset(data) AS (a int, b text)) AS r`,
    () => `${table()} TABLESAMPLE SYSTEM (10) REPEATABLE (7)`,
    () => `XMLTABLE('/a/b' PASSING data COLUMNS id int PATH '@id', n FOR ORDINALITY) AS x`,
    () => `JSON_TABLE(data, '$[*]' COLUMNS (id int PATH '$.id', NESTED PATH '$.b[*]' COLUMNS (c text))) AS j`,
    () => `(${aQuery(dice, depth - 1)}) AS sub`,
  );
}

/** INSERT, UPDATE, DELETE and MERGE. */
export function aChange(dice: Dice, depth = 2): string {
  const expression = () => anExpression(dice, depth);
  const returning = dice.maybe(`\nRETURNING ${expression()} AS changed, *`);
  const assignments = () => dice.list(1, 3, () => `${aColumn(dice)} = ${dice.pick(['DEFAULT', expression()])}`);
  return dice.make(
    () =>
      `INSERT INTO ${aQualifiedTable(dice)} (id, body, amount) ${dice.maybe('OVERRIDING SYSTEM VALUE ')}VALUES\n  ${dice.list(1, 5, () => `(${dice.list(3, 3, () => anOperand(dice, depth))})`, ',\n  ')}${dice.pick(['', '\nON CONFLICT DO NOTHING', `\nON CONFLICT (id) WHERE amount > 0 DO UPDATE SET ${assignments()} WHERE ${expression()}`, '\nON CONFLICT ON CONSTRAINT orders_pkey DO NOTHING'])}${returning}`,
    () => `INSERT INTO ${aTable(dice)} ${dice.pick(['DEFAULT VALUES', aQuery(dice, depth - 1)])}${returning}`,
    () =>
      `UPDATE ${dice.maybe('ONLY ')}${aQualifiedTable(dice)} AS o SET ${assignments()}${dice.maybe(`\nFROM ${aTable(dice)} AS c`)}\nWHERE ${expression()}${returning}`,
    () =>
      `UPDATE ${aTable(dice)} SET (id, body) = (SELECT 1, ${expression()}), tags[1] = ${expression()} WHERE CURRENT OF cur`,
    () =>
      `DELETE FROM ${aQualifiedTable(dice)} AS o${dice.maybe(` USING ${aTable(dice)} AS c`)} WHERE ${expression()}${returning}`,
    () =>
      `MERGE INTO ${aQualifiedTable(dice)} AS o USING (${aQuery(dice, depth - 1)}) AS c ON ${expression()}\nWHEN MATCHED AND ${expression()} THEN UPDATE SET ${assignments()}\nWHEN MATCHED THEN DELETE\nWHEN NOT MATCHED THEN INSERT (id) VALUES (${expression()})`,
  );
}
