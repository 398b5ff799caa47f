import * as ml from '../../facts/generated/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { MlCall } from '../calls/ml-call.ts';
import { usesOf } from '../calls/result-use.ts';
import { type RoutineOptions, routineOptionsOf } from '../declarations/routine-options.ts';
import type { SqlRule, SqlSubject } from '../sql-rule.ts';
import { isWord } from '../text/token.ts';
import { canBatch, rowsOf } from './rows-of-call.ts';
import { insertion } from './sql-fix.ts';

const { value: shape } = ml.postgresql_batch_function;

export const rule: SqlRule = {
  id: 'PGM006',
  title: 'Wrapper function whose calls are not batched',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_batch_function],
  dialects: ['postgresql'],
  check: (subject, report) => {
    const { statement, calls } = subject;
    const call = calls.find((one) => one.statement !== statement && canBatch(one));
    const options = call && routineOptionsOf(statement);
    if (call === undefined || options === undefined || !isWrapper(call, options)) return;
    const { name, language, languageToken, nameRange } = options;
    if (language !== 'sql') {
      const message = `${name} is written in ${language}, so its rows go to ${call.signature?.service} one by one. Write it in LANGUAGE sql: only such functions are batched.`;
      report(languageToken ?? nameRange, message, { fixes: inSql(subject, call, options) });
      return;
    }
    const missing = missingOptions(options);
    if (missing.length === 0) return;
    const message = `${name} does not say ${missing.join(' and ')}: the planner takes it for cheap, and may not run it in batches.`;
    const fixes = [insertion(`Add ${missing.join(' ')}`, options.optionsPlace, ` ${missing.join(' ')}`)];
    report(nameRange, message, { severity: 'info', fixes });
  },
};

/** Whether a function makes its call once for each row of the query that calls it, instead of reading rows itself. */
function isWrapper(call: MlCall, { kind, parameterCount, returns }: RoutineOptions): boolean {
  if (kind !== 'function' || parameterCount === 0 || returns === 'trigger' || returns === 'void') return false;
  return !call.statement.isInLoop && rowsOf(call).length === 0;
}

function missingOptions({ parallel, cost }: RoutineOptions): readonly string[] {
  return [
    ...(parallel === undefined ? [`PARALLEL ${shape.parallel}`] : []),
    ...(cost === undefined ? [`COST ${shape.cost}`] : []),
  ];
}

const textTypes = /^(?:text|varchar|character varying|char|bpchar)\b/;

/** The same function in SQL, where it does nothing but return what the call gives. */
function inSql({ statement, text }: SqlSubject, call: MlCall, options: RoutineOptions): readonly Fix[] {
  const [begin, body, end, ...more] = statement.inside;
  const [use] = usesOf(call);
  const { languageToken, returns = '' } = options;
  const isBare =
    begin?.tokens.length === 1 && end?.tokens.length === 1 && isWord(end.tokens[0], 'end') && more.length === 0;
  const returned = body?.tokens[0];
  if (!isBare || body !== call.statement || languageToken === undefined || use === undefined) return [];
  if (!isWord(returned, 'return') || use.start !== 1 || use.end !== body.tokens.length) return [];
  const isRecord = (call.signature?.returns.length ?? 0) > 1 && use.field === undefined;
  if (isRecord || use.field?.text === '*') return [];
  const cast = use.casts.length === 0 && !textTypes.test(returns) ? `::${returns}` : '';
  const expression = text.slice(body.tokens[1]?.start, body.range.end);
  const missing = missingOptions(options).map((option) => ` ${option}`);
  const edits = [
    { range: { start: begin.range.start, end: end.range.end }, newText: `SELECT ${expression}${cast}` },
    { range: languageToken, newText: `sql${missing.join('')}` },
  ];
  return [{ title: 'Write it in LANGUAGE sql', edits }];
}

export const page: RulePage = {
  reason:
    'Aurora sends many rows in one request when a function is written in SQL: it puts the function into FROM. A function in PL/pgSQL is called row by row, one request each. PARALLEL SAFE lets workers share the rows, and COST 5000 tells the planner that a call is dear.',
  bad: `CREATE FUNCTION churn(age int) RETURNS real LANGUAGE plpgsql AS $$
--                                                   ^^^^^^^ PGM006 one by one
BEGIN
  RETURN aws_sagemaker.invoke_endpoint('churn', NULL, age)::real;
END $$;
CREATE FUNCTION mood(body text) RETURNS text LANGUAGE sql AS $$
--              ^^^^ PGM006 PARALLEL SAFE and COST 5000
  SELECT (aws_comprehend.detect_sentiment(body, 'en')).sentiment
$$;`,
  good: `CREATE FUNCTION churn(age int) RETURNS real LANGUAGE sql PARALLEL SAFE COST 5000 AS $$
  SELECT aws_sagemaker.invoke_endpoint('churn', NULL, age)::real
$$;`,
};
