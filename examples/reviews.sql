-- Reviews and payments of the order database, judged by models from inside the cluster (Aurora PostgreSQL).
-- orders.aurora.yaml governs this file: what is called here needs a role under its machineLearning.
--
-- Three ways to see it checked as you type:
--   change 'en' to 'english', leave it out, or take the Comprehend role out of the blueprint.
-- "Aurora: Preview Inference" on a call shows what it would return, without an AWS account.

CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;

CREATE TABLE reviews (
  id         bigint PRIMARY KEY,
  order_id   bigint NOT NULL,
  body       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sentiment  text,
  confidence real
);

CREATE TABLE payments (
  id                 bigint PRIMARY KEY,
  amount             double precision NOT NULL,
  minutes_since_last double precision NOT NULL,
  country            text NOT NULL,
  created_at         timestamptz NOT NULL DEFAULT now()
);

-- Nobody may call the functions until it is granted: USAGE on the schema, and EXECUTE on the function.
CREATE ROLE review_worker;
GRANT USAGE ON SCHEMA aws_comprehend, aws_sagemaker TO review_worker;
GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment TO review_worker;
GRANT EXECUTE ON FUNCTION aws_sagemaker.invoke_endpoint TO review_worker;

-- One text. The language code is one of twelve, in exactly this spelling.
SELECT sentiment, confidence
FROM aws_comprehend.detect_sentiment('The parcel came two days early, and the mug is lovely.', 'en');

-- Many texts: beside the table in FROM, one call gives both fields. (f(x)).sentiment and (f(x)).confidence in the
-- select list would call, and bill, twice.
SELECT r.id, s.sentiment, s.confidence
FROM reviews AS r,
  aws_comprehend.detect_sentiment(r.body, 'en') AS s
WHERE r.created_at >= now() - interval '1 day';

-- Every evaluation is billed, so results are kept. At most 25 texts go into one request.
UPDATE reviews AS r
SET sentiment = judged.sentiment, confidence = judged.confidence
FROM (
  SELECT fresh.id, s.sentiment, s.confidence
  FROM (
    SELECT id, body
    FROM reviews
    WHERE sentiment IS NULL
    ORDER BY id
    LIMIT 100
    FOR UPDATE SKIP LOCKED
  ) AS fresh,
    aws_comprehend.detect_sentiment(fresh.body, 'en', 25) AS s
) AS judged
WHERE r.id = judged.id;

-- Sentiments come in upper case: 'negative' would match nothing.
SELECT order_id, count(*) AS complaints
FROM reviews
WHERE sentiment = 'NEGATIVE' AND confidence >= 0.8
GROUP BY order_id
HAVING count(*) > 1;

-- A SageMaker endpoint. The second argument is the batch size, and NULL leaves it to the planner; the model's own inputs
-- follow, in the order in which the blueprint declares them. The result is a varchar until it is cast.
-- Functions in LANGUAGE sql are batched, those in plpgsql are not; COST tells the planner that a call is dear.
CREATE FUNCTION fraud_score(amount double precision, minutes_since_last double precision, country text)
RETURNS double precision
LANGUAGE sql PARALLEL SAFE COST 5000
AS $$
  SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount, minutes_since_last, country)::double precision
$$;

SELECT id, amount, country, fraud_score(amount, minutes_since_last, country) AS score
FROM payments
WHERE created_at >= now() - interval '1 hour';

-- The same call without the wrapper, 500 payments in one request. A materialized view keeps what was paid for.
CREATE MATERIALIZED VIEW scored_payments AS
SELECT
  id,
  aws_sagemaker.invoke_endpoint('fraud-detector', 500, amount, minutes_since_last, country)::double precision AS score
FROM payments
WHERE created_at >= now() - interval '30 days';
