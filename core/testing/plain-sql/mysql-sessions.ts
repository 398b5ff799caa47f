import type { Dice } from './dice.ts';
import { anExpression, aString, aTable } from './mysql-expressions.ts';
import { aChange, aQuery } from './mysql-queries.ts';
import { aside, joined, type Piece, statement } from './piece.ts';

/** What stands in scripts beside queries and definitions: transactions, settings, the client's commands, comments, dumps. */
export function aSessionPiece(dice: Dice): Piece {
  return dice.make(
    () => statement(aSessionStatement(dice)),
    () => statement(aSessionStatement(dice)),
    () => aDump(dice),
    () => aComment(dice),
    () => {
      const sql = `SELECT ${anExpression(dice, 1)} AS a FROM ${aTable(dice)}`;
      return { text: `${sql}${dice.pick(['\\G', ' \\g', ' \\G'])}\n`, statements: [sql] };
    },
  );
}

function aSessionStatement(dice: Dice): string {
  return dice.make(
    () =>
      dice.pick([
        'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY',
        'BEGIN WORK',
        'COMMIT AND CHAIN',
        'ROLLBACK TO SAVEPOINT `s;1`',
        "XA START 'x;1'",
        'SAVEPOINT s',
        'SET TRANSACTION ISOLATION LEVEL READ COMMITTED',
      ]),
    () => `SET @a = ${anExpression(dice, 1)}, @@session.sql_mode = 'ANSI_QUOTES,;', GLOBAL max_connections = 10`,
    () =>
      dice.pick([
        "SET NAMES 'utf8mb4' COLLATE 'utf8mb4_bin'",
        "SET PASSWORD FOR joe = 'p;w'",
        'SET GLOBAL aurora_x = 1',
        'SET PERSIST sort_buffer_size = 1',
      ]),
    () =>
      dice.pick([
        "SHOW FULL TABLES FROM shop LIKE 'a;%'",
        'SHOW CREATE TABLE orders',
        "SHOW GRANTS FOR joe@'%'",
        'DESCRIBE orders `b;c`',
        'EXPLAIN FORMAT=TREE SELECT 1',
        'USE `shop;1`',
        'KILL QUERY 7',
        'FLUSH TABLES WITH READ LOCK',
        "HELP 'a;b'",
        'CACHE INDEX a IN b',
      ]),
    () => `LOCK TABLES ${aTable(dice)} WRITE, ${aTable(dice)} AS o READ LOCAL`,
    () =>
      dice.pick([
        'UNLOCK TABLES',
        "DO SLEEP(1), RELEASE_LOCK('a;b')",
        'HANDLER orders OPEN AS h',
        'HANDLER h READ FIRST WHERE id > 1',
        'CHECKSUM TABLE orders',
      ]),
    () => `PREPARE s FROM ${dice.pick(['@sql', "'SELECT ?; '"])}`,
    () => 'EXECUTE s USING @a, @b',
    () => `EXPLAIN ANALYZE ${aQuery(dice)}`,
    () => aChange(dice),
  );
}

/** As mysqldump writes tables and triggers: what is special to MySQL in comments that it executes. */
function aDump(dice: Dice): Piece {
  const set = "SET @saved_cs_client = @@character_set_client, NAMES 'a;b'";
  const rows = dice.list(1, 6, (index) => `(${index},${aString(dice)},_binary '\\0;\\'\\"',NULL,0x00FF)`, ',');
  const insert = `INSERT INTO \`orders\` VALUES ${rows}`;
  return joined(
    aside('--\n-- Dumping data for table `orders`; it\'s "all"\n--\n'),
    { text: `/*!40101 ${set} */;\n`, statements: [set] },
    statement('LOCK TABLES `orders` WRITE'),
    { text: '/*!40000 ALTER TABLE `orders` DISABLE KEYS */;\n', statements: ['ALTER TABLE `orders` DISABLE KEYS'] },
    statement(insert),
    statement('UNLOCK TABLES'),
    aside('DELIMITER ;;'),
    {
      text: '/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`%`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `orders` FOR EACH ROW BEGIN SET NEW.a = "x;"; SET @b = 1; END */;;\n',
      statements: [
        'CREATE*/ /*!50017 DEFINER=`root`@`%`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `orders` FOR EACH ROW BEGIN SET NEW.a = "x;"; SET @b = 1; END',
      ],
    },
    aside('DELIMITER ;'),
  );
}

const aComment = (dice: Dice) =>
  aside(
    dice.pick([
      "-- it's; a comment ` /* (",
      '# and another; it\'s "',
      "/* one /* only; it's */",
      '--\t\n#',
      '/**/ -- €😀',
      '\n\n   \t',
      '/* DELIMITER // */\r',
    ]),
  );
