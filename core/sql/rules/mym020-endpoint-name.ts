import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkEndpointName } from './endpoint-name.ts';

export const rule: SqlRule = {
  id: 'MYM020',
  title: 'Not the name of a SageMaker endpoint',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.sagemaker_endpoint_name],
  dialects: ['mysql'],
  check: ({ declared: [alias], design }, report) => {
    if (alias?.kind !== 'aliasFunction' || alias.alias.service !== 'SageMaker' || alias.target === undefined) return;
    checkEndpointName({ value: alias.target.name, range: alias.target.range }, design, report);
  },
};

export const page: RulePage = {
  reason:
    'SageMaker finds an endpoint by its name within the account and Region of the cluster. With an ARN, a URL or other characters there is no such endpoint, and every call fails.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT
  ENDPOINT NAME 'arn:aws:sagemaker:us-east-1:123456789012:endpoint/fraud-detector';
--              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM020 This is an ARN`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT
  ENDPOINT NAME 'fraud-detector';`,
};
