import * as ml from '../../facts/generated/ml.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import { countOf } from '../../text/quantity.ts';
import type { SqlRule } from '../sql-rule.ts';
import { declaredUses, designInWords } from './checked-endpoints.ts';
import { governedByOrders } from './governing-example.ts';

export const rule: SqlRule = {
  id: 'AUR1117',
  title: 'A SageMaker endpoint gets another number of inputs than it takes',
  group: 'SQL and design',
  severity: 'warning',
  facts: [ml.pg_invoke_endpoint, ml.mysql_alias_sagemaker],
  dialects: ['postgresql', 'mysql'],
  check: (subject, report) => {
    for (const { use, declared } of declaredUses(subject)) {
      const { inputs, endpoint, functionRange } = use;
      const { input: types } = declared;
      if (inputs === undefined || types === undefined || inputs.length === types.length) continue;
      const extra = inputs.slice(types.length);
      const [first, last] = [extra[0], extra.at(-1)];
      const range = first && last ? { start: first.range.start, end: last.range.end } : functionRange;
      const wanted = `${countOf(types.length, 'input')} (${types.map((type) => type ?? '?').join(', ')})`;
      report(range, `${endpoint} takes ${wanted} by ${designInWords(subject)}, not ${inputs.length}.`);
    }
  },
};

export const page: GovernedPage = {
  reason:
    'The inputs of a call become one line of CSV, and a model reads as many columns as it was trained on. With more or fewer it answers with an error, or with nonsense.',
  bad: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount)::double precision FROM payments WHERE id < 100;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1117 takes 2 inputs (double precision, text)
SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount, country, note)::double precision FROM payments WHERE id < 100;
--                                                                            ^^^^ AUR1117 not 3`,
  good: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount, country)::double precision FROM payments WHERE id < 100;`,
  governedBy: governedByOrders,
};
