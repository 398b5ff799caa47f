import * as ml from '../../facts/generated/ml.ts';
import { mlAliases } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { declaredEndpoints } from '../associated-services.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'MYM004',
  title: 'ALIAS without an endpoint or model',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: mlAliases,
  dialects: ['mysql'],
  check: ({ declared: [alias], design }, report) => {
    if (alias?.kind !== 'aliasFunction' || alias.target !== undefined) return;
    const { keyword, target } = alias.alias;
    const message = `ALIAS ${keyword} needs ${target} and a name in quotes: without them it is not said what is called.`;
    const endpoints = target === ml.mysql_alias_sagemaker.target ? declaredEndpoints(design) : [];
    const end = { start: alias.aliasRange.end, end: alias.aliasRange.end };
    const fixes = endpoints.map((name) => ({
      title: `Add ${target} '${name}'`,
      edits: [{ range: end, newText: ` ${target} '${name}'` }],
    }));
    report(alias.aliasRange, message, { fixes });
  },
};

export const page: RulePage = {
  reason:
    'A function made with ALIAS stands for one SageMaker endpoint or one Bedrock model. ENDPOINT NAME or MODEL ID says which; both are literals.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT;
--      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM004 needs ENDPOINT NAME`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
};
