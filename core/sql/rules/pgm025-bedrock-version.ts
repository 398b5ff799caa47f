import * as features from '../../facts/generated/engine-features.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { governingVersionWithout } from '../version-of-design.ts';

export const rule: SqlRule = {
  id: 'PGM025',
  title: 'The engine version has no functions for Bedrock',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [features.aurora_ml_bedrock],
  dialects: ['postgresql'],
  check: ({ calls, ...surroundings }, report) => {
    const bedrock = calls.filter(({ signature }) => signature?.service === 'Bedrock');
    const older = bedrock.length === 0 ? undefined : governingVersionWithout(surroundings, features.aurora_ml_bedrock);
    if (older === undefined) return;
    for (const { nameRange, name } of bedrock) {
      report(nameRange, `${older.name} has no ${name}. Raise engineVersion in the design.`);
    }
  },
};

export const page: GovernedPage = {
  reason:
    'The functions for Bedrock came with version 2.0 of aws_ml, which Aurora PostgreSQL has from 14.10, 15.5 and 16.1 on. Under an older version the schema aws_bedrock is not there.',
  bad: `SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', '{"inputText": "Hello"}');
--     ^^^^^^^^^^^^^^^^^^^^^^^^ PGM025 Aurora PostgreSQL 14.6 has no aws_bedrock.invoke_model`,
  good: `SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', '{"inputText": "Hello"}');`,
  governedBy: {
    bad: `aurora: 1
name: reviews
engine: aurora-postgresql
engineVersion: "14.6"
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning: [{ service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }]
`,
    good: `aurora: 1
name: reviews
engine: aurora-postgresql
engineVersion: "16.9"
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning: [{ service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }]
`,
  },
};
