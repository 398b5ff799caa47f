import type { Dice } from './dice.ts';
import { aColumn, anExpression, anOperand, aString, aTable, columnList } from './mysql-expressions.ts';

/** A query: SELECT with any of its clauses, VALUES, TABLE, or several of them. */
export function aQuery(dice: Dice, depth = 2): string {
  if (depth <= 0) return aSelect(dice, 0);
  return dice.make(
    () => aSelect(dice, depth),
    () => aSelect(dice, depth),
    () => aSelect(dice, depth),
    () =>
      `WITH ${dice.maybe('RECURSIVE ')}${dice.list(1, 3, (index) => `cte${index} (${columnList(dice)}) AS (${aQuery(dice, depth - 1)})`, ',\n')}\n${aSelect(dice, depth)}`,
    () =>
      `(${aSelect(dice, depth - 1)})\n${dice.pick(['UNION', 'UNION ALL', 'INTERSECT', 'EXCEPT'])}\n(${aQuery(dice, depth - 1)}) ORDER BY 1`,
    () => `VALUES ${dice.list(1, 3, () => `ROW(${dice.list(2, 2, () => anExpression(dice, 1))})`)}`,
    () => `TABLE ${aTable(dice)} LIMIT 10`,
  );
}

function aSelect(dice: Dice, depth: number): string {
  const expression = () => anExpression(dice, depth);
  const columns = dice.list(
    1,
    4,
    () => `${expression()}${dice.pick(['', ' AS total', ' AS `Total; sum`', " AS 'it''s'"])}`,
    ',\n  ',
  );
  return [
    `SELECT ${dice.pick(['', 'ALL ', 'DISTINCT ', 'SQL_CALC_FOUND_ROWS ', 'STRAIGHT_JOIN SQL_NO_CACHE ', '/*+ NO_INDEX_MERGE(o) MAX_EXECUTION_TIME(1000) */ '])}${columns}`,
    `FROM ${dice.list(1, 2, () => aFromItem(dice, depth))}`,
    dice.maybe(`WHERE ${expression()}`),
    dice.maybe(`GROUP BY ${columnList(dice)}${dice.maybe(' WITH ROLLUP')}`),
    dice.maybe(`HAVING ${expression()}`),
    dice.maybe(`WINDOW w AS (PARTITION BY ${aColumn(dice)})`),
    dice.maybe(`ORDER BY ${expression()}${dice.pick(['', ' ASC', ' DESC'])}`),
    dice.pick(['', '', 'LIMIT 10', 'LIMIT 5, 10', 'LIMIT 10 OFFSET 5']),
    dice.pick(['', '', '', 'FOR UPDATE', 'FOR SHARE OF o SKIP LOCKED', 'LOCK IN SHARE MODE']),
  ]
    .filter((clause) => clause !== '')
    .join('\n');
}

function aFromItem(dice: Dice, depth: number): string {
  const table = () =>
    `${aTable(dice)} ${dice.pick(['o', 'AS c', 'o USE INDEX (i) IGNORE INDEX FOR ORDER BY (`j;k`)', 'AS c PARTITION (p0)'])}`;
  if (depth <= 0) return table();
  return dice.make(
    table,
    () =>
      `${table()} ${dice.pick(['JOIN', 'LEFT OUTER JOIN', 'RIGHT JOIN'])} ${table()} ON ${anExpression(dice, depth - 1)}`,
    () => `${table()} INNER JOIN ${table()} USING (${columnList(dice)})`,
    () => `${table()} CROSS JOIN LATERAL (${aQuery(dice, depth - 1)}) AS l`,
    () => `${table()} NATURAL JOIN ${table()}`,
    () =>
      `JSON_TABLE(data, '$[*]' COLUMNS (n FOR ORDINALITY, a INT PATH '$.a' DEFAULT '0' ON EMPTY, NESTED PATH '$.b' COLUMNS (c INT PATH '$'))) AS j`,
    () => `(${aQuery(dice, depth - 1)}) AS sub`,
  );
}

/** INSERT, REPLACE, UPDATE, DELETE, LOAD DATA, and results that go to files and variables. */
export function aChange(dice: Dice, depth = 2): string {
  const expression = () => anExpression(dice, depth);
  const assignments = () => dice.list(1, 3, () => `${aColumn(dice)} = ${dice.pick(['DEFAULT', expression()])}`);
  const format = dice.pick([
    '',
    ` CHARACTER SET utf8mb4 FIELDS TERMINATED BY ';' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n'`,
  ]);
  return dice.make(
    () =>
      `${dice.pick(['INSERT', 'INSERT IGNORE', 'REPLACE', 'INSERT LOW_PRIORITY'])} INTO ${aTable(dice)} (id, body, amount) VALUES\n  ${dice.list(1, 5, () => `(${dice.list(3, 3, () => anOperand(dice, depth))})`, ',\n  ')}`,
    () =>
      `INSERT INTO ${aTable(dice)} SET ${assignments()} ON DUPLICATE KEY UPDATE amount = VALUES(amount), ${assignments()}`,
    () => `INSERT INTO ${aTable(dice)} ${aQuery(dice, depth - 1)}`,
    () =>
      `UPDATE ${aTable(dice)} AS o${dice.maybe(` JOIN ${aTable(dice)} AS c ON ${expression()}`)} SET ${assignments()}\nWHERE ${expression()}`,
    () => `UPDATE LOW_PRIORITY ${aTable(dice)} SET ${assignments()} ORDER BY id LIMIT 10`,
    () => `DELETE FROM ${aTable(dice)} WHERE ${expression()} ORDER BY id LIMIT 10`,
    () => `DELETE o, c FROM ${aTable(dice)} AS o INNER JOIN ${aTable(dice)} AS c WHERE ${expression()}`,
    () =>
      `LOAD DATA LOCAL INFILE '/data/it''s;.csv' REPLACE INTO TABLE ${aTable(dice)}${format} IGNORE 1 LINES (id, @body) SET body = TRIM(@body)`,
    () =>
      `LOAD DATA FROM S3 ${dice.pick(['', 'FILE ', 'PREFIX ', 'MANIFEST '])}'s3-us-east-1://bucket/a;b' INTO TABLE ${aTable(dice)}${format}`,
    () => `${aSelect(dice, 1)}\nINTO OUTFILE S3 's3://bucket/a;b'${format} MANIFEST ON OVERWRITE ON`,
    () => `SELECT ${expression()}, ${aString(dice)} INTO @a, @\`b;c\` FROM ${aTable(dice)} LIMIT 1`,
    () => `SELECT * INTO DUMPFILE '/tmp/it\\'s;' FROM ${aTable(dice)}`,
  );
}
