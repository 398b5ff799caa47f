-- Payments and the notes that customers leave with them, judged by models from inside the cluster (Aurora MySQL).
-- fraud.aurora.yaml governs this file: what is called here needs a role under its machineLearning.
--
-- Three ways to see it checked as you type:
--   change 'de' to 'DE', take an argument of fraud_score away, or take ENDPOINT NAME and its name out of the ALIAS.
-- "Aurora: Preview Inference" on a call shows what it would return, without an AWS account.

CREATE TABLE payments (
  id                 BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT,
  amount             DOUBLE NOT NULL,
  minutes_since_last DOUBLE NOT NULL,
  country            VARCHAR(2) NOT NULL,
  note               VARCHAR(1000) NOT NULL,
  created_at         DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  fraud_score        DOUBLE,
  INDEX (created_at)
);

CREATE TABLE note_sentiments (
  payment_id BIGINT UNSIGNED PRIMARY KEY,
  sentiment  VARCHAR(8) NOT NULL
);

-- One text, and how sure Comprehend is of it: two functions, and two calls that are billed.
SELECT
  aws_comprehend_detect_sentiment('Die Lieferung kam zu spät.', 'de') AS sentiment,
  aws_comprehend_detect_sentiment_confidence('Die Lieferung kam zu spät.', 'de') AS confidence;

-- Many texts, 25 in one request: that is the most Comprehend takes.
INSERT INTO note_sentiments (payment_id, sentiment)
SELECT id, aws_comprehend_detect_sentiment(note, 'de', 25)
FROM payments
WHERE created_at >= NOW() - INTERVAL 1 DAY AND note <> '';

-- A SageMaker endpoint is called through a function of one's own, one for each endpoint. Its arguments are the inputs
-- of the model, in the order in which the blueprint declares them. There is no body.
CREATE FUNCTION fraud_score(amount DOUBLE, minutes_since_last DOUBLE, country VARCHAR(2))
  RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT
  ENDPOINT NAME 'fraud-detector'
  MAX_BATCH_SIZE 500;

-- Who calls it needs EXECUTE on the function, and the database role of each service, made active.
CREATE USER payment_worker IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
GRANT SELECT, INSERT, UPDATE ON fraud.* TO payment_worker;
GRANT EXECUTE ON FUNCTION fraud.fraud_score TO payment_worker;
GRANT AWS_COMPREHEND_ACCESS, AWS_SAGEMAKER_ACCESS TO payment_worker;
SET DEFAULT ROLE AWS_COMPREHEND_ACCESS, AWS_SAGEMAKER_ACCESS TO payment_worker;

-- In the select list and in WHERE, calls are sent in batches.
SELECT id, amount, country, fraud_score(amount, minutes_since_last, country) AS score
FROM payments
WHERE created_at >= NOW() - INTERVAL 1 HOUR;

-- Every evaluation is billed, so scores are kept: a procedure judges what is new, 500 payments at a time.
DELIMITER //
CREATE PROCEDURE judge_payments()
BEGIN
  REPEAT
    UPDATE payments
    SET fraud_score = fraud_score(amount, minutes_since_last, country)
    WHERE fraud_score IS NULL
    ORDER BY id
    LIMIT 500;
  UNTIL ROW_COUNT() = 0 END REPEAT;
END//
DELIMITER ;

SELECT id, amount, country, fraud_score
FROM payments
WHERE fraud_score > 0.9
ORDER BY fraud_score DESC;
