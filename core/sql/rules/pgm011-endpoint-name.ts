import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { literalText } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkEndpointName } from './endpoint-name.ts';

export const rule: SqlRule = {
  id: 'PGM011',
  title: 'Not the name of a SageMaker endpoint',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [ml.sagemaker_endpoint_name],
  dialects: ['postgresql'],
  check: ({ calls, design }, report) => {
    for (const argument of calls.flatMap((call) => call.arguments)) {
      const name = argument.parameter?.role === 'endpoint' ? literalText(argument) : undefined;
      if (name !== undefined) checkEndpointName(name, design, report);
    }
  },
};

export const page: RulePage = {
  reason:
    'invoke_endpoint finds an endpoint by its name within the account and Region of the cluster. With an ARN, a URL or other characters there is no such endpoint, and the call fails.',
  bad: `SELECT aws_sagemaker.invoke_endpoint('arn:aws:sagemaker:us-east-1:123456789012:endpoint/churn', NULL, 35);
--                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM011 This is an ARN
SELECT aws_sagemaker.invoke_endpoint('fraud_detector', NULL, 35);
--                                   ^^^^^^^^^^^^^^^^ PGM011 No endpoint can have the name`,
  good: `SELECT aws_sagemaker.invoke_endpoint('churn', NULL, 35);
SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, 35);`,
};
