import type { Dice } from './dice.ts';
import { aColumn, anExpression, aTable, aType, columnList } from './mysql-expressions.ts';
import { aQuery } from './mysql-queries.ts';

/** CREATE, ALTER, DROP, GRANT and REVOKE of every kind of object, but for routines. */
export function aDefinition(dice: Dice): string {
  return dice.make(
    () => aTableDefinition(dice),
    () => aTableDefinition(dice),
    () => aTableChange(dice),
    () => anObjectDefinition(dice),
    () => aRight(dice),
  );
}

function columnDefinition(dice: Dice): string {
  const rest = dice.pick([
    '',
    ' NOT NULL AUTO_INCREMENT PRIMARY KEY',
    ` DEFAULT (${anExpression(dice, 1)})`,
    ' DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP',
    ` GENERATED ALWAYS AS (${anExpression(dice, 1)}) ${dice.pick(['STORED', 'VIRTUAL'])}`,
    ` CHECK (${anExpression(dice, 1)})`,
    ` COMMENT 'it''s; a "comment"'`,
    ' INVISIBLE',
    ` REFERENCES ${aTable(dice)} (id) ON DELETE SET NULL`,
  ]);
  return `${aColumn(dice)} ${aType(dice)}${rest}`;
}

function aTableDefinition(dice: Dice): string {
  const key = () =>
    dice.pick([
      `PRIMARY KEY (${columnList(dice)})`,
      `UNIQUE KEY \`u;1\` (body(10) DESC) USING BTREE`,
      `KEY ((${anExpression(dice, 1)})) INVISIBLE`,
      'FULLTEXT INDEX f (body) WITH PARSER ngram',
      `CONSTRAINT \`it's\` FOREIGN KEY (id) REFERENCES ${aTable(dice)} (id) ON DELETE CASCADE ON UPDATE NO ACTION`,
      `CONSTRAINT c CHECK (${anExpression(dice, 1)}) NOT ENFORCED`,
    ]);
  const options = dice.pick([
    '',
    ' ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC',
    " COMMENT='a;b' ENCRYPTION='Y'",
    " PARTITION BY RANGE (YEAR(created_at)) (PARTITION p0 VALUES LESS THAN (2024) COMMENT = 'old;', PARTITION p1 VALUES LESS THAN MAXVALUE)",
    " PARTITION BY LIST COLUMNS (body) (PARTITION p0 VALUES IN ('a', 'b;'))",
    ' PARTITION BY KEY (id) PARTITIONS 4',
  ]);
  return dice.make(
    () =>
      `CREATE ${dice.maybe('TEMPORARY ')}TABLE ${dice.maybe('IF NOT EXISTS ')}${aTable(dice)} (\n  ${dice.list(1, 6, () => columnDefinition(dice), ',\n  ')}${dice.maybe(`,\n  ${key()}`)}\n)${options}`,
    () => `CREATE TABLE ${aTable(dice)} LIKE ${aTable(dice)}`,
    () => `CREATE TABLE ${aTable(dice)} ENGINE=InnoDB AS ${aQuery(dice)}`,
    () =>
      `CREATE ${dice.pick(['', 'OR REPLACE '])}${dice.pick(['', 'ALGORITHM=MERGE DEFINER=`root`@`%` SQL SECURITY INVOKER '])}VIEW ${aTable(dice)} (a, b) AS\n${aQuery(dice)}${dice.maybe(' WITH LOCAL CHECK OPTION')}`,
  );
}

