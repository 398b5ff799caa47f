import fc from 'fast-check';
import type { SqlDialect } from '../../../facts/ml.ts';
import type { SqlDocument } from '../sql-document.ts';
import { scoringDesign, sqlDocument } from './sql-fixture.ts';

const postgresql = `CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;
CREATE FUNCTION score(amount double precision, VARIADIC rest text[] DEFAULT '{}') RETURNS double precision
  LANGUAGE sql PARALLEL SAFE COST 5000 AS $$
  SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount)::double precision
$$;
/* judged */ SELECT r.id, s.sentiment, (aws_comprehend.detect_sentiment(r.body, 'zh-TW')).confidence
FROM reviews r, aws_comprehend.detect_sentiment(language_code => 'en', input_text => r.body) AS s
WHERE s.sentiment IN ('POSITIVE', 'MIXED') AND score(r.amount) > 0.5; -- aurora: postgresql
DO $$ BEGIN PERFORM aws_bedrock.invoke_model_get_embeddings('amazon.titan-embed-text-v1', 'application/json', 'embedding', b); END $$;
`;
const mysql = `CREATE FUNCTION score(amount DOUBLE, country VARCHAR(2)) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector' MAX_BATCH_SIZE 500;
GRANT EXECUTE ON FUNCTION shop.score TO app;
SELECT score(amount, "de"), aws_comprehend_detect_sentiment(note, 'de', 25) FROM payments WHERE score(1, \`a\`) > 1;
DELIMITER //
CREATE PROCEDURE judge() BEGIN
  UPDATE payments SET s = score(amount, country) WHERE s IS NULL; # rest
END//
DELIMITER ;
`;

/** SQL with a piece torn out or put in twice, and a place in it. */
export const tornSql: fc.Arbitrary<{ readonly document: SqlDocument; readonly cursor: number }> = fc
  .tuple(
    fc.constantFrom<readonly [SqlDialect, string]>(['postgresql', postgresql], ['mysql', mysql]),
    fc.nat(),
    fc.integer({ min: -20, max: 60 }),
    fc.nat(),
    fc.constantFrom('', '\r\n', "'", '(', '"'),
  )
  .map(([[dialect, whole], at, torn, cursor, put]) => {
    const from = at % (whole.length + 1);
    const text = whole.slice(0, from) + put + whole.slice(Math.max(0, from + torn));
    return { document: sqlDocument(text, dialect, scoringDesign), cursor: cursor % (text.length + 1) };
  });
