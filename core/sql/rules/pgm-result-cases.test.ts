import { describe, expect, test } from 'vitest';
import { describeSqlRuleCases, mendSql } from '../../testing/sql-rule-cases.ts';

const mood = "aws_comprehend.detect_sentiment(r.body, 'en')";
const score = "aws_sagemaker.invoke_endpoint('churn', NULL, r.age)";
const answer = "aws_bedrock.invoke_model('m', 'application/json', 'application/json', r.request)";
const some = 'FROM reviews r WHERE r.id < 100';

describeSqlRuleCases('postgresql', {
  PGM005: [
    `SELECT (${mood}).sentiment, («${mood}»).confidence ${some}`,
    `SELECT (${mood}).sentiment, ((«aws_comprehend.detect_sentiment( r.BODY,'en')»)).confidence ${some}`,
    `UPDATE reviews SET mood = (${mood}).sentiment, sure = («${mood}»).confidence WHERE id < 9`,
    `SELECT (${mood}).sentiment ${some} AND («${mood}»).confidence > 0.5`,
    `WITH judged AS (SELECT (${mood}).sentiment, («${mood}»).confidence ${some}) SELECT * FROM judged`,
    `CREATE MATERIALIZED VIEW v AS SELECT r.id, («${mood}»).* ${some}`,
    `INSERT INTO judged SELECT («${mood}»).* ${some}`,
    `DO $$ BEGIN PERFORM («${mood}»).* ${some}; END $$`,
    `SELECT s.sentiment, s.confidence FROM reviews r, ${mood} s WHERE r.id < 9`,
    `SELECT (${mood}).sentiment, (aws_comprehend.detect_sentiment(r.title, 'en')).confidence ${some}`,
    `SELECT (${mood}).sentiment FROM reviews r UNION SELECT (${mood}).confidence::text FROM reviews r`,
    `SELECT CASE WHEN r.id = 1 THEN (${mood}).sentiment ELSE (${mood}).confidence::text END ${some}`,
    `SELECT (aws_comprehend.detect_sentiment(?, 'en')).sentiment, (aws_comprehend.detect_sentiment(?, 'en')).confidence`,
    `SELECT (${mood}).sentiment ${some} ORDER BY (${mood}).confidence`,
  ],
  PGM026: [
    `SELECT (${mood}).sentiment, («${mood}»).sentiment ${some}`,
    `SELECT ${score}::real ${some} AND «${score}»::real > 0.5`,
    `SELECT ${score} AS score ${some} ORDER BY ${score}`,
    `SELECT ${score}, aws_sagemaker.invoke_endpoint('churn', NULL, r.years) ${some}`,
    `SELECT aws_sagemaker.invoke_endpoint('c', NULL, random()), aws_sagemaker.invoke_endpoint('c', NULL, random())`,
    `SELECT (SELECT ${score}) ${some} AND ${score}::real > 0.5`,
  ],
  PGM009: [
    `SELECT «${score}» * 100 ${some}`,
    `SELECT 1 - «${score}» ${some}`,
    `SELECT r.id ${some} AND («${score}») >= 0.5`.replace('(«', '«(').replace('») >=', ')» >='),
    `SELECT r.id ${some} AND «${score}» BETWEEN 0.2 AND 0.4`,
    `SELECT r.id ${some} AND 0.5 < «${score}»`,
    `SELECT avg(«${score}») ${some}`,
    `SELECT r.id FROM reviews r, ${score} s WHERE «s.model_output» > 0.5`,
    `SELECT r.id ${some} AND «${answer}» + 1 > 2`,
    `SELECT ${score}::real * 100, CAST(${score} AS numeric) + 1, (${score})::real > 0.5 ${some}`,
    `SELECT ${score} || '%', ${score} = 'yes', ${score} > '0.5', coalesce(${score}, '0') ${some}`,
    `SELECT round(${score}::numeric, 2), max(${score}), count(${score}) ${some}`,
    `SELECT (${mood}).confidence * 100 ${some}`,
    `SELECT r.id FROM reviews r, ${score} s(answer) WHERE s.answer > 0.5`,
  ],
  PGM023: [
    `SELECT ${answer}«->>»'x' ${some}`,
    `SELECT (${answer}) «#>» '{a,b}' ${some}`,
    `SELECT a.model_output «->» 'x' FROM reviews r, ${answer} a`,
    `SELECT json_array_elements(«aws_bedrock.invoke_model»('m', 'application/json', 'application/json', r.request)) ${some}`,
    `SELECT ${answer}::json->>'x', CAST(${answer} AS jsonb)->'x', (${answer}::json)->'x' ${some}`,
    `SELECT to_json(${answer}), json_build_object('a', ${answer}) ${some}`,
    `SELECT aws_bedrock.invoke_model('m', 'application/json', 'application/json', r.request->>'x') ${some}`,
  ],
  PGM024: [
    `SELECT r.id ${some} AND (${mood}).sentiment = «'positive'»`,
    `SELECT r.id ${some} AND (${mood}).sentiment IN ('POSITIVE', «'Good'», «'mixed'»)`,
    `SELECT r.id ${some} AND «'negative'» <> (${mood}).sentiment`,
    `SELECT CASE s.sentiment WHEN «'positive'» THEN 1 WHEN 'NEGATIVE' THEN 2 ELSE 3 END FROM reviews r, ${mood} s`,
    `SELECT sentiment FROM aws_comprehend.detect_sentiment('It works.', 'en') WHERE sentiment = «'neutral'»`,
    `SELECT r.id FROM reviews r CROSS JOIN LATERAL ${mood} AS s WHERE s.confidence >= «95»`,
    `SELECT r.id ${some} AND «80» < (${mood}).confidence`,
    `SELECT r.id ${some} AND (${mood}).sentiment = 'POSITIVE' AND (${mood}).confidence > 0.9`,
    `SELECT r.id ${some} AND lower((${mood}).sentiment) = 'positive' AND (${mood}).sentiment = :'wanted'`,
    `SELECT r.id ${some} AND (${mood}).sentiment = '{{ wanted }}' AND r.sentiment = 'positive'`,
    `SELECT s.sentiment FROM other s WHERE s.sentiment = 'positive' AND EXISTS (SELECT 1 FROM reviews r, ${mood} s)`,
    `SELECT (${mood}).confidence * 100 > 80 ${some}`,
    `SELECT r.id FROM reviews r, ${mood} s(a, b) WHERE s.a = 'positive'`,
  ],
  PGM031: [
    `SELECT (${mood}).«label» ${some}`,
    `SELECT s.«score», s.sentiment, s.* FROM reviews r, ${mood} s`,
    `SELECT (${score}).«score» ${some}`,
    `SELECT (${mood}).*, (${mood}).sentiment, s.label FROM reviews r, ${mood} AS s(label, score)`,
    `SELECT s.id FROM t s WHERE EXISTS (SELECT s.sentiment FROM reviews r, ${mood} s)`,
    `SELECT s.model_output FROM reviews r, ${score} s`,
    `SELECT s.text FROM reviews r, ${mood} s`,
  ],
  PGM032: [`SELECT «${mood}.sentiment» ${some}`, `SELECT «${mood}.*» ${some}`, `SELECT (${mood}).sentiment ${some}`],
  PGM033: [
    `SELECT r.id ${some} AND «${mood}» = 'POSITIVE'`,
    `SELECT r.id ${some} AND «${mood}» > 0.9`,
    `SELECT r.id ${some} AND («${mood}») IN ('POSITIVE', 'MIXED')`,
    `CREATE TABLE reviews (id int, body text, mood text); UPDATE reviews SET mood = «aws_comprehend.detect_sentiment(body, 'en')»`,
    `CREATE TABLE moods (id int, mood text); INSERT INTO moods SELECT r.id, «${mood}» ${some}`,
    `CREATE TABLE moods (id int, mood judged); INSERT INTO moods SELECT r.id, ${mood} ${some}`,
    `UPDATE reviews SET mood = aws_comprehend.detect_sentiment(body, 'en')`,
    `SELECT ${mood}::text, ${mood} IS NULL, ${mood} = x, ${mood} = '(POSITIVE,1)' ${some}`,
  ],
});

