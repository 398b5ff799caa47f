import { mlFunctions } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { type Argument, type ArgumentValue, literalText, type MlCall } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isComplete } from './argument-count.ts';
import { isLanguageElsewhere } from './language-code.ts';

export const rule: SqlRule = {
  id: 'PGM003',
  title: 'Wrong kind of argument for an ML function',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: mlFunctions('postgresql'),
  dialects: ['postgresql'],
  check: ({ text, calls }, report) => {
    for (const call of calls) {
      if (!isComplete(call)) continue;
      for (const argument of call.arguments) {
        const problem = problemOf(argument);
        if (problem === undefined) continue;
        report(argument.valueRange, problem, { fixes: fixesOf(text, call, argument) });
      }
    }
  },
};

/** What is wrong with a literal at its place; undefined for everything that is no literal. */
function problemOf({ parameter, value }: Argument): string | undefined {
  const given = describe(value);
  if (parameter === undefined || given === undefined) return undefined;
  if (parameter.kind === 'integer' && !isInteger(value)) {
    return `${parameter.name} is a whole number or NULL, not ${given}.`;
  }
  return parameter.kind === 'text' && value.kind !== 'text' ? `${parameter.name} is a text, not ${given}.` : undefined;
}

function describe(value: ArgumentValue): string | undefined {
  if (value.kind === 'text') return 'a text';
  if (value.kind === 'number') return value.isInteger ? 'a number' : 'a fraction';
  return value.kind === 'boolean' ? 'a truth value' : undefined;
}

/** PostgreSQL reads a quoted number as a number where one is wanted. */
function isInteger(value: ArgumentValue): boolean {
  return value.kind === 'text' ? /^\s*[+-]?\d+\s*$/.test(value.value) : value.kind === 'number' && value.isInteger;
}

function fixesOf(text: string, call: MlCall, argument: Argument): readonly Fix[] {
  const range = argument.valueRange;
  if (argument.parameter?.kind === 'text') {
    return [{ title: 'Write it as a text', edits: [{ range, newText: `'${text.slice(range.start, range.end)}'` }] }];
  }
  const [first, input, language] = call.arguments;
  if (isLanguageElsewhere(call) && first?.value.kind === 'null' && input !== undefined && language !== undefined) {
    const newText = text.slice(input.range.start, language.range.end);
    const edits = [{ range: { start: first.range.start, end: language.range.end }, newText }];
    return [{ title: 'Put the text first and its language second', edits }];
  }
  const value = literalText(argument)?.value ?? '';
  if (call.signature?.parameters.at(-1)?.variadic && !/^\w+\/[\w.+-]+$/.test(value)) {
    const edits = [{ range: { start: range.start, end: range.start }, newText: 'NULL, ' }];
    return [{ title: `Insert NULL as ${argument.parameter?.name}`, edits }];
  }
  return [{ title: 'Replace with NULL', edits: [{ range, newText: 'NULL' }] }];
}

export const page: RulePage = {
  reason:
    'PostgreSQL turns neither a text into the batch size nor a number into the text: such a call fails when the statement runs. What is meant for another argument, such as a content type or the first model input, often stands where the batch size belongs.',
  bad: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', 'text/csv', amount) FROM payments WHERE id < 100;
--                                                     ^^^^^^^^^^ PGM003 max_rows_per_batch is a whole number or NULL
SELECT aws_comprehend.detect_sentiment(NULL, 'I like it', 'en');
--                                                        ^^^^ PGM003 max_rows_per_batch is a whole number or NULL`,
  good: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount) FROM payments WHERE id < 100;
SELECT aws_comprehend.detect_sentiment('I like it', 'en');`,
};
