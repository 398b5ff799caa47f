import type { Dice } from './dice.ts';

const schemas = ['public', 'shop', 'archive', '"Ledger 2024"'];
const tables = [
  'orders',
  'customers',
  'reviews',
  'payments',
  'line_items',
  'sentiment',
  '"Order"',
  'größe',
  'événements',
];
const columns = [
  'id',
  'body',
  'amount',
  'created_at',
  'data',
  'tags',
  'endpoint',
  'model_id',
  '"from"',
  '"it\'s; odd"',
  'straße',
];
const types = [
  'int',
  'bigint',
  'numeric(12, 2)',
  'double precision',
  'text',
  'varchar(40)',
  'char',
  'boolean',
  'date',
  'timestamp with time zone',
  'time(3) without time zone',
  'interval day to second',
  'jsonb',
  'bytea',
  'uuid',
  'inet',
  'bit varying(8)',
  'int4range',
  'text[]',
  'integer[3][3]',
  'float8 ARRAY',
  'pg_catalog.int4',
  'shop.orders.id%TYPE',
];

/** Names; without a second letter in capitals they need no quotes. */
export const aTable = (dice: Dice) => dice.pick(tables);
export const aQualifiedTable = (dice: Dice) => `${dice.maybe(`${dice.pick(schemas)}.`)}${aTable(dice)}`;
export const aColumn = (dice: Dice) => dice.pick(columns);
export const aSchema = (dice: Dice) => dice.pick(schemas);
/** The last of the types can be written of parameters of functions alone. */
export const aType = (dice: Dice) => dice.pick(types.slice(0, -1));
export const aParameterType = (dice: Dice) => dice.pick(types);
export const columnList = (dice: Dice) => dice.list(1, 4, () => aColumn(dice));

const words = [
  "it''s",
  'a;b',
  '-- no comment',
  '/* none */',
  '$$',
  '(',
  '"quoted"',
  '\\',
  '€ 12',
  '😀',
  'SELECT 1;',
  ':x',
  '',
];
const escapedWords = [
  ...words.map((word) => word.replaceAll('\\', '\\\\')),
  "it\\'s; this",
  '\\n',
  '\\u20AC',
  '\\x41\\101',
];

/** A text literal in one of the ways to write one. */
export function aString(dice: Dice): string {
  return dice.make(
    () => `'${dice.list(0, 3, () => dice.pick(words), ' ')}'`,
    () => `${dice.pick(['E', 'e'])}'${dice.list(0, 3, () => dice.pick(escapedWords), ' ')}'`,
    () => dice.pick(["U&'d\\0061t\\+000061'", "U&'d!0061t!+000061' UESCAPE '!'", "B'1010'", "X'1FF'", "N'national'"]),
    () => `'first ${dice.pick(words)}'\n  'and ${dice.pick(words)}'`,
    () => dice.pick(['$$it\'s; a "text"$$', '$body$ with $$ inside; $body$', '$a1$$b$ $c$a$ $a1$', '$été$ç$été$']),
  );
}

export function aNumber(dice: Dice): string {
  return dice.pick([
    '0',
    '1',
    '42',
    '3.14',
    '.5',
    '5.',
    '1e10',
    '1.5E-3',
    '1_000_000',
    '0x1F',
    '0o17',
    '0b101',
    '10000000000',
  ]);
}

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
        'false',
        'CURRENT_DATE',
        'CURRENT_TIMESTAMP(3)',
        'LOCALTIME',
        'CURRENT_USER',
        'CURRENT_SCHEMA',
      ]),
    () =>
      dice.pick([
        "INTERVAL '1 day'",
        "INTERVAL '1:30' HOUR TO MINUTE",
        "DATE '2024-02-29'",
        "TIMESTAMP WITH TIME ZONE '2024-01-01 00:00+01'",
      ]),
  ];
  if (depth <= 0) return dice.make(...simple);
  return dice.make(
    ...simple,
    () => `(${inner()})`,
    () => aCall(dice, depth),
    () => `CAST(${inner()} AS ${aType(dice)})`,
    () => `(${inner()})::${aType(dice)}`,
    () =>
      `CASE ${dice.maybe(aColumn(dice))} ${dice.list(1, 3, () => `WHEN ${inner()} THEN ${inner()}`, ' ')} ELSE ${inner()} END`,
    () => `ARRAY[${dice.list(0, 3, inner)}]`,
    () => `ARRAY(SELECT ${inner()} FROM ${aTable(dice)})`,
    () => `(${aColumn(dice)})[${dice.pick(['1', '1:2', ':2', '2:', ':', '-1', '1][2'])}]`,
    () => `ROW(${dice.list(0, 3, inner)})`,
    () => '(ROW(1, 2)).f2',
    () => `(${aColumn(dice)}).${aColumn(dice)}`,
    () => `(SELECT ${inner()} FROM ${aQualifiedTable(dice)} LIMIT 1)`,
    () => `EXISTS (SELECT FROM ${aTable(dice)} WHERE ${inner()})`,
  );
}

