import { type MlAlias, mlAliases } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { isSlipFor, nearestName } from '../../text/nearest-name.ts';
import type { SqlReport, SqlRule } from '../sql-rule.ts';
import { type AliasClause, type CreateAlias, createAliasOf } from '../statements/create-alias.ts';
import { aliasOfClause, clauseMeantBy } from './alias-clause.ts';
import { removePart } from './remove-part.ts';

const keywords = mlAliases.map(({ keyword }) => keyword);

export const rule: SqlRule = {
  id: 'MYM024',
  title: 'Words behind ALIAS that Aurora does not know there',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: mlAliases,
  dialects: ['mysql'],
  check: ({ statement, text }, report) => {
    const create = createAliasOf(statement);
    if (create === undefined) return;
    const { alias, clauses } = create;
    if (alias === undefined) {
      checkKeyword(create, report);
      return;
    }
    for (const [index, clause] of clauses.entries()) {
      const isSecond = clauses.findIndex(({ name }) => name === clause.name) < index;
      if (clause.known === undefined) checkUnknown(text, clause, alias, clauses, report);
      else if (!alias.clauses.includes(clause.known)) checkForeign(text, clause, alias, clauses, report);
      else if (isSecond) {
        const fixes = [removePart(text, clause.range, `Remove the second ${clause.name}`)];
        report(clause.words, `${clause.name} stands here a second time. Remove one.`, { fixes });
      }
    }
  },
};

function checkKeyword({ keyword, aliasWord }: CreateAlias, report: SqlReport): void {
  if (keyword === undefined) {
    report(aliasWord, `ALIAS needs ${keywords.join(' or ')}: what answers when the function is called.`);
    return;
  }
  const written = keyword.text.toUpperCase();
  const meant = nearestName(written, keywords);
  const message = `Aurora MySQL has no ALIAS ${written}. ${meant === undefined ? `There are ${keywords.join(' and ')}.` : `Did you mean ${meant}?`}`;
  const range = { start: keyword.start, end: keyword.end };
  report(range, message, {
    fixes: meant === undefined ? [] : [{ ...rename(range, meant), isSafe: isSlipFor(meant, written, keywords) }],
  });
}

function checkUnknown(
  text: string,
  clause: AliasClause,
  alias: MlAlias,
  clauses: readonly AliasClause[],
  report: SqlReport,
): void {
  const meant = clauseMeantBy(clause, alias)?.name;
  if (meant === undefined || clauses.some(({ name }) => name === meant)) {
    const message = `${alias.keyword} has no clause ${clause.name}. ${clausesInWords(alias)}`;
    report(clause.words, message, { fixes: [removePart(text, clause.range, `Remove ${clause.name}`)] });
    return;
  }
  const isSafe = clause.name.replaceAll(/[ _]/g, '') === meant.replaceAll(/[ _]/g, '');
  report(clause.words, `${alias.keyword} has no clause ${clause.name}. Did you mean ${meant}?`, {
    fixes: [{ ...rename(clause.words, meant), isSafe }],
  });
}

/** A clause of the other service; the one that says what is called becomes that of this service where it is missing. */
function checkForeign(
  text: string,
  clause: AliasClause,
  alias: MlAlias,
  clauses: readonly AliasClause[],
  report: SqlReport,
): void {
  const owner = clause.known && aliasOfClause(clause.known);
  const message = `${clause.name} belongs to ${owner?.keyword}, not to ${alias.keyword}. ${clausesInWords(alias)}`;
  const isTarget = clause.name === owner?.target && !clauses.some(({ name }) => name === alias.target);
  const fix = isTarget ? rename(clause.words, alias.target) : removePart(text, clause.range, `Remove ${clause.name}`);
  report(clause.words, message, { fixes: [fix] });
}

function clausesInWords({ clauses }: MlAlias): string {
  return `It takes ${clauses.map(({ name }) => name).join(', ')}.`;
}

function rename(range: AliasClause['words'], newText: string): Fix {
  return { title: `Replace with ${newText}`, edits: [{ range, newText }] };
}

export const page: RulePage = {
  reason:
    'ALIAS names what answers, SageMaker or Bedrock, and each has its own clauses. Aurora refuses a word that it does not know there, and the clauses of the other service: rows for a Bedrock model are never batched, and the media type of an endpoint is always CSV.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT_NAME 'fraud-detector';
--                                    ^^^^^^^^^^^^^ MYM024 Did you mean ENDPOINT NAME?
CREATE FUNCTION summary(request TEXT) RETURNS TEXT
  ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1' MAX_BATCH_SIZE 100;
--                                                                       ^^^^^^^^^^^^^^ MYM024 belongs to AWS_SAGEMAKER_INVOKE_ENDPOINT`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
CREATE FUNCTION summary(request TEXT) RETURNS TEXT
  ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'amazon.titan-text-express-v1';`,
};
