import * as features from '../../facts/generated/engine-features.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import { governingVersionWithout } from '../version-of-design.ts';

export const rule: SqlRule = {
  id: 'MYM009',
  title: 'The engine version has no functions for Bedrock',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [features.aurora_ml_bedrock],
  dialects: ['mysql'],
  check: (subject, report) => {
    const { alias, keyword } = createAliasOf(subject.statement) ?? {};
    if (alias?.service !== 'Bedrock' || keyword === undefined) return;
    const older = governingVersionWithout(subject, features.aurora_ml_bedrock);
    if (older === undefined) return;
    report(
      keyword,
      `${older.name} has no ALIAS ${alias.keyword}: it came with 3.06. Raise engineVersion in the design.`,
    );
  },
};

export const page: GovernedPage = {
  reason:
    'Aurora MySQL calls Bedrock from 3.06 on. An older version does not know the word behind ALIAS and refuses the statement, whatever role the cluster has.',
  bad: `CREATE FUNCTION summary(request TEXT) RETURNS TEXT
  ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1';
--      ^^^^^^^^^^^^^^^^^^^^^^^^ MYM009 it came with 3.06`,
  good: `CREATE FUNCTION summary(request TEXT) RETURNS TEXT
  ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1';`,
  governedBy: {
    bad: `aurora: 1
name: reviews
engine: aurora-mysql
engineVersion: 8.0.mysql_aurora.3.05.2
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }
`,
    good: `aurora: 1
name: reviews
engine: aurora-mysql
engineVersion: 8.0.mysql_aurora.3.10.1
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }
`,
  },
};
