import * as ml from '../../facts/generated/ml.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { kindOfType, type TypeKind } from '../type-kind.ts';
import { declaredUses, designInWords } from './checked-endpoints.ts';
import { governedByOrders } from './governing-example.ts';

/** Kinds of values that may stand where another kind is declared: an integer is a decimal, and 0 and 1 are booleans. */
const alsoFit: Readonly<Record<TypeKind, readonly TypeKind[]>> = {
  decimal: ['integer'],
  integer: [],
  boolean: ['integer'],
  text: [],
};

const inWords: Readonly<Record<TypeKind, string>> = {
  decimal: 'a number with decimals',
  integer: 'a whole number',
  boolean: 'a boolean',
  text: 'a text',
};

export const rule: SqlRule = {
  id: 'AUR1118',
  title: 'A SageMaker endpoint gets an input of another kind than it takes',
  group: 'SQL and design',
  severity: 'warning',
  facts: [ml.pg_invoke_endpoint, ml.mysql_alias_sagemaker],
  dialects: ['postgresql', 'mysql'],
  check: (subject, report) => {
    for (const { use, declared } of declaredUses(subject)) {
      const { inputs, endpoint } = use;
      const { input: types } = declared;
      if (inputs === undefined || types?.length !== inputs.length) continue;
      for (const [index, { kind, range }] of inputs.entries()) {
        const type = types[index];
        const wanted = type === undefined ? undefined : kindOfType(type);
        if (kind === undefined || wanted === undefined || kind === wanted || alsoFit[wanted].includes(kind)) continue;
        const which = `Input ${index + 1} of ${endpoint}`;
        report(range, `${which} is ${type} by ${designInWords(subject)}, and this is ${inWords[kind]}.`);
      }
    }
  },
};

export const page: GovernedPage = {
  reason:
    'The inputs of a call become one line of CSV in the order in which they stand. A text where the model reads a number, or two inputs that changed places, give an error or a wrong answer.',
  bad: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, country::text, amount::numeric(10,2))::double precision
--                                                           ^^^^^^^^^^^^^ AUR1118 Input 1 of fraud-detector is double precision
--                                                                          ^^^^^^^^^^^^^^^^^^^^^ AUR1118 Input 2 of fraud-detector is text
FROM payments WHERE id < 100;`,
  good: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount::numeric(10,2), country::text)::double precision
FROM payments WHERE id < 100;`,
  governedBy: governedByOrders,
};
