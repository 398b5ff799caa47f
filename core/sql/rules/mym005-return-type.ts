import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import type { MysqlType } from '../statements/mysql-type.ts';

const { families, forbidden } = ml.mysql_alias_return_types;
const familyOf = new Map<string, string>(
  Object.entries(families).flatMap(([family, names]) => names.map((name) => [name, family])),
);
const needLength = ['varchar', 'character varying', 'char varying'];

const advice: Readonly<Record<MlService, string>> = {
  SageMaker: 'It returns a number other than BIT, or VARCHAR(n).',
  Bedrock: 'Return TEXT and convert where the function is called: CAST(f(x) AS JSON).',
  Comprehend: '',
};

export const rule: SqlRule = {
  id: 'MYM005',
  title: 'Return type that a model function cannot have',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql_alias_return_types],
  dialects: ['mysql'],
  check: ({ statement }, report) => {
    const { alias, returns, aliasWord } = createAliasOf(statement) ?? {};
    if (alias === undefined || aliasWord === undefined) return;
    if (returns?.type === undefined) {
      const place = returns?.word ?? aliasWord;
      report(place, `A function made with ALIAS says what it returns: RETURNS and a type before ALIAS.`);
      return;
    }
    const { type } = returns;
    const family = familyOf.get(type.name);
    const written = type.name.toUpperCase();
    if (needLength.includes(type.name) && !type.hasLength) {
      const end = { start: type.range.end, end: type.range.end };
      const fix = { title: 'Add (255)', edits: [{ range: end, newText: '(255)' }] };
      report(type.range, `${written} needs a length in brackets, such as VARCHAR(255).`, { fixes: [fix] });
    } else if (family !== undefined && forbidden[alias.service].some((one) => one === family)) {
      const message = `A ${alias.service} function cannot return ${written}. ${advice[alias.service]}`;
      report(type.range, message, { fixes: [replacement(type, family, alias.service)] });
    } else if (family === 'OTHER' && alias.service === 'SageMaker') {
      const message = `The guide lists numbers and VARCHAR for what a SageMaker function returns, not ${written}. ${advice.SageMaker}`;
      report(type.range, message, { severity: 'warning' });
    }
  },
};

/** The nearest type that is allowed: a text stays a text, a bit a small number. */
function replacement({ whole }: MysqlType, family: string, service: MlService): Fix {
  const newText = service === 'Bedrock' ? 'TEXT' : family === 'BIT' ? 'TINYINT' : 'VARCHAR(255) CHARSET utf8mb4';
  return { title: `Return ${newText}`, edits: [{ range: whole, newText }] };
}

export const page: RulePage = {
  reason:
    'Aurora turns the answer of the model into the type behind RETURNS. A SageMaker function returns a number other than BIT, or VARCHAR. A Bedrock function returns text: for JSON, write a CAST around the call.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS JSON
--                                                 ^^^^ MYM005 A SageMaker function cannot return JSON
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
CREATE FUNCTION summary(request TEXT) RETURNS JSON
--                                            ^^^^ MYM005 A Bedrock function cannot return JSON
  ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1';`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
CREATE FUNCTION summary(request TEXT) RETURNS TEXT
  ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1';
SELECT CAST(summary(request) AS JSON) FROM prompts WHERE id = 7;`,
};
