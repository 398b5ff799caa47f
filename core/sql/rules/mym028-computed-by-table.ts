import * as ml from '../../facts/generated/ml.ts';
import { mlFunctionByName } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { type ComputedPart, computedParts } from '../calls/computed-part.ts';
import type { MlCall } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'MYM028',
  title: 'ML function in CHECK, DEFAULT or an index',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql_computed_expressions],
  dialects: ['mysql'],
  check: ({ calls, statement }, report) => {
    const parts = calls.length === 0 ? [] : computedParts(statement);
    for (const call of calls) {
      const part = call.statement === statement ? parts[call.tokens.start] : undefined;
      if (part === undefined || !isRefused(part, call)) continue;
      const message = `MySQL takes no such function in ${inWords[part]}: it would call a model whenever a row is written. Call it in INSERT or UPDATE, and keep the result in a column.`;
      report(call.nameRange, message);
    }
  },
};

const inWords: Readonly<Record<ComputedPart, string>> = {
  'generated column': 'a generated column',
  CHECK: 'a CHECK constraint',
  DEFAULT: 'the DEFAULT of a column',
  index: 'an index',
};

/** A default may be a built-in function that answers differently each time; whether one of Aurora's may is not said. */
function isRefused(part: ComputedPart, { signature }: MlCall): boolean {
  if (signature === undefined || part === 'generated column') return false;
  return part !== 'DEFAULT' || mlFunctionByName('mysql', signature.name) === undefined;
}

export const page: RulePage = {
  reason:
    'What MySQL evaluates by itself when a row is written, constraints, defaults and indexes on expressions, may call neither stored functions nor functions that answer differently each time. ML functions are one or the other.',
  bad: `CREATE TABLE reviews (
  body TEXT,
  CHECK (aws_comprehend_detect_sentiment(body, 'en') <> 'NEGATIVE')
--       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM028 in a CHECK constraint
);`,
  good: `CREATE TABLE reviews (
  body TEXT,
  sentiment VARCHAR(8),
  CHECK (sentiment <> 'NEGATIVE')
);`,
};
