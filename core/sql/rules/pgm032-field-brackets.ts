import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isName, isSymbol } from '../text/token.ts';
import { insertion } from './sql-fix.ts';

export const rule: SqlRule = {
  id: 'PGM032',
  title: 'Field of a call that stands in no brackets',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [ml.postgresql_field_brackets],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const { closed, range, name, statement, tokens } of calls) {
      const field = statement.tokens[tokens.end + 2];
      const isField = isSymbol(statement.tokens[tokens.end + 1], '.') && (isName(field) || isSymbol(field, '*'));
      if (!closed || !isField || field === undefined) continue;
      const { edits } = insertion('', range.start, '(');
      const fix = { title: 'Put the call in brackets', edits: [...edits, ...insertion('', range.end, ')').edits] };
      const message = `A field is taken from a call in brackets: (${name}(…)).${field.text}.`;
      report({ start: range.start, end: field.end }, message, { fixes: [{ ...fix, isSafe: true }] });
    }
  },
};

export const page: RulePage = {
  reason:
    'PostgreSQL reads f(x).field as the beginning of something else and stops with a syntax error. (f(x)).field takes the field.',
  bad: `SELECT aws_comprehend.detect_sentiment(body, 'en').sentiment FROM reviews WHERE id < 100;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM032 in brackets`,
  good: `SELECT (aws_comprehend.detect_sentiment(body, 'en')).sentiment FROM reviews WHERE id < 100;`,
};
