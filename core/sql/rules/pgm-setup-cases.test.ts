import { expect, test } from 'vitest';
import { describeSqlRuleCases } from '../../testing/sql-rule-cases.ts';
import { analyzeSql } from '../analyze.ts';

const bedrock = "«aws_bedrock.invoke_model»('m', 'application/json', 'application/json', '{}')";
const plain = bedrock.replace(/[«»]/g, '');
const mood = "«aws_comprehend.detect_sentiment»('It works.', 'en')";

describeSqlRuleCases('postgresql', {
  PGM013: [
    `CREATE EXTENSION aws_ml WITH VERSION '1.0' CASCADE; SELECT ${bedrock}`,
    `CREATE EXTENSION aws_ml VERSION '1.0'; ALTER EXTENSION aws_ml UPDATE TO '1.1'; SELECT ${bedrock}`,
    `SELECT ${bedrock}; CREATE EXTENSION aws_ml VERSION '1.0'`,
    `CREATE EXTENSION aws_ml VERSION '1.0'; ALTER EXTENSION aws_ml UPDATE; SELECT ${plain}`,
    `CREATE EXTENSION aws_ml VERSION '2.0'; SELECT ${plain}`,
    `CREATE EXTENSION aws_ml VERSION :'version'; SELECT ${plain}`,
    `CREATE EXTENSION aws_ml; SELECT ${plain}`,
    "CREATE EXTENSION aws_ml VERSION '1.0'; SELECT aws_comprehend.detect_sentiment('It works.', 'en')",
    `SELECT ${plain}`,
  ],
  PGM014: [
    `CREATE EXTENSION vector; SELECT ${mood}; SELECT ${plain}`,
    `CREATE TABLE t (id int); SELECT ${mood}`,
    `CREATE TABLE t (id int); CREATE EXTENSION aws_ml CASCADE; SELECT ${plain}`,
    `SELECT ${plain}`,
    `CREATE TABLE t AS SELECT ${plain}`,
    'CREATE TABLE t (id int); SELECT 1',
  ],
  PGM015: [
    'GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment(varchar, varchar, int) TO «PUBLIC»',
    'GRANT ALL ON ALL FUNCTIONS IN SCHEMA aws_bedrock TO app, «PUBLIC»; GRANT USAGE ON SCHEMA aws_bedrock TO app',
    'GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment TO «app», b; GRANT USAGE ON SCHEMA aws_comprehend TO b',
    'GRANT USAGE ON SCHEMA aws_bedrock TO app; GRANT EXECUTE ON FUNCTION aws_sagemaker.invoke_endpoint TO «app»',
    'GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment TO app; GRANT ALL PRIVILEGES ON SCHEMA aws_comprehend TO public',
    'GRANT EXECUTE ON FUNCTION aws_comprehend.detect_sentiment TO app; GRANT ml_users TO app',
    'REVOKE EXECUTE ON FUNCTION aws_comprehend.detect_sentiment FROM PUBLIC',
    'GRANT EXECUTE ON FUNCTION my.own TO PUBLIC; GRANT USAGE ON SCHEMA aws_comprehend TO PUBLIC',
  ],
  PGM042: [
    "CREATE EXTENSION «aws_ml» VERSION '2.0'",
    'CREATE EXTENSION aws_commons; CREATE EXTENSION aws_ml',
    'CREATE EXTENSION aws_ml CASCADE; ALTER EXTENSION aws_ml UPDATE',
  ],
  PGM043: [
    "CREATE EXTENSION aws_ml CASCADE; SELECT «aws_bedrock.invoke_model_get_embeddings»('m', 'application/json', 'embedding', x)::vector",
    "SELECT aws_bedrock.invoke_model_get_embeddings('m', 'application/json', 'embedding', x)::vector(3)",
    "CREATE EXTENSION vector; SELECT aws_bedrock.invoke_model_get_embeddings('m', 'application/json', 'embedding', x)::vector",
  ],
});

test('what other files declare counts', () => {
  const call = "SELECT aws_bedrock.invoke_model('m', 'application/json', 'application/json', '{}')";
  const declaredIn = (text: string) => analyzeSql(text, { dialect: 'postgresql' }).declarations.all;
  const rulesOn = (text: string, others: string) => {
    const context = { dialect: 'postgresql', declaredElsewhere: declaredIn(others) } as const;
    return analyzeSql(text, context).findings.map(({ rule }) => rule);
  };
  expect(rulesOn(call, "CREATE EXTENSION aws_ml VERSION '1.0' CASCADE")).toEqual(['PGM013']);
  expect(rulesOn(`CREATE TABLE t (id int); ${call}`, 'CREATE EXTENSION aws_ml CASCADE')).toEqual([]);
  expect(
    rulesOn('GRANT EXECUTE ON FUNCTION aws_bedrock.invoke_model TO app', 'GRANT USAGE ON SCHEMA aws_bedrock TO app'),
  ).toEqual([]);
});
