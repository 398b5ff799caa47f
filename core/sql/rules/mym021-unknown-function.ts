import * as ml from '../../facts/generated/ml.ts';
import { mlAliases, mlFunctions } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { shiftRange } from '../shift-finding.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import { nameAt } from '../text/brackets.ts';
import { isWord, type Token } from '../text/token.ts';
import { checkUnknownFunction } from './unknown-function.ts';

export const rule: SqlRule = {
  id: 'MYM021',
  title: 'Unknown ML function',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [...mlFunctions('mysql'), ...mlAliases, ml.mysql_one_function_of_a_name],
  dialects: ['mysql'],
  check: checkUnknownFunction,
  checkFile: ({ statements, text }, report) => {
    /** The functions that there are at a place of the file, with their schema where it is written. */
    const made = new Set<string>();
    for (const { offset, statement, text: own } of statements) {
      const create = createAliasOf(statement);
      if (create?.alias === undefined) {
        forget(made, statement.tokens);
        continue;
      }
      const { name, schema, ifNotExists } = create;
      const written = `${schema === undefined ? '' : `${schema.text}.`}${name.text}`.toLowerCase();
      if (made.has(written) && ifNotExists === undefined) {
        const message = `There is a function ${written} already, made above: this statement fails. Drop it first, or give this one another name.`;
        const newText = `DROP FUNCTION IF EXISTS ${own.slice((schema ?? name).start, name.end)};\n`;
        const edits = [{ range: { start: offset, end: offset }, newText }];
        const endsAtSemicolon = /^\s*(?:;|$)/.test(text.slice(offset + own.length));
        report(shiftRange(name, offset), message, {
          fixes: endsAtSemicolon ? [{ title: `Drop ${written} first`, edits }] : [],
        });
      }
      made.add(written);
    }
  },
};

/** What a statement that makes no such function changes of what there is: it drops one, or goes to another database. */
function forget(made: Set<string>, tokens: readonly Token[]): void {
  if (isWord(tokens[0], 'use') || (isWord(tokens[0], 'drop') && isWord(tokens[1], 'database', 'schema'))) made.clear();
  if (!isWord(tokens[0], 'drop') || !isWord(tokens[1], 'function')) return;
  const dropped = nameAt(tokens, isWord(tokens[2], 'if') ? 4 : 2);
  if (dropped !== undefined) made.delete(dropped.name.toLowerCase());
}

export const page: RulePage = {
  reason:
    'Aurora MySQL has two built-in ML functions, both of Comprehend and without a schema. SageMaker and Bedrock are called through functions that CREATE FUNCTION … ALIAS makes, one for each endpoint or model.',
  bad: `SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews WHERE id < 100;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM021 Did you mean aws_comprehend_detect_sentiment?
SELECT aws_sagemaker_invoke_endpoint('fraud-detector', amount) FROM payments WHERE id < 100;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM021 CREATE FUNCTION … ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id < 100;
CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
SELECT fraud_score(amount) FROM payments WHERE id < 100;`,
};
