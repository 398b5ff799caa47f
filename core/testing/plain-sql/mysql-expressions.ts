import type { Dice } from './dice.ts';

const tables = [
  'orders',
  'customers',
  '`order`',
  'reviews',
  'sentiment',
  '`a;b`',
  '`größe`',
  'endpoints',
  'shop.payments',
];
const columns = [
  'id',
  'body',
  'amount',
  '`from`',
  '`it\'s; "odd"`',
  'created_at',
  'data',
  'model_id',
  'straße',
  '`a``b`',
];
const types = [
  'INT',
  'BIGINT UNSIGNED',
  'TINYINT(1)',
  'DECIMAL(12, 2)',
  'DOUBLE',
  'FLOAT UNSIGNED ZEROFILL',
  'BIT(8)',
  'VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci',
  'CHAR(3)',
  'TEXT',
  'LONGBLOB',
  "ENUM('a', 'it''s;', '')",
  "SET('x', 'y')",
  'JSON',
  'DATE',
  'DATETIME(6)',
  'TIMESTAMP',
  'TIME(3)',
  'YEAR',
  'GEOMETRY SRID 4326',
  'BINARY(16)',
];

export const aTable = (dice: Dice) => dice.pick(tables);
export const aColumn = (dice: Dice) => dice.pick(columns);
export const aType = (dice: Dice) => dice.pick(types);
export const columnList = (dice: Dice) => dice.list(1, 4, () => aColumn(dice));

const words = [
  "it''s",
  "it\\'s",
  'a;b',
  '-- no comment',
  '# none',
  '/* none */',
  '$$',
  '//',
  '(',
  '`',
  '\\\\',
  '€ 12',
  '😀',
  'DELIMITER',
  'END;',
  '%',
  '\\n',
];

/** A text literal: either quote, an introducer, hexadecimal and bits, adjacent ones. */
export function aString(dice: Dice): string {
  const text = () => dice.list(0, 3, () => dice.pick(words), ' ');
  return dice.make(
    () => `'${text()}'`,
    () => `"${text().replaceAll("''", '""')} it's"`,
    () => `${dice.pick(['_utf8mb4', '_latin1', 'N', '_binary '])}'${text()}'`,
    () => `'first' '${text()}'`,
    () => dice.pick(["X'4D7953'", "x'FF'", '0x4D7953', "b'1010'", '0b11', "_latin1 X'E4' COLLATE latin1_german1_ci"]),
  );
}

const aNumber = (dice: Dice) => dice.pick(['0', '1', '42', '3.14', '.5', '1e10', '1.5E-3', '18446744073709551615']);

/** An operand that needs no brackets, wherever it stands. */
export function anOperand(dice: Dice, depth: number): string {
  const inner = () => anExpression(dice, depth - 1);
  const simple = [
    () => aColumn(dice),
    () => `${dice.pick(['o', 'c'])}.${aColumn(dice)}`,
    () => aNumber(dice),
    () => aString(dice),
    () =>
      dice.pick([
        'NULL',
        'TRUE',
        'CURRENT_TIMESTAMP',
        'CURRENT_USER()',
        'UTC_TIMESTAMP(3)',
        "DATE '2024-02-29'",
        "TIMESTAMP'2024-01-01 00:00:00'",
      ]),
    () => dice.pick(['@total', '@`my var`', "@'it;s'", '@@GLOBAL.sql_mode', '@@session.time_zone', '@@version']),
  ];
  if (depth <= 0) return dice.make(...simple);
  return dice.make(
    ...simple,
    () => `(${inner()})`,
    () => aCall(dice, depth),
    () =>
      `CAST(${inner()} AS ${dice.pick(['SIGNED', 'CHAR(10) CHARACTER SET utf8mb4', 'DECIMAL(10, 2)', 'JSON', 'UNSIGNED ARRAY'])})`,
    () => `CONVERT(${inner()} USING utf8mb4)`,
    () =>
      `CASE ${dice.maybe(aColumn(dice))} ${dice.list(1, 3, () => `WHEN ${inner()} THEN ${inner()}`, ' ')} ELSE ${inner()} END`,
    () => `(SELECT ${inner()} FROM ${aTable(dice)} LIMIT 1)`,
    () => `EXISTS (SELECT 1 FROM ${aTable(dice)} WHERE ${inner()})`,
    () => `data->${dice.pick(["'$.a[0]'", '\'$."b;c"\''])}`,
    () => `data->>'$[*].it''s'`,
    () => `(@row := @row + 1)`,
  );
}

