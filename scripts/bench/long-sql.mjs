/**
 * An SQL script of at least so many lines, as an application has it: tables, queries, functions and changes, with nine
 * ML calls in a hundred lines. All of it is right.
 *
 * @param {'postgresql' | 'mysql'} dialect
 * @param {number} lines
 * @returns {string}
 */
export function longSql(dialect, lines) {
  const { head, blocks } = parts[dialect];
  const written = [...head];
  for (let index = 0; written.length < lines; index++) {
    written.push(...(blocks[index % blocks.length]?.(index) ?? []), '');
  }
  return `${written.join('\n')}\n`;
}

/** The beginning of every statement that stands on one line with its only ML call, whose language is `'en'`. */
export const oneLiner = 'SELECT r.id AS one_review';

/** @type {Record<'postgresql' | 'mysql', { head: readonly string[], blocks: readonly ((index: number) => string[])[] }>} */
const parts = {
  postgresql: {
    head: [
      '-- Reviews, payments and what models say of them.',
      'CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;',
      'CREATE EXTENSION IF NOT EXISTS vector;',
      '',
    ],
    blocks: [
      (index) => [
        `-- Reviews of the shop number ${index}: what people wrote, and when`,
        `CREATE TABLE reviews_${index} (`,
        '  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,',
        '  product_id bigint NOT NULL REFERENCES products (id) ON DELETE CASCADE,',
        "  body text NOT NULL CHECK (body <> ''),",
        "  tags text[] NOT NULL DEFAULT '{}',",
        '  data jsonb,',
        '  created_at timestamp with time zone NOT NULL DEFAULT now()',
        ');',
        `CREATE INDEX ON reviews_${index} (product_id, created_at DESC) WHERE data IS NOT NULL;`,
      ],
      (index) => [
        `${oneLiner}, s.sentiment FROM reviews_${index} AS r, LATERAL aws_comprehend.detect_sentiment(r.body, 'en') AS s WHERE r.id = ${index};`,
      ],
      (index) => [
        'WITH latest AS (',
        '  SELECT id, product_id, body, row_number() OVER (PARTITION BY product_id ORDER BY created_at DESC) AS place',
        `  FROM reviews_${index}`,
        "  WHERE created_at > now() - interval '30 days'",
        ')',
        'SELECT l.product_id, s.sentiment, s.confidence',
        'FROM latest AS l',
        "CROSS JOIN LATERAL aws_comprehend.detect_sentiment(l.body, 'de', 25) AS s",
        'WHERE l.place <= 3',
        'ORDER BY l.product_id',
        'LIMIT 100;',
      ],
      (index) => [
        `CREATE OR REPLACE FUNCTION fraud_score_${index}(amount double precision, age double precision, country text)`,
        'RETURNS double precision',
        'LANGUAGE sql PARALLEL SAFE COST 5000',
        'AS $$',
        "  SELECT aws_sagemaker.invoke_endpoint('fraud-detector', 100, amount, age, country)::double precision",
        '$$;',
      ],
      (index) => [
        `UPDATE payments SET note = 'it''s checked; twice', checked = true`,
        `WHERE id IN (SELECT p.id FROM payments AS p JOIN orders AS o USING (order_id) WHERE o.shop = ${index});`,
      ],
      (index) => [
        'INSERT INTO embeddings (review_id, embedding)',
        'SELECT id, aws_bedrock.invoke_model_get_embeddings(',
        "  model_id := 'amazon.titan-embed-text-v1',",
        "  content_type := 'application/json',",
        "  json_key := 'embedding',",
        "  model_input := json_build_object('inputText', body)::text",
        ')::vector(1536)',
        `FROM reviews_${index}`,
        'WHERE NOT EXISTS (SELECT FROM embeddings AS e WHERE e.review_id = id)',
        'LIMIT 1000;',
      ],
      (index) => [
        `DO $$ -- warn of bad reviews`,
        'DECLARE',
        '  review record;',
        'BEGIN',
        `  FOR review IN SELECT * FROM reviews_${index} WHERE id < 10 LOOP`,
        "    RAISE NOTICE 'review %: %', review.id, left(review.body, 40);",
        '  END LOOP;',
        "  PERFORM aws_comprehend.detect_sentiment('it''s late; now', 'en');",
        'END',
        '$$;',
      ],
      (index) => [
        `SELECT (aws_comprehend.detect_sentiment(title, 'en')).sentiment, (aws_comprehend.detect_sentiment(body, 'en')).confidence`,
        `FROM reviews_${index} WHERE id = 7;`,
        `GRANT SELECT ON reviews_${index} TO analyst;`,
      ],
      (index) => [
        `CREATE VIEW sales_${index} AS`,
        'SELECT p.name, o.shop, SUM(i.quantity * i.price) AS revenue, COUNT(DISTINCT o.customer_id) AS customers',
        'FROM orders AS o',
        'JOIN line_items AS i ON i.order_id = o.id',
        'JOIN products AS p ON p.id = i.product_id',
        "WHERE o.state NOT IN ('cancelled', 'it''s a test; leave out')",
        'GROUP BY p.name, o.shop',
        'HAVING SUM(i.quantity * i.price) > 0;',
        "INSERT INTO products (id, name, price) VALUES (1, 'Chair; oak', 120), (2, 'Table', 340), (3, 'Lamp', 45);",
        'DELETE FROM line_items WHERE quantity = 0;',
      ],
    ],
  },
  mysql: {
    head: [
      '-- Reviews, payments and what models say of them.',
      'GRANT AWS_COMPREHEND_ACCESS, AWS_SAGEMAKER_ACCESS TO app;',
      '',
    ],
    blocks: [
      (index) => [
        `-- Reviews of the shop number ${index}: what people wrote, and when`,
        `CREATE TABLE reviews_${index} (`,
        '  `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,',
        '  `product_id` BIGINT UNSIGNED NOT NULL,',
        "  `body` TEXT NOT NULL COMMENT 'what people wrote; as it is',",
        '  `created_at` DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,',
        '  KEY (`product_id`, `created_at`)',
        ') ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;',
      ],
      (index) => [
        `${oneLiner}, aws_comprehend_detect_sentiment(r.body, 'en') AS sentiment FROM reviews_${index} AS r WHERE r.id = ${index};`,
      ],
      (index) => [
        `CREATE FUNCTION fraud_score_${index}(amount DOUBLE, age DOUBLE, country VARCHAR(2) CHARACTER SET utf8mb4)`,
        'RETURNS DOUBLE',
        'ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT',
        "ENDPOINT NAME 'fraud-detector'",
        'MAX_BATCH_SIZE 100;',
        `SELECT p.id, fraud_score_${index}(p.amount, p.age, p.country) FROM payments AS p WHERE p.id < 100;`,
      ],
      (index) => [
        'DELIMITER //',
        `CREATE PROCEDURE warn_${index}()`,
        'BEGIN',
        '  DECLARE done INT DEFAULT 0;',
        '  IF EXISTS (SELECT 1 FROM reviews WHERE id = 7) THEN',
        "    SELECT aws_comprehend_detect_sentiment(body, 'en') INTO @said FROM reviews WHERE id = 7;",
        '  END IF;',
        'END//',
        'DELIMITER ;',
      ],
      (index) => [
        'SELECT r.product_id,',
        "  aws_comprehend_detect_sentiment(r.body, 'de') AS said,",
        "  aws_comprehend_detect_sentiment_confidence(r.body, 'de') AS confidence",
        `FROM reviews_${index} AS r`,
        'WHERE r.created_at > NOW() - INTERVAL 30 DAY',
        'ORDER BY r.product_id # the newest alone',
        'LIMIT 100;',
      ],
      (index) => [
        "UPDATE payments AS p JOIN orders AS o ON o.id = p.order_id SET p.note = 'it\\'s checked; twice'",
        `WHERE o.shop = ${index};`,
      ],
      (index) => [
        `CREATE VIEW sales_${index} AS`,
        'SELECT p.name, o.shop, SUM(i.quantity * i.price) AS revenue, COUNT(DISTINCT o.customer_id) AS customers',
        'FROM orders AS o',
        'JOIN line_items AS i ON i.order_id = o.id',
        'JOIN products AS p ON p.id = i.product_id',
        "WHERE o.state NOT IN ('cancelled', 'it''s a test; leave out')",
        'GROUP BY p.name, o.shop',
        'HAVING SUM(i.quantity * i.price) > 0;',
        "INSERT INTO products (id, name, price) VALUES (1, 'Chair; oak', 120), (2, 'Table', 340), (3, 'Lamp', 45);",
        'DELETE FROM line_items WHERE quantity = 0;',
      ],
      (index) => [
        `CREATE VIEW returns_${index} AS`,
        'SELECT p.name, o.shop, SUM(i.quantity * i.price) AS revenue, COUNT(DISTINCT o.customer_id) AS customers',
        'FROM orders AS o',
        'JOIN line_items AS i ON i.order_id = o.id',
        'JOIN products AS p ON p.id = i.product_id',
        "WHERE o.state NOT IN ('sold', 'it''s a test; leave out')",
        'GROUP BY p.name, o.shop',
        'HAVING SUM(i.quantity * i.price) > 0;',
        "INSERT INTO products (id, name, price) VALUES (1, 'Chair; oak', 120), (2, 'Table', 340), (3, 'Lamp', 45);",
        'DELETE FROM line_items WHERE quantity = 0;',
      ],
    ],
  },
};
