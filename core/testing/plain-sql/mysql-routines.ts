import type { Dice } from './dice.ts';
import { aColumn, anExpression, aString, aTable, aType } from './mysql-expressions.ts';
import { aChange, aQuery } from './mysql-queries.ts';
import { aside, joined, type Piece } from './piece.ts';

/** One or two routines behind a DELIMITER of their own. */
export function routines(dice: Dice): Piece {
  const delimiter = dice.pick(['//', '$$', ';;', '|', '%%', '@@@']);
  const bodies = Array.from({ length: dice.integer(1, 2) }, () => {
    const sql = aRoutine(dice).replaceAll(delimiter, '-');
    return { text: `${sql}${dice.pick(['', '\n'])}${delimiter}\n`, statements: [sql] };
  });
  return joined(aside(`${dice.pick(['DELIMITER', 'delimiter'])} ${delimiter}`), ...bodies, aside('DELIMITER ;'));
}

/** A routine of one statement, which needs no DELIMITER. */
export function aShortRoutine(dice: Dice): string {
  return dice.make(
    () => `CREATE FUNCTION twice(a ${aType(dice)}) RETURNS DOUBLE DETERMINISTIC RETURN ${anExpression(dice, 1)}`,
    () => `CREATE PROCEDURE p() ${aChange(dice, 1)}`,
    () =>
      `CREATE TRIGGER t BEFORE UPDATE ON ${aTable(dice)} FOR EACH ROW SET NEW.${aColumn(dice)} = ${anExpression(dice, 1)}`,
    () => `CREATE EVENT IF NOT EXISTS e ON SCHEDULE AT CURRENT_TIMESTAMP + INTERVAL 1 HOUR DO ${aChange(dice, 1)}`,
    () =>
      dice.pick([
        'ALTER EVENT e DISABLE',
        'DROP PROCEDURE IF EXISTS shop.p',
        "ALTER FUNCTION f COMMENT 'a;b'",
        'CALL p(1, @out)',
        'DROP TRIGGER t',
      ]),
  );
}

function aRoutine(dice: Dice): string {
  const definer = dice.pick(['', 'DEFINER=`root`@`localhost` ', 'DEFINER = CURRENT_USER ']);
  const head = dice.make(
    () =>
      `PROCEDURE ${dice.pick(['p', 'shop.`p;1`'])}(IN a ${aType(dice)}, OUT b INT, INOUT c TEXT)\n  ${dice.pick(['', 'MODIFIES SQL DATA ', "SQL SECURITY INVOKER COMMENT 'it''s; BEGIN' "])}`,
    () =>
      `FUNCTION f(a ${aType(dice)}) RETURNS ${aType(dice)} ${dice.pick(['DETERMINISTIC', 'READS SQL DATA', 'NOT DETERMINISTIC NO SQL'])}\n`,
    () =>
      `TRIGGER \`t;1\` ${dice.pick(['BEFORE INSERT', 'AFTER UPDATE', 'BEFORE DELETE'])} ON ${aTable(dice)} FOR EACH ROW ${dice.maybe('FOLLOWS other ')}`,
    () => `EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2024-01-01 00:00:00' ON COMPLETION PRESERVE COMMENT 'a;b' DO `,
  );
  return `CREATE ${definer}${head}${aBlock(dice, 2)}`;
}

function aBlock(dice: Dice, depth: number): string {
  const declarations = dice.pick([
    '',
    `  DECLARE done, i INT DEFAULT 0;\n  DECLARE cur CURSOR FOR ${aQuery(dice, 0)};\n  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;\n`,
    `  DECLARE x ${aType(dice)};\n  DECLARE EXIT HANDLER FOR SQLEXCEPTION, SQLSTATE '23000', 1062 BEGIN ROLLBACK; RESIGNAL; END;\n`,
    "  DECLARE no_stock CONDITION FOR SQLSTATE '45000';\n",
  ]);
  return `BEGIN\n${declarations}${dice.list(0, 5, () => `  ${aStep(dice, depth)};`, '\n')}\nEND`;
}

function aStep(dice: Dice, depth: number): string {
  const condition = () => anExpression(dice, 1);
  const step = () => (depth > 0 ? aStep(dice, depth - 1) : 'SET @done = 1');
  return dice.make(
    () => aChange(dice, 1),
    () => aQuery(dice, 1),
    () => `SET x = ${condition()}, @y := ${condition()}, NEW.body = ${aString(dice)}`,
    () => `IF ${condition()} THEN ${step()}; ELSEIF ${condition()} THEN ${step()}; ELSE ${step()}; END IF`,
    () => `CASE x WHEN 1 THEN ${step()}; WHEN 2 THEN ${step()}; ELSE BEGIN END; END CASE`,
    () => `CASE WHEN ${condition()} THEN ${step()}; END CASE`,
    () =>
      `\`loop;1\`: LOOP\n    FETCH cur INTO x, @y;\n    IF done THEN LEAVE \`loop;1\`; END IF;\n    ITERATE \`loop;1\`;\n  END LOOP \`loop;1\``,
    () => `w: WHILE i < 10 DO ${step()}; SET i = i + 1; END WHILE w`,
    () => `REPEAT ${step()}; UNTIL i > 10 END REPEAT`,
    () => (depth > 0 ? `inner: ${aBlock(dice, depth - 1)} inner` : 'OPEN cur'),
    () => `SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'it''s; END', MYSQL_ERRNO = 1001`,
    () => `GET DIAGNOSTICS CONDITION 1 @code = RETURNED_SQLSTATE, @text = MESSAGE_TEXT`,
    () => `PREPARE stmt FROM 'SELECT 1; END'; EXECUTE stmt USING @a; DEALLOCATE PREPARE stmt`,
    () => `-- it's; END\n  # "another; BEGIN\n  /* END; ' */ CLOSE cur`,
    () => 'RETURN COALESCE(x, (SELECT MAX(id) FROM orders))',
  );
}
