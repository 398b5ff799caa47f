import * as ml from '../../facts/generated/ml.ts';
import { mlAliases } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { declaredEndpoints } from '../associated-services.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import { clauseMeantBy } from './alias-clause.ts';

export const rule: SqlRule = {
  id: 'MYM004',
  title: 'ALIAS without an endpoint or model',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: mlAliases,
  dialects: ['mysql'],
  check: ({ statement, design }, report) => {
    const { alias, keyword: word, clauses = [] } = createAliasOf(statement) ?? {};
    if (alias === undefined || word === undefined) return;
    const { keyword, target } = alias;
    const clause = clauses.find(({ name }) => name === target);
    // What stands where the name belongs, and a clause that is misspelt, are other rules' business.
    if (clause?.value !== undefined || clauses.some((one) => clauseMeantBy(one, alias)?.name === target)) return;
    const message = `ALIAS ${keyword} needs ${target} and a name in quotes: without them it is not said what is called.`;
    const endpoints = target === ml.mysql_alias_sagemaker.target ? declaredEndpoints(design) : [];
    const after = clause === undefined ? word.end : clause.range.end;
    const fixes = endpoints.map((name) => ({
      title: `Add ${target} '${name}'`,
      edits: [
        { range: { start: after, end: after }, newText: clause === undefined ? ` ${target} '${name}'` : ` '${name}'` },
      ],
    }));
    report({ start: word.start, end: word.end }, message, { fixes });
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
