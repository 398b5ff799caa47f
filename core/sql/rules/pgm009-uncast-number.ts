import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { type Operator, type ResultUse, usesOf } from '../calls/result-use.ts';
import type { SqlRule } from '../sql-rule.ts';
import { insertion } from './sql-fix.ts';

const numberType = 'double precision';

export const rule: SqlRule = {
  id: 'PGM009',
  title: 'Text from a model used as a number',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_result_is_varchar],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      if (call.signature?.returns[0]?.type !== 'varchar' || call.signature.returns.length > 1) continue;
      for (const use of usesOf(call)) {
        const as = use.casts.length === 0 && use.field?.text !== '*' ? numericUse(use) : undefined;
        const first = call.statement.tokens[use.start];
        const last = call.statement.tokens[use.end - 1];
        if (as === undefined || first === undefined || last === undefined) continue;
        const message = `${call.name} gives a varchar, which ${as} does not take. Cast it: ::${numberType}.`;
        const fixes = [insertion(`Cast it to ${numberType}`, last.end, `::${numberType}`)];
        report({ start: first.start, end: last.end }, message, { fixes });
      }
    }
  },
};

const arithmetic = ['+', '-', '*', '/', '%', '^'];
const comparisons = ['=', '<>', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'between', 'not between'];
const numericFunctions = [
  'avg',
  'sum',
  'round',
  'abs',
  'ceil',
  'ceiling',
  'floor',
  'trunc',
  'sqrt',
  'exp',
  'ln',
  'stddev',
];

/** What asks for a number there: an operator or a function; undefined when nothing does. */
function numericUse({ before, after, inFunction = '' }: ResultUse): string | undefined {
  if (numericFunctions.includes(inFunction)) return inFunction;
  const asks = [after, before].find((operator) => operator !== undefined && asksForNumber(operator));
  return asks && `the operator ${asks.text}`;
}

function asksForNumber({ text, literals }: Operator): boolean {
  if (arithmetic.includes(text)) return true;
  return comparisons.includes(text) && literals.length > 0 && literals.every(({ kind }) => kind === 'number');
}

export const page: RulePage = {
  reason:
    'A SageMaker endpoint answers with text, even where the model gives a number: arithmetic and comparisons with numbers fail until the text is cast.',
  bad: `SELECT id FROM payments
WHERE id < 100 AND aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount) > 0.8;
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM009 Cast it: ::double precision`,
  good: `SELECT id FROM payments
WHERE id < 100 AND aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount)::double precision > 0.8;`,
};