/** A function call: named and variadic arguments, aggregates with all they can have, windows, Aurora's own that call no model. */
function aCall(dice: Dice, depth: number): string {
  const inner = () => anExpression(dice, depth - 1);
  return dice.make(
    () => `coalesce(${inner()}, ${inner()})`,
    () =>
      `${dice.pick(['lower', 'shop.discount', '"Rate"', 'detect_sentiment', 'ml.invoke_endpoint'])}(${dice.list(0, 3, inner)})`,
    () => `make_interval(days => ${inner()}, hours := 2)`,
    () => `format(${aString(dice)}, VARIADIC ARRAY[${inner()}, ${inner()}])`,
    () => `count(*) FILTER (WHERE ${inner()})`,
    () => `count(DISTINCT ${aColumn(dice)})`,
    () => `string_agg(${aColumn(dice)}, ', ' ORDER BY ${inner()} DESC NULLS LAST)`,
    () => `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${inner()})`,
    () => `${dice.pick(['row_number()', 'rank()', `sum(${inner()})`, `lag(${inner()}, 1)`])} OVER ${aWindow(dice)}`,
    () => `extract(${dice.pick(['year', 'epoch', 'timezone_hour'])} FROM ${aColumn(dice)})`,
    () => `substring(${aColumn(dice)} FROM 2 FOR 3)`,
    () => `overlay(${aColumn(dice)} PLACING 'x' FROM 2)`,
    () => `position('a' IN ${aColumn(dice)})`,
    () => `trim(${dice.pick(['both', 'leading', 'trailing'])} 'x' FROM ${aColumn(dice)})`,
    () => `xmlelement(name a, xmlattributes(${aColumn(dice)} AS href), ${inner()})`,
    () =>
      dice.pick([
        "json_object('a': 1, 'b' VALUE 2 ABSENT ON NULL)",
        'json_array(1, 2 NULL ON NULL)',
        "jsonb_path_query(data, '$.a[*] ? (@.b > 1)')",
      ]),
    () => `json_value(data, '$.a' RETURNING int DEFAULT ${aNumber(dice)} ON EMPTY ERROR ON ERROR)`,
    () =>
      dice.pick([
        "aws_lambda.invoke(aws_commons.create_lambda_function_arn('f'), '{}'::json)",
        "aws_s3.query_export_to_s3('SELECT 1', 'bucket', 'key')",
        "aws_s3.table_import_from_s3('t', '', '(format csv)', :'uri')",
      ]),
  );
}

export function aWindow(dice: Dice): string {
  const frame = dice.pick([
    '',
    ' ROWS UNBOUNDED PRECEDING',
    ' ROWS BETWEEN 1 PRECEDING AND CURRENT ROW',
    " RANGE BETWEEN INTERVAL '1 day' PRECEDING AND UNBOUNDED FOLLOWING",
    ' GROUPS 2 PRECEDING EXCLUDE TIES',
  ]);
  return dice.pick(['w', `(PARTITION BY ${columnList(dice)} ORDER BY ${aColumn(dice)}${frame})`, `(w${frame})`]);
}

const operators = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '||',
  '=',
  '<>',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'AND',
  'OR',
  '->',
  '->>',
  '#>',
  '#>>',
  '#-',
  '@>',
  '<@',
  '?',
  '?|',
  '?&',
  '@?',
  '@@',
  '&&',
  '&',
  '|',
  '#',
  '<<',
  '>>',
  '-|-',
  '~',
  '~*',
  '!~',
  '!~*',
  '~~',
  '!~~*',
  '<->',
  '<=>',
  '|/',
  '*<>',
  'OPERATOR(pg_catalog.+)',
  'LIKE',
  'NOT ILIKE',
  'SIMILAR TO',
  'IS DISTINCT FROM',
  'IS NOT DISTINCT FROM',
];

/** An expression whose operands are not chained without brackets, so that precedence never matters. */
export function anExpression(dice: Dice, depth: number): string {
  if (depth <= 0) return anOperand(dice, 0);
  const operand = () => anOperand(dice, depth - 1);
  return dice.make(
    operand,
    () => `${operand()} ${dice.pick(operators)} ${operand()}`,
    () => `(${operand()} ${dice.pick(['=', '<', 'LIKE'])} ${dice.pick(['ANY', 'SOME', 'ALL'])} (${operand()}))`,
    () => `(${operand()} ${dice.pick(['IN', 'NOT IN'])} (${dice.list(1, 4, operand)}))`,
    () => `(${operand()} IN (SELECT ${aColumn(dice)} FROM ${aTable(dice)}))`,
    () => `(${operand()} ${dice.pick(['BETWEEN', 'NOT BETWEEN SYMMETRIC'])} ${operand()} AND ${operand()})`,
    () =>
      `(${operand()} ${dice.pick(['IS NULL', 'ISNULL', 'IS NOT TRUE', 'IS UNKNOWN', 'IS NFC NORMALIZED', 'IS JSON OBJECT'])})`,
    () => `(NOT ${operand()})`,
    () => `(- ${operand()})`,
    () => `(${dice.pick(['@', '~', '|/', '!!'])} ${operand()})`,
    () => `(${aColumn(dice)} LIKE ${aString(dice)} ESCAPE '!')`,
    () => `(${aColumn(dice)} COLLATE "de_DE")`,
    () => `(${aColumn(dice)} AT TIME ZONE 'UTC')`,
    () => `((${operand()}, ${operand()}) = (${operand()}, ${operand()}))`,
    () => `((${aColumn(dice)}, ${aColumn(dice)}) OVERLAPS (${aColumn(dice)}, ${aColumn(dice)}))`,
  );
}