/** A function call: aggregates with all they can have, windows, Aurora's own that call no model. */
function aCall(dice: Dice, depth: number): string {
  const inner = () => anExpression(dice, depth - 1);
  return dice.make(
    () => `IF(${inner()}, ${inner()}, ${inner()})`,
    () =>
      `${dice.pick(['LOWER', 'COALESCE', 'shop.discount', '`Rate`', 'detect_sentiment', 'invoke_endpoint', 'invoke_model'])}(${dice.list(1, 3, inner)})`,
    () => `GROUP_CONCAT(DISTINCT ${aColumn(dice)} ORDER BY ${inner()} DESC SEPARATOR '; ')`,
    () => `COUNT(${dice.pick(['*', `DISTINCT ${columnList(dice)}`])})`,
    () =>
      `${dice.pick(['ROW_NUMBER()', 'DENSE_RANK()', `SUM(${inner()})`, `LAG(${inner()}, 1)`])} OVER ${dice.pick(['w', `(PARTITION BY ${columnList(dice)} ORDER BY ${aColumn(dice)} ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)`])}`,
    () => `DATE_ADD(${aColumn(dice)}, INTERVAL ${inner()} ${dice.pick(['DAY', 'HOUR_SECOND', 'YEAR_MONTH'])})`,
    () => `EXTRACT(YEAR_MONTH FROM ${aColumn(dice)})`,
    () => `SUBSTRING(${aColumn(dice)} FROM 2 FOR 3)`,
    () => `TRIM(LEADING 'x' FROM ${aColumn(dice)})`,
    () => `MATCH (${columnList(dice)}) AGAINST (${aString(dice)} IN BOOLEAN MODE)`,
    () => `JSON_OBJECT('a', ${inner()}, "b;", JSON_ARRAY(1, 'it''s'))`,
    () => `JSON_VALUE(data, '$.a' RETURNING DECIMAL(4, 2) DEFAULT 0 ON EMPTY)`,
    () => `lambda_sync('arn:aws:lambda:us-east-1:123456789012:function:f;1', JSON_OBJECT('id', ${inner()}))`,
    () => `VALUES(${aColumn(dice)})`,
  );
}

const operators = [
  '+',
  '-',
  '*',
  '/',
  'DIV',
  '%',
  'MOD',
  '=',
  '<=>',
  '<>',
  '!=',
  '<',
  '>=',
  'AND',
  '&&',
  'OR',
  '||',
  'XOR',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  'LIKE',
  'NOT LIKE',
  'REGEXP',
  'RLIKE',
  'SOUNDS LIKE',
];

/** An expression whose operands are not chained without brackets, so that precedence never matters. */
export function anExpression(dice: Dice, depth: number): string {
  const operand = () => anOperand(dice, depth - 1);
  if (depth <= 0) return anOperand(dice, 0);
  return dice.make(
    operand,
    () => `${operand()} ${dice.pick(operators)} ${operand()}`,
    () => `${aNumber(dice)}${dice.pick(['--', '-'])}${aNumber(dice)}`,
    () => `(${operand()} ${dice.pick(['IN', 'NOT IN'])} (${dice.list(1, 4, operand)}))`,
    () => `(${operand()} IN (SELECT ${aColumn(dice)} FROM ${aTable(dice)}))`,
    () => `(${operand()} > ALL (SELECT ${aColumn(dice)} FROM ${aTable(dice)}))`,
    () => `(${operand()} ${dice.pick(['BETWEEN', 'NOT BETWEEN'])} ${operand()} AND ${operand()})`,
    () => `(${operand()} ${dice.pick(['IS NULL', 'IS NOT TRUE', 'IS UNKNOWN'])})`,
    () => `(NOT ${operand()})`,
    () => `(BINARY ${operand()})`,
    () => `(~ ${aColumn(dice)})`,
    () => `(${aColumn(dice)} LIKE ${aString(dice)} ESCAPE '|')`,
    () => `(${aColumn(dice)} COLLATE utf8mb4_bin)`,
    () => `((${operand()}, ${operand()}) = (${operand()}, ${operand()}))`,
    () => `(1 MEMBER OF (data->'$.a'))`,
    () => `${aColumn(dice)} /* it's; (a ' " comment */ + ${operand()}`,
  );
}
