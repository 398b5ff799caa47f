import type { Dice } from './dice.ts';
import { aside, joined, type Piece, statement } from './piece.ts';
import { aColumn, anExpression, aQualifiedTable, aTable, columnList } from './postgresql-expressions.ts';
import { aChange, aQuery } from './postgresql-queries.ts';

/** What stands in scripts beside queries and definitions: transactions, settings, cursors, COPY, psql's commands, comments. */
export function aSessionPiece(dice: Dice): Piece {
  return dice.make(
    () => statement(aSessionStatement(dice)),
    () => statement(aSessionStatement(dice)),
    () => aCopy(dice),
    () => aPsqlPiece(dice),
    () => aComment(dice),
  );
}

function aSessionStatement(dice: Dice): string {
  const table = aQualifiedTable(dice);
  return dice.make(
    () =>
      dice.pick([
        'BEGIN',
        'BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY, DEFERRABLE',
        'START TRANSACTION',
        'COMMIT AND CHAIN',
        'END',
        'ROLLBACK TO SAVEPOINT "s;1"',
        'SAVEPOINT s',
        "PREPARE TRANSACTION 'a;b'",
        'ABORT',
      ]),
    () =>
      dice.pick([
        "SET LOCAL search_path TO shop, 'pg_temp'",
        "SET TIME ZONE INTERVAL '+01:00' HOUR TO MINUTE",
        'SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY',
        'SET CONSTRAINTS ALL DEFERRED',
        'RESET ALL',
        'SHOW TIME ZONE',
        'DISCARD ALL',
        'SET ROLE NONE',
        "SET client_encoding = 'UTF8'",
      ]),
    () =>
      dice.pick([
        'LISTEN "a;b"',
        "NOTIFY a, 'it''s; b'",
        'CHECKPOINT',
        "LOAD 'auto_explain'",
        'DEALLOCATE ALL',
        'CLOSE ALL',
        'MOVE FORWARD ALL IN cur',
        'FETCH ABSOLUTE -1 FROM cur',
      ]),
    () => `${dice.pick(['VACUUM (FULL, VERBOSE)', 'ANALYZE', 'VACUUM ANALYZE'])} ${table} (${columnList(dice)})`,
    () =>
      dice.pick([
        `CLUSTER ${table}`,
        `REINDEX (VERBOSE) TABLE CONCURRENTLY ${table}`,
        `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE NOWAIT`,
      ]),
    () =>
      `EXPLAIN ${dice.pick(['', 'ANALYZE ', '(ANALYZE, FORMAT JSON, COSTS off) '])}${dice.make(
        () => aQuery(dice),
        () => aChange(dice),
      )}`,
    () => `PREPARE plan (int, text) AS SELECT $1, $2 FROM ${table} WHERE ${aColumn(dice)} = $1`,
    () => `EXECUTE plan (${anExpression(dice, 1)}, 'a;b')`,
    () => `DECLARE cur INSENSITIVE SCROLL CURSOR WITH HOLD FOR ${aQuery(dice)}`,
    () => `COPY (${aQuery(dice)}) TO STDOUT WITH (FORMAT csv, HEADER, DELIMITER ';', FORCE_QUOTE *)`,
    () => `COPY ${aTable(dice)} (id, body) FROM '/data/it''s;.csv' DELIMITER AS '|' CSV HEADER`,
  );
}

const rows = [
  "1\tit's;",
  '2\t$$ body',
  "3\tE'\\\\' ( \"",
  '\\N\t-- none',
  '4\t/* open',
  '\\.x',
  '5,"a;\\.", \\copy',
  'SELECT 1 FROM (',
  '😀\t\\\\',
];

/** COPY with its data, which is no SQL. */
function aCopy(dice: Dice): Piece {
  const sql = `COPY ${aQualifiedTable(dice)} (id, body) ${dice.pick(['FROM STDIN', 'from stdin', "FROM STDIN WITH (FORMAT csv, NULL '\\N')", 'FROM STDIN WHERE id > 1'])}`;
  return joined(statement(sql), aside(`${dice.list(0, 5, () => `${dice.pick(rows)}\n`, '')}\\.`));
}

/** Commands of psql, between statements and as what ends them. */
function aPsqlPiece(dice: Dice): Piece {
  const query = () =>
    `SELECT ${anExpression(dice, 1)} AS a FROM ${aTable(dice)} WHERE b = :'name' AND :"column" > :page_size`;
  return dice.make(
    () =>
      aside(
        dice.pick([
          "\\set name 'it''s; :page_size'",
          '\\echo a "b; c" `date`',
          '\\pset null (none',
          '\\i schema/tables.sql',
          '\\connect shop',
          '\\if :{?name}\n\\else\n\\endif',
          '\\timing on',
          "\\! ls; echo '",
          '\\unset name',
          '\\dt+ shop.*',
        ]),
      ),
    () => {
      const sql = query();
      return {
        text: `${sql} ${dice.pick(['\\gset', '\\g', '\\gexec', '\\gx (format=csv) out.csv', '\\crosstabview a b'])}\n`,
        statements: [sql],
      };
    },
    () => joined(aside(`\\copy ${aTable(dice)} from stdin csv`), aside(`${dice.pick(rows)}\n\\.`)),
    () => {
      const [first, second] = [query(), query()];
      return { text: `${first}\\; ${second};\n`, statements: [first, second] };
    },
  );
}

const aComment = (dice: Dice) =>
  aside(
    dice.pick([
      "-- it's; a comment $$ /* (",
      "/* one /* and another; */ it's */",
      '--',
      '/**/ -- €😀',
      '\n\n   \t',
      '/* DELIMITER // */\r',
    ]),
  );
