import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import { isName } from '../text/token.ts';
import { removePart } from './remove-part.ts';

export const rule: SqlRule = {
  id: 'MYM026',
  title: 'Arguments that a model function cannot have',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql_alias_grammar],
  dialects: ['mysql'],
  check: ({ statement, text }, report) => {
    const create = createAliasOf(statement);
    if (create?.alias === undefined) return;
    const { parameters, alias, name: ownName } = create;
    const names = new Set<string>();
    for (const { mode, name, type } of parameters) {
      if (mode !== undefined) {
        const range = { start: mode.start, end: mode.end };
        const message = `Arguments of functions are inputs: MySQL takes ${mode.text.toUpperCase()} in procedures alone. Remove it.`;
        report(range, message, { fixes: [removePart(text, { ...range, end: name?.start ?? range.end }, 'Remove it')] });
      }
      if (!isName(name)) continue;
      const range = { start: name.start, end: name.end };
      const key = name.text.toLowerCase();
      if (names.has(key)) report(range, `Two arguments have the name ${name.text}. Rename one.`);
      if (type === undefined)
        report(range, `The argument ${name.text} has no type. Write one behind it, such as DOUBLE.`);
      names.add(key);
    }
    if (alias.service === 'Bedrock' && parameters.length !== 1) {
      const second = parameters[1]?.range;
      const extra = second && { start: second.start, end: parameters.at(-1)?.range.end ?? second.end };
      const message = `A Bedrock function takes one argument, the request as text, not ${parameters.length}. Put what the model needs into that text, with JSON_OBJECT.`;
      report(extra ?? create.parameterRange ?? { start: ownName.start, end: ownName.end }, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'The arguments are the inputs of the model, each with a name of its own and a type. A SageMaker endpoint gets them as one line of CSV; a Bedrock model gets one text, the request in the form that it expects.',
  bad: `CREATE FUNCTION summary(style VARCHAR(20), request TEXT) RETURNS TEXT
--                                         ^^^^^^^^^^^^ MYM026 takes one argument
  ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1';
CREATE FUNCTION fraud_score(IN amount DOUBLE) RETURNS DOUBLE
--                          ^^ MYM026 Arguments of functions are inputs
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
  good: `CREATE FUNCTION summary(request TEXT) RETURNS TEXT
  ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1';
CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
};
