import { mlAliases } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { type AliasClause, createAliasOf, wholeNumber } from '../statements/create-alias.ts';
import { decodeString } from '../text/literal.ts';

export const rule: SqlRule = {
  id: 'MYM025',
  title: 'Value that a clause of ALIAS does not take',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: mlAliases,
  dialects: ['mysql'],
  check: ({ statement, text }, report) => {
    const { alias, clauses = [] } = createAliasOf(statement) ?? {};
    if (alias === undefined) return;
    for (const clause of clauses) {
      const { known, equals, value, name } = clause;
      if (known === undefined || !alias.clauses.includes(known)) continue;
      if (equals !== undefined) {
        const end = value?.range.start ?? equals.end;
        const edits = [{ range: { start: equals.start, end }, newText: '' }];
        report({ start: equals.start, end: equals.end }, `The value stands right behind ${name}, without =.`, {
          fixes: [{ title: 'Remove =', edits, isSafe: true }],
        });
      }
      const problem = known.kind === 'text' ? problemOfText(clause) : problemOfNumber(clause);
      // Without its target the function has no meaning at all: that is another rule's word.
      if (problem === undefined || (value === undefined && name === alias.target)) continue;
      report(value?.range ?? clause.words, problem, { fixes: fixesOf(text, clause) });
    }
  },
};

function problemOfText({ name, value }: AliasClause): string | undefined {
  if (value === undefined) return `${name} needs a text in quotes.`;
  const isFine = value.kind === 'text' || (value.kind === 'placeholder' && !value.token.text.startsWith('@'));
  return isFine ? undefined : `${name} takes a text in quotes and nothing that is computed.`;
}

function problemOfNumber({ name, value }: AliasClause): string | undefined {
  if (value === undefined) return `${name} needs a whole number from 1 on.`;
  const isFilledIn = value.kind === 'placeholder' && !value.token.text.startsWith('@');
  const number = wholeNumber(value);
  if (isFilledIn || (number !== undefined && number > 0)) return undefined;
  return `${name} is a whole number from 1 on, without quotes.`;
}

/** A name without quotes gets them, a number in quotes loses them. */
function fixesOf(text: string, { known, value }: AliasClause): readonly Fix[] {
  if (value === undefined) return [];
  const written = text.slice(value.range.start, value.range.end);
  const inQuotes = value.kind === 'text' ? decodeString(value.token, 'mysql').trim() : '';
  const newText =
    known?.kind === 'text' && value.kind === 'other' && /^[\w.:-]+$/.test(written)
      ? `'${written}'`
      : known?.kind === 'integer' && /^[1-9]\d*$/.test(inQuotes)
        ? inQuotes
        : undefined;
  if (newText === undefined) return [];
  return [{ title: `Replace with ${newText}`, edits: [{ range: value.range, newText }], isSafe: true }];
}

export const page: RulePage = {
  reason:
    'The clauses of ALIAS are read once, when the function is made: names, models and media types are texts in quotes, MAX_BATCH_SIZE and TIMEOUT_MS whole numbers from 1 on. Variables and expressions are not taken.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME fraud-detector MAX_BATCH_SIZE '500';
--                                                  ^^^^^^^^^^^^^^ MYM025 a text in quotes
--                                                                                ^^^^^ MYM025 whole number from 1 on`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector' MAX_BATCH_SIZE 500;`,
};
