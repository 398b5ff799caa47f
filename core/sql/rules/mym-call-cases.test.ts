import { expect, test } from 'vitest';
import { describeSqlRuleCases, mendSql } from '../../testing/sql-rule-cases.ts';

const name = 'aws_comprehend_detect_sentiment';
const call = `${name}(body, 'en')`;
const confidence = "aws_comprehend_detect_sentiment_confidence(body, 'en')";
const score = `CREATE FUNCTION score(a DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'e';`;
const some = 'FROM r WHERE id < 5';
const long = 'ü'.repeat(2501);

describeSqlRuleCases('mysql', {
  MYM001: [
    `${score} SELECT «score»(), score(1), score(1, «2») ${some}`,
    `${score} DROP FUNCTION score; ${score.replace('a DOUBLE', 'a DOUBLE, b INT')} SELECT score(1), score(1, 2), score(1, 2, «3») ${some}`,
    `${score.replace('score', 'x.score')} ${score.replace('score(a DOUBLE)', 'y.score(a INT, b INT)')} SELECT x.score(1), y.score(1, 2) ${some}`,
  ],
  MYM022: [
    `SELECT id ${some} AND ${call} = «'GOOD'»`,
    `SELECT id ${some} AND «'angry'» <> ${call}`,
    `SELECT id ${some} AND ${call} IN ('POSITIVE', «'NEGATIV'», 'mixed')`,
    `SELECT CASE ${call} WHEN 'NEUTRAL' THEN 0 WHEN «'NONE'» THEN 1 END ${some}`,
    `SELECT id ${some} AND ${confidence} >= «80»`,
    `SELECT id ${some} AND ${confidence} BETWEEN «50» AND 100`,
    `CREATE PROCEDURE p() BEGIN IF ${call} = «'BAD'» THEN SELECT 1; END IF; END;`,
    `SELECT id ${some} AND ${call} = 'positive'`,
    `SELECT id ${some} AND ${call} = "Mixed"`,
    `SELECT id ${some} AND ${call} = ? AND ${confidence} > 0.8`,
    `SELECT id ${some} AND ${call} = '{{ sentiment }}'`,
    `SELECT id ${some} AND CONCAT(${call}, '!') = 'GOOD!'`,
    `SELECT id ${some} AND LENGTH(${call}) > 80`,
    `SELECT ${call}, 'GOOD' ${some}`,
  ],
  MYM031: [
    `SELECT ${name}(«'${long}'», 'en')`,
    `SELECT ${name}('${long.slice(1)}', 'en')`,
    `INSERT INTO t VALUES (${name}(CAST(«"${long}"» AS CHAR), 'en'))`,
    `${score} SELECT score('${long}')`,
  ],
  MYM032: [
    `SELECT ${name}(«''», 'en'), ${name}(«'  '», 'en'), ${name}(«NULL», 'en')`,
    `SELECT ${name}(body, «NULL») ${some}`,
    `SELECT ${name}(CAST(«NULL» AS CHAR), 'en')`,
    `SELECT ${name}(body, ''), ${name}(@body, ?), ${name}(body, lang, NULL) ${some}`,
    `${score} SELECT score(NULL)`,
  ],
  MYM033: [
    `SELECT ${call} ${some} AND «${call}» = 'MIXED'`,
    `SELECT ${call}, ${confidence} ${some}`,
    `SELECT ${call} ${some} UNION SELECT ${call} FROM t WHERE id < 5`,
    `SELECT ${call}, ${name}(body, 'de') ${some}`,
    `${score} SELECT score(RAND()), score(RAND())`,
    `${score} UPDATE r SET a = score(b), c = «SCORE(b)» WHERE id < 5`,
    `SELECT ${name}(?, ?), ${name}(?, ?)`,
  ],
  MYM034: [
    `SELECT «${name}»(body, 'en') FROM r`,
    `SELECT id FROM r ORDER BY «${name}»(body, 'en')`,
    `${score} UPDATE r SET s = «score»(a)`,
    `DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT «${name}»(body, 'en') FROM r; END//\nDELIMITER ;`,
    `CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO BEGIN UPDATE r SET s = «${name}»(body, 'en'); END`,
    `SELECT ${call} FROM r LIMIT 5`,
    `SELECT ${call} FROM r JOIN t ON t.id = r.id`,
    `SELECT ${name}('It works.', 'en') FROM r`,
    `SELECT ${call} FROM (SELECT body FROM r LIMIT 5) q`,
    `INSERT INTO t SELECT ${call} FROM r`,
    `CREATE VIEW v AS SELECT ${call} FROM r`,
    `EXPLAIN SELECT ${call} FROM r`,
    `WITH j AS (SELECT body FROM r WHERE id < 5) SELECT ${call} FROM j`,
    `SELECT ${call}`,
  ],
});

test.each([
  ['MYM022', `SELECT id ${some} AND ${call} = 'NEGATIV'`, `SELECT id ${some} AND ${call} = 'NEGATIVE'`],
  ['MYM022', `SELECT id ${some} AND ${confidence} > 80`, `SELECT id ${some} AND ${confidence} > 0.8`],
  ['MYM031', `SELECT ${name}('a\\\\${long}', 'en')`, `SELECT ${name}('a\\\\${long.slice(2)}', 'en')`],
  ['MYM032', `SELECT ${name}(body, NULL) ${some}`, `SELECT ${name}(body, 'en') ${some}`],
])('%s: %s', (rule, text, mended) => {
  expect(mendSql(text, 'mysql', rule)).toBe(mended);
});
