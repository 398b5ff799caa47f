import { describe, expect, test } from 'vitest';
import { describeSqlRuleCases, mendSql, sqlFindingsOn } from '../../testing/sql-rule-cases.ts';
import { analyzeSql } from '../analyze.ts';
import { governingTemplate } from '../testing/example-context.ts';

const call = "aws_comprehend_detect_sentiment(body, 'en')";
const marked = "«aws_comprehend_detect_sentiment»(body, 'en')";
const score = `CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e';`;
const summary = `CREATE FUNCTION summary(a TEXT) RETURNS TEXT ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'm';`;

describeSqlRuleCases('mysql', {
  MYM010: [
    `CREATE TABLE t (body TEXT, s VARCHAR(8) GENERATED ALWAYS AS (UPPER(${marked})) STORED)`,
    `ALTER TABLE t ADD COLUMN s VARCHAR(8) AS (${marked}) VIRTUAL`,
    `${score} CREATE TEMPORARY TABLE t (a DOUBLE, b DOUBLE AS («score»(a)), c DOUBLE AS (a * 2))`,
    `CREATE TABLE t AS (SELECT ${call} AS s FROM r WHERE id = 1)`,
    `CREATE TABLE t (s VARCHAR(8)) AS SELECT ${call} AS s FROM r WHERE id = 1`,
    `CREATE TABLE t (body TEXT, CHECK (${call} <> 'MIXED'))`,
    `INSERT INTO t SELECT q.s FROM (SELECT ${call} AS s FROM r WHERE id = 1) AS q`,
  ],
  MYM028: [
    `CREATE TABLE t (body TEXT CHECK (${marked} <> 'MIXED'))`,
    `ALTER TABLE t ADD CONSTRAINT c CHECK (LOWER(${marked}) <> 'mixed')`,
    `${score} CREATE TABLE t (a DOUBLE, b DOUBLE DEFAULT («score»(1)), KEY k ((«score»(a))))`,
    `${score} CREATE UNIQUE INDEX k ON t (a, («score»(a)))`,
    `${score} ALTER TABLE t ADD INDEX ((«score»(a) + 1))`,
    `CREATE TABLE t (body TEXT, s VARCHAR(8) DEFAULT (${call}))`,
    `CREATE TABLE t (s VARCHAR(8) AS (${call}))`,
    `SELECT ${call}, DEFAULT(body) FROM t WHERE id IN (1)`,
  ],
  MYM023: [
    `CREATE TRIGGER judge BEFORE INSERT ON r FOR EACH ROW SET NEW.s = ${marked}`,
    `DELIMITER //\nCREATE DEFINER = a@b TRIGGER judge AFTER UPDATE ON r FOR EACH ROW BEGIN\n  IF ${marked} = 'MIXED' THEN UPDATE t SET s = ${marked} WHERE id = 1; END IF;\nEND//\nDELIMITER ;`,
    `CREATE TRIGGER judge BEFORE INSERT ON r FOR EACH ROW BEGIN SET NEW.s = ${marked}; END;\nSELECT ${call};`,
    `/*!50017 CREATE TRIGGER judge BEFORE INSERT ON r FOR EACH ROW SET NEW.s = ${marked} */;`,
    `${score} CREATE TRIGGER judge BEFORE INSERT ON r FOR EACH ROW SET NEW.s = «score»(NEW.a)`,
    `CREATE PROCEDURE p() BEGIN SELECT ${call}; END;`,
    `CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO UPDATE r SET s = ${call} WHERE id = 1`,
    `SELECT ${call} AS trigger_text`,
  ],
  MYM015: [
    `UPDATE r SET s = ${marked} WHERE id < 5`,
    `UPDATE r SET s = 1 WHERE ${marked} = 'MIXED' AND id < 5`,
    `DELETE FROM r WHERE ${marked} = 'MIXED' LIMIT 5`,
    `SELECT id FROM r WHERE id < 5 GROUP BY ${marked} HAVING ${marked} <> 'MIXED' ORDER BY ${marked}`,
    `SELECT r.id FROM r JOIN t ON ${marked} = t.s WHERE r.id < 5`,
    `INSERT INTO t (s) VALUES (${call}) ON DUPLICATE KEY UPDATE s = ${marked}`,
    `CREATE PROCEDURE p() BEGIN UPDATE r SET s = ${marked} WHERE id < 5; END;`,
    `CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO UPDATE r SET s = ${marked} WHERE id < 5`,
    `WITH j AS (SELECT id, ${call} AS s FROM r WHERE id < 5) SELECT id FROM j ORDER BY s`,
    `SELECT id FROM r WHERE ${call} = 'MIXED' AND id < 5`,
    `SELECT CASE WHEN ${call} = 'MIXED' THEN 1 END, ROW_NUMBER() OVER (ORDER BY ${call}) FROM r WHERE id < 5`,
    `INSERT INTO t (s) VALUES (${call})`,
    `REPLACE INTO t (s) SELECT ${call} FROM r WHERE id < 5`,
    `INSERT INTO t SET s = ${call}`,
    `UPDATE r JOIN (SELECT id, ${call} AS s FROM r WHERE id < 5) j ON j.id = r.id SET r.s = j.s WHERE r.id < 5`,
    `SET @s = ${call}`,
    `${score} UPDATE r SET s = score(a) WHERE id < 5 AND «score»(b) > 0`,
    `${summary} UPDATE r SET s = summary(a) WHERE id < 5 ORDER BY summary(a)`,
  ],
  MYM030: [
    `CREATE VIEW v AS SELECT id, ${marked} AS s FROM r`,
    `CREATE OR REPLACE ALGORITHM = MERGE DEFINER = 'a'@'%' SQL SECURITY INVOKER VIEW v AS SELECT ${marked} FROM r`,
    `ALTER VIEW v AS SELECT id FROM r WHERE ${marked} = 'MIXED'`,
    `/*!50001 CREATE VIEW v AS SELECT ${marked} FROM r */;`,
    `CREATE TABLE view_of AS SELECT ${call} FROM r`,
    `CREATE PROCEDURE view_all() SELECT ${call} FROM r WHERE id = 1`,
  ],
});

