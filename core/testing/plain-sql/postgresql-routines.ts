import type { Dice } from './dice.ts';
import { anExpression, aParameterType, aQualifiedTable, aString, aTable, aType } from './postgresql-expressions.ts';
import { aChange, aQuery } from './postgresql-queries.ts';

/** Functions, procedures, triggers and DO blocks, with bodies in every way to write one. */
export function aRoutine(dice: Dice): string {
  return dice.make(
    () => `${head(dice)} ${returns(dice)}\n${attributes(dice)} LANGUAGE sql AS ${quoted(dice, sqlBody(dice))}`,
    () => `${head(dice)} ${returns(dice)} AS ${quoted(dice, plpgsqlBody(dice))} ${attributes(dice)} LANGUAGE plpgsql`,
    () => `${head(dice)} ${returns(dice)} LANGUAGE SQL ${attributes(dice)}\n${atomicBody(dice)}`,
    () => `${head(dice)} RETURNS int ${attributes(dice)} RETURN ${anExpression(dice, 2)}`,
    () => `CREATE PROCEDURE shop.p(INOUT a int) LANGUAGE plpgsql AS ${quoted(dice, plpgsqlBody(dice))}`,
    () => `CREATE OR REPLACE PROCEDURE p() ${atomicBody(dice)}`,
    () =>
      `${head(dice)} RETURNS text LANGUAGE ${dice.pick(['plpython3u', 'plperl', "'plv8'"])} AS ${quoted(dice, otherBody(dice))}`,
    () => `${head(dice)} RETURNS int LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'it''s; f'`,
    () => `DO ${dice.maybe('LANGUAGE plpgsql ')}${quoted(dice, plpgsqlBody(dice))}`,
    () =>
      `CREATE ${dice.maybe('OR REPLACE ')}TRIGGER "t;1" ${dice.pick(['BEFORE', 'AFTER'])} INSERT OR UPDATE OF id, body ON ${aQualifiedTable(dice)}\nREFERENCING OLD TABLE AS o NEW TABLE AS n\nFOR EACH ${dice.pick(['ROW', 'STATEMENT'])} WHEN (${anExpression(dice, 1)}) EXECUTE FUNCTION f('a;b', 1)`,
    () =>
      `CREATE CONSTRAINT TRIGGER t AFTER DELETE ON ${aTable(dice)} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE PROCEDURE f()`,
    () =>
      dice.pick([
        'ALTER FUNCTION f(int) PARALLEL SAFE COST 10',
        'DROP FUNCTION IF EXISTS f(int), g(text) CASCADE',
        'ALTER ROUTINE f RESET ALL',
        'CALL shop.p(1, a => 2)',
        'DROP TRIGGER t ON orders',
      ]),
  );
}

const head = (dice: Dice) =>
  `CREATE ${dice.maybe('OR REPLACE ')}FUNCTION ${dice.pick(['f', 'shop.total', '"F;x"', 'detect_sentiment'])}(${dice.list(0, 3, (index) => `${dice.pick(['', 'IN ', 'VARIADIC '])}p${index} ${aParameterType(dice)}${dice.pick(['', '', ` DEFAULT ${aString(dice)}`, ' = 1'])}`)})`;

const returns = (dice: Dice) =>
  `RETURNS ${dice.pick(['void', 'trigger', `SETOF ${aTable(dice)}`, `TABLE (a int, b ${aType(dice)})`, aParameterType(dice)])}`;

const attributes = (dice: Dice) =>
  dice.list(
    0,
    3,
    () =>
      dice.pick([
        'IMMUTABLE',
        'STABLE STRICT',
        'PARALLEL SAFE',
        'COST 100',
        'ROWS 10',
        'SECURITY DEFINER',
        'LEAKPROOF',
        'SET search_path = shop, pg_temp',
        'CALLED ON NULL INPUT',
      ]),
    ' ',
  );

