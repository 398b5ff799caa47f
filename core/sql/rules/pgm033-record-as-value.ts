import * as ml from '../../facts/generated/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { MlCall } from '../calls/ml-call.ts';
import { type ResultUse, sourceOf, usesOf } from '../calls/result-use.ts';
import { columnFilledBy } from '../calls/stored-in.ts';
import type { SqlRule, SqlSubject } from '../sql-rule.ts';
import { isSymbol } from '../text/token.ts';

export const rule: SqlRule = {
  id: 'PGM033',
  title: 'Record of a call used as one value',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [ml.postgresql_record_comparison],
  dialects: ['postgresql'],
  check: (subject, report) => {
    for (const call of subject.calls) {
      if ((call.signature?.returns.length ?? 0) < 2 || !call.closed || sourceOf(call) !== undefined) continue;
      const [use] = usesOf(call);
      const kind = use?.field === undefined && use?.casts.length === 0 ? wantedKind(call, use, subject) : undefined;
      const field = kind && call.signature?.returns.find(({ type }) => (type === 'varchar') === (kind === 'text'));
      if (kind === undefined || field === undefined) continue;
      const fields = call.signature?.returns.map(({ name }) => name).join(' and ');
      const message = `${call.name} gives a record of ${fields}, which is no ${kind}. Take a field of it: (…).${field.name}.`;
      report(call.range, message, { fixes: [takeField(call, field.name)] });
    }
  },
};

const comparisons = [
  '=',
  '<>',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not in',
  'like',
  'not like',
  'ilike',
  'not ilike',
  'between',
];
const textType = /^(?:text|varchar|character varying|char|citext)\b/;
const numberType = /^(?:real|numeric|decimal|double precision|float[48]?)\b/;

/** What stands beside the result, or takes it: a text or a number; undefined where that is not certain. */
function wantedKind(call: MlCall, use: ResultUse, { declarations }: SqlSubject): 'text' | 'number' | undefined {
  for (const operator of [use.before, use.after]) {
    const literal = operator !== undefined && comparisons.includes(operator.text) ? operator.literals[0] : undefined;
    if (literal?.kind === 'number') return 'number';
    if (literal?.kind === 'string' && !/^'\s*\(/.test(literal.text)) return 'text';
  }
  const target = columnFilledBy(call, declarations);
  const type = (target && declarations.column(target.table, target.column)?.type) ?? '';
  if (textType.test(type)) return 'text';
  return numberType.test(type) ? 'number' : undefined;
}

function takeField({ range, statement, tokens }: MlCall, field: string): Fix {
  const isInBrackets =
    isSymbol(statement.tokens[tokens.start - 1], '(') && isSymbol(statement.tokens[tokens.end + 1], ')');
  const bracketEnd = statement.tokens[tokens.end + 1]?.end ?? range.end;
  const isArgument = statement.tokens[tokens.start - 2]?.kind === 'word';
  const edits =
    isInBrackets && !isArgument
      ? [{ range: { start: bracketEnd, end: bracketEnd }, newText: `.${field}` }]
      : [
          { range: { start: range.start, end: range.start }, newText: '(' },
          { range: { start: range.end, end: range.end }, newText: `).${field}` },
        ];
  return { title: `Take the field ${field}`, edits };
}

export const page: RulePage = {
  reason:
    'detect_sentiment gives sentiment and confidence together, as a record. Compared with a text, or stored in a column of text, the statement fails; (f(x)).sentiment is the text.',
  bad: `SELECT id FROM reviews
WHERE id < 100 AND aws_comprehend.detect_sentiment(body, 'en') = 'NEGATIVE';
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM033 Take a field of it: (…).sentiment`,
  good: `SELECT id FROM reviews
WHERE id < 100 AND (aws_comprehend.detect_sentiment(body, 'en')).sentiment = 'NEGATIVE';`,
};