describe('one function of a name', () => {
  const again = score.replace('score', '«score»');
  describeSqlRuleCases('mysql', {
    MYM021: [
      `${score}\n${again}`,
      `${score}\nDROP FUNCTION IF EXISTS score;\n${score}`,
      `${score}\nDROP FUNCTION score;\n${score}\n${again}`,
      `${score}\nDROP FUNCTION other;\n${again}`,
      `${score}\n${score.replace('FUNCTION', 'FUNCTION IF NOT EXISTS')}`,
      `${score}\nUSE other;\n${score}`,
      `${score.replace('score', 'a.score')}\n${score.replace('score', 'b.score')}\n${score.replace('score', 'A.«Score»')}`,
      `DELIMITER //\n${score.replace(';', '//')}\n${again.replace(';', '//')}\nDELIMITER ;`,
    ],
  });

  test('it is dropped first', () => {
    expect(mendSql(`${score}\n${score}`, 'mysql', 'MYM021')).toBe(`${score}\nDROP FUNCTION IF EXISTS score;\n${score}`);
  });
});

describe('grants', () => {
  const named = score.replace('score', '«score»');
  const role = "GRANT AWS_SAGEMAKER_ACCESS TO 'app'@'%';";
  const execute = 'GRANT EXECUTE ON FUNCTION shop.score TO app;';
  describeSqlRuleCases('mysql', {
    MYM012: [
      score,
      `CREATE TABLE t AS SELECT 1;\n${score}`,
      `CREATE TABLE t (a INT);\n${named}`,
      `CREATE USER app;\nGRANT SELECT ON shop.* TO app;\n${named}\n${score.replace('score', 'another')}\n${summary.replace('summary', '«summary»')}`,
      `${named}\n${role}`,
      `${named}\n${execute}`,
      `${named}\n${execute}\n${role}`,
      `${score}\n${execute}\n${role}\nSET DEFAULT ROLE AWS_SAGEMAKER_ACCESS TO app;`,
      `${score}\nGRANT ALL PRIVILEGES ON shop.* TO app;\n${role}\nSET GLOBAL activate_all_roles_on_login = ON;`,
      `${score}\n${execute}\n${role}\nALTER USER app DEFAULT ROLE AWS_SAGEMAKER_ACCESS;`,
      `${score}\nGRANT EXECUTE ON *.* TO app;\nGRANT INVOKE SAGEMAKER ON *.* TO app;`,
      `${named}\nREVOKE EXECUTE ON FUNCTION shop.score FROM app;\n${role}`,
      `SELECT ${call}`,
    ],
    MYM029: [
      'GRANT «AWS_COMPREHEND_ACESS», AWS_LAMBDA_ACCESS TO app',
      'GRANT «aws_sagemaker_acces» TO app@localhost',
      'SET DEFAULT ROLE «AWS_BEDROK_ACCESS» TO app',
      'SET ROLE AWS_BEDROCK_ACCESS',
      "GRANT 'AWS_COMPREHEND_ACCESS'@'%' TO app",
      "GRANT «'AWS_COMPREHEND_ACESS'@'%'» TO app",
      'GRANT aws_developers, reporting TO app; -- aws_ml',
      'GRANT AWS_COMPREHEND_ACCESS «ON *.*» TO app',
      'GRANT INVOKE COMPREHEND ON «shop.reviews» TO app',
      'GRANT INVOKE COMPREHEND ON *.* TO app',
      'GRANT «INVOKE COMPREHND» ON *.* TO app',
      'GRANT «INVOKE BEDROCK» ON *.* TO app',
      'GRANT EXECUTE ON FUNCTION «aws_comprehend_detect_sentiment» TO app',
      'GRANT EXECUTE ON FUNCTION shop.score, SELECT ON *.* TO app; -- aws_ml',
      'GRANT SELECT ON shop.* TO app; -- aws_ml',
    ],
  });

  test.each([
    ['GRANT AWS_COMPREHEND_ACESS TO app', 'GRANT AWS_COMPREHEND_ACCESS TO app'],
    ['GRANT AWS_COMPREHEND_ACCESS ON *.* TO app', 'GRANT AWS_COMPREHEND_ACCESS TO app'],
    ['GRANT INVOKE COMPREHEND ON shop.* TO app', 'GRANT INVOKE COMPREHEND ON *.* TO app'],
  ])('%s', (text, mended) => {
    expect(mendSql(text, 'mysql', 'MYM029')).toBe(mended);
  });
});