describe('fixes', () => {
  test('of several fields call once in FROM, whatever stands there', () => {
    expect(
      mendSql(
        `SELECT (${mood}).sentiment FROM reviews r JOIN authors a ON a.id = r.author WHERE (${mood}).confidence > 0.5;`,
        'postgresql',
        'PGM005',
      ),
    ).toBe(
      `SELECT s.sentiment FROM reviews r JOIN authors a ON a.id = r.author CROSS JOIN LATERAL ${mood} AS s WHERE s.confidence > 0.5;`,
    );
  });

  test('of several columns set them together', () => {
    expect(
      mendSql(
        "UPDATE t SET a = (aws_comprehend.detect_sentiment(body, 'en')).sentiment, b = (aws_comprehend.detect_sentiment(body, 'en')).confidence WHERE a IS NULL",
        'postgresql',
        'PGM005',
      ),
    ).toBe(
      "UPDATE t SET (a, b) = (SELECT s.sentiment, s.confidence FROM aws_comprehend.detect_sentiment(body, 'en') AS s) WHERE a IS NULL",
    );
  });

  test.each([
    `SELECT r.body, (${mood}).sentiment, (${mood}).confidence FROM reviews r GROUP BY r.body`,
    `SELECT avg((${mood}).confidence), max((${mood}).sentiment) FROM reviews r`,
    "SELECT (aws_comprehend.detect_sentiment('a', 'en')).sentiment, (aws_comprehend.detect_sentiment('a', 'en')).confidence",
  ])('are not offered where moving the call may mean something else: %s', (text) => {
    expect(() => mendSql(text, 'postgresql', 'PGM005')).toThrow('offers no such fix');
  });
});