function aTableChange(dice: Dice): string {
  const change = () =>
    dice.pick([
      `ADD COLUMN ${columnDefinition(dice)} AFTER id`,
      `DROP COLUMN ${aColumn(dice)}`,
      `MODIFY ${columnDefinition(dice)} FIRST`,
      `CHANGE COLUMN a \`b;c\` ${aType(dice)}`,
      `ADD INDEX i (${columnList(dice)})`,
      'ALTER COLUMN a SET DEFAULT 1',
      'RENAME INDEX a TO b',
      'CONVERT TO CHARACTER SET utf8mb4',
      'ALGORITHM=INPLACE',
      'LOCK=NONE',
      'DISABLE KEYS',
    ]);
  return dice.make(
    () => `ALTER TABLE ${aTable(dice)} ${dice.list(1, 3, change, ',\n  ')}`,
    () =>
      `ALTER TABLE ${aTable(dice)} ${dice.pick(['DROP PARTITION p0', 'ADD PARTITION (PARTITION p2 VALUES LESS THAN (2025))', 'REORGANIZE PARTITION p0 INTO (PARTITION n VALUES IN (1, 2))'])}`,
    () => `RENAME TABLE ${aTable(dice)} TO a, b TO ${aTable(dice)}`,
    () => `DROP ${dice.pick(['TABLE', 'VIEW', 'TEMPORARY TABLE'])} IF EXISTS ${aTable(dice)}, ${aTable(dice)}`,
    () => `TRUNCATE TABLE ${aTable(dice)}`,
    () =>
      `CREATE ${dice.pick(['', 'UNIQUE ', 'FULLTEXT ', 'SPATIAL '])}INDEX i ON ${aTable(dice)} (${columnList(dice)}) COMMENT 'a;b' ALGORITHM=INPLACE`,
    () => `DROP INDEX \`i;1\` ON ${aTable(dice)}`,
    () =>
      dice.pick([
        `OPTIMIZE TABLE ${aTable(dice)}`,
        `ANALYZE TABLE ${aTable(dice)} UPDATE HISTOGRAM ON id WITH 8 BUCKETS`,
        `CHECK TABLE ${aTable(dice)} EXTENDED`,
      ]),
  );
}

function anObjectDefinition(dice: Dice): string {
  return dice.pick([
    'CREATE DATABASE IF NOT EXISTS `shop;1` CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin',
    'ALTER DATABASE shop READ ONLY = 0',
    'DROP SCHEMA IF EXISTS shop',
    `CREATE USER IF NOT EXISTS 'joe'@'%' IDENTIFIED WITH mysql_native_password BY 'p;w''x' REQUIRE SSL PASSWORD EXPIRE INTERVAL 90 DAY`,
    `CREATE USER jane IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'`,
    `ALTER USER "joe"@"10.0.%" ACCOUNT LOCK`,
    "CREATE ROLE reader, 'writer'@'localhost'",
    'DROP USER joe@localhost, jane',
    "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (USER 'u', HOST 'h;1', DATABASE 'd')",
    "CREATE TABLESPACE t ADD DATAFILE 't;1.ibd' ENGINE=InnoDB",
    `CREATE FUNCTION lib_version RETURNS STRING SONAME 'lib;1.so'`,
    `CREATE SPATIAL REFERENCE SYSTEM 4120 NAME 'Greek; 1' DEFINITION 'GEOGCS["Greek; 1"]'`,
    'CREATE RESOURCE GROUP batch TYPE = USER VCPU = 2-3',
  ]);
}

function aRight(dice: Dice): string {
  return dice.pick([
    `GRANT SELECT (id, body), INSERT ON ${aTable(dice)} TO 'joe'@'%' WITH GRANT OPTION`,
    'GRANT EXECUTE ON PROCEDURE shop.p TO joe',
    "GRANT ALL PRIVILEGES ON `shop\\_%`.* TO joe@'192.168.%'",
    'GRANT LOAD FROM S3, SELECT INTO S3, INVOKE LAMBDA ON *.* TO joe',
    'GRANT AWS_LOAD_S3_ACCESS, AWS_LAMBDA_ACCESS TO joe',
    'GRANT reader TO joe, jane WITH ADMIN OPTION',
    'REVOKE ALL PRIVILEGES, GRANT OPTION FROM joe, jane',
    'REVOKE INSERT ON *.* FROM joe IGNORE UNKNOWN USER',
    "SET DEFAULT ROLE reader TO 'joe'@'%'",
    'FLUSH PRIVILEGES',
  ]);
}