test('what a function needs is granted to whom the file names', () => {
  const before = `${score}\nGRANT SELECT ON shop.* TO 'app'@'%';\n`;
  expect(mendSql(before, 'mysql', 'MYM012')).toBe(`${score}
GRANT SELECT ON shop.* TO 'app'@'%';
GRANT EXECUTE ON FUNCTION score TO 'app'@'%';
GRANT AWS_SAGEMAKER_ACCESS TO 'app'@'%';
SET DEFAULT ROLE AWS_SAGEMAKER_ACCESS TO 'app'@'%';
`);
  expect(sqlFindingsOn(mendSql(before, 'mysql', 'MYM012'), 'mysql')).toEqual([]);
});

test('a template says the format of the binary log too', () => {
  const template = governingTemplate(`Resources:
  Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: { Family: aurora-mysql8.0, Description: d, Parameters: { binlog_format: STATEMENT } }
  Reviews:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      DBClusterParameterGroupName: !Ref Parameters
`);
  const { findings } = analyzeSql(`SELECT ${call} FROM r WHERE id = 1`, { dialect: 'mysql', ...template });
  expect(findings.map(({ rule }) => rule)).toContain('MYM011');
});

describe.each([
  ['STATEMENT', marked],
  ['statement', marked],
  ['ROW', call],
  ['"{{ format }}"', call],
])('binlog_format %s', (format, written) => {
  describeSqlRuleCases(
    'mysql',
    {
      MYM011: [
        `SELECT ${written} FROM r WHERE id = 1`,
        `CREATE PROCEDURE p() BEGIN SELECT ${written}; END;`,
        'SELECT 1',
      ],
    },
    undefined,
    `{ binlog_format: ${format} }`,
  );
});
