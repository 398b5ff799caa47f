import * as ml from '../../facts/generated/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { type CreateAlias, createAliasOf } from '../statements/create-alias.ts';
import type { RoutineOption } from '../statements/routine-option.ts';
import { removePart } from './remove-part.ts';

export const rule: SqlRule = {
  id: 'MYM027',
  title: 'Part of CREATE FUNCTION … ALIAS in the wrong place',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql_alias_grammar],
  dialects: ['mysql'],
  check: ({ statement, text }, report) => {
    const create = createAliasOf(statement);
    if (create?.alias === undefined) return;
    if (create.orReplace !== undefined) {
      const message =
        'MySQL does not replace functions. Write CREATE FUNCTION, behind DROP FUNCTION IF EXISTS where there may be one.';
      report(create.orReplace, message, { fixes: [removePart(text, create.orReplace, 'Remove OR REPLACE')] });
    }
    for (const option of create.options) {
      const place = placeOf(option);
      if (place === undefined) continue;
      const message = `${option.name} stands ${place}.`;
      report(option.range, message, { fixes: moveFixes(text, create, option) });
    }
  },
};

/** Where an option belongs that stands elsewhere. MySQL and the guide have DEFINER in two places: both are taken. */
function placeOf({ name, behind }: RoutineOption): string | undefined {
  if (name === 'DEFINER') {
    return behind === 'returns' || behind === 'alias'
      ? 'before FUNCTION, or between the arguments and RETURNS'
      : undefined;
  }
  return name === 'SQL SECURITY' && behind !== 'returns' ? 'between the type behind RETURNS and ALIAS' : undefined;
}

function moveFixes(text: string, { returns, aliasWord }: CreateAlias, { name, range }: RoutineOption): readonly Fix[] {
  const before = name === 'DEFINER' ? returns?.word.start : aliasWord.start;
  if (before === undefined) return [];
  const written = text.slice(range.start, range.end);
  const { edits } = removePart(text, range, '');
  const insert = { range: { start: before, end: before }, newText: `${written} ` };
  const title = `Move ${name} before ${name === 'DEFINER' ? 'RETURNS' : 'ALIAS'}`;
  return [{ title, edits: [insert, ...edits].sort((a, b) => a.range.start - b.range.start) }];
}

export const page: RulePage = {
  reason:
    'The parts of the statement have an order: the arguments, RETURNS with its type, SQL SECURITY, then ALIAS with its clauses. DEFINER stands before FUNCTION as everywhere in MySQL, or where the guide of Aurora writes it, behind the arguments.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector' SQL SECURITY INVOKER;
--                                                                   ^^^^^^^^^^^^^^^^^^^^ MYM027 between the type behind RETURNS and ALIAS`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE SQL SECURITY INVOKER
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
};