/** A body as a literal: between dollar signs with a tag of its own, or in quotes. */
function quoted(dice: Dice, body: string): string {
  return dice.make(
    () => `$routine$\n${body}\n$routine$`,
    () => `$_1$${body}$_1$`,
    () => `$Fönix$ ${body} $Fönix$`,
    () => `'${body.replaceAll("'", "''")}'`,
  );
}

const sqlBody = (dice: Dice) =>
  dice.list(
    1,
    3,
    () =>
      `${dice.make(
        () => aQuery(dice, 1),
        () => aChange(dice, 1),
      )};`,
    '\n',
  );

function atomicBody(dice: Dice): string {
  const inside = () =>
    dice.make(
      () => aQuery(dice, 1),
      () => aChange(dice, 1),
      () => `RETURN ${anExpression(dice, 1)}`,
      () => `SELECT CASE WHEN true THEN CASE id WHEN 1 THEN 'END;' END END AS "end" FROM ${aTable(dice)}`,
      () => '',
    );
  return `BEGIN ATOMIC\n  ${dice.list(0, 4, () => `${inside()};`, '\n  ')}\nEND`;
}

function plpgsqlBody(dice: Dice): string {
  const condition = () => anExpression(dice, 1);
  const step = () =>
    dice.make(
      () => `${aChange(dice, 1)};`,
      () => `PERFORM ${condition()} FROM ${aTable(dice)};`,
      () => `SELECT a, b INTO STRICT x, y FROM ${aTable(dice)} WHERE ${condition()};`,
      () => `x := ${condition()};`,
      () =>
        `IF ${condition()} THEN\n  RETURN NEW;\nELSIF x > 1 THEN NULL;\nELSE RAISE EXCEPTION 'no; %', x USING ERRCODE = '22000', HINT = 'it''s';\nEND IF;`,
      () => `<<outer>>\nFOR r IN ${aQuery(dice, 0)} LOOP\n  EXIT outer WHEN r.id > 1;\n  CONTINUE;\nEND LOOP;`,
      () => `WHILE x < 10 LOOP x := x + 1; END LOOP;`,
      () => `FOREACH x SLICE 1 IN ARRAY ARRAY[[1, 2], [3, 4]] LOOP RAISE NOTICE '%', x; END LOOP;`,
      () => `EXECUTE format($q$SELECT '%s; -- ' FROM %I$q$, x, 'a') INTO y USING 1, 2;`,
      () => `EXECUTE 'CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $in$ SELECT 1; $in$';`,
      () => `CASE x WHEN 1, 2 THEN y := 1; ELSE y := 2; END CASE;`,
      () => `OPEN cur FOR EXECUTE 'SELECT 1;'; FETCH NEXT FROM cur INTO x; CLOSE cur;`,
      () => `RETURN QUERY ${aQuery(dice, 0)};`,
      () => `GET STACKED DIAGNOSTICS x = MESSAGE_TEXT;`,
      () => `-- it's a comment; BEGIN\n/* and /* another; */ '$$ */ COMMIT;`,
      () => `ASSERT x IS NOT NULL, 'x; is null';`,
    );
  return `DECLARE\n  x int := 1;\n  y CONSTANT text NOT NULL DEFAULT ${aString(dice)};\n  r record;\n  cur CURSOR (a int) FOR SELECT 1;\nBEGIN\n${dice.list(1, 5, step, '\n')}\nEXCEPTION\n  WHEN unique_violation OR SQLSTATE '22012' THEN\n    RAISE NOTICE 'again; %', SQLERRM;\nEND`;
}

const otherBody = (dice: Dice) =>
  dice.pick([
    "import json\nreturn json.dumps({\"a\": 'it\\'s'})  # $1; '''",
    'my $rv = spi_exec_query("SELECT 1;"); # it\'s\nreturn $rv->{rows}[0]{a};',
    'const a = `x;`; // it\'s\nreturn a["b"] || /\\/\\*;/.test(a);',
  ]);
