import * as ml from '../../facts/generated/ml.ts';
import type { SqlDialect } from '../../facts/ml.ts';
import { nearestName } from '../../text/nearest-name.ts';
import type { ResultUse } from '../calls/result-use.ts';
import type { SqlReport } from '../sql-rule.ts';
import { decodeString } from '../text/literal.ts';
import { isWord, type Token } from '../text/token.ts';
import { mayBeFilledIn } from './filled-in.ts';
import { replacement } from './sql-fix.ts';

const sentiments: readonly string[] = ml.sentiment_values.value;

const equalities = ['=', '<>', '!=', 'in', 'not in'];

/** Reports the literals with which a sentiment is compared and which it never is. */
export function checkSentiment(use: ResultUse, tokens: readonly Token[], dialect: SqlDialect, report: SqlReport): void {
  const compared = [use.before, use.after].flatMap((operator) => {
    return operator !== undefined && equalities.includes(operator.text) ? operator.literals : [];
  });
  for (const literal of [...compared, ...comparedByCase(use, tokens)]) {
    if (literal.kind !== 'string') continue;
    const text = decodeString(literal, dialect);
    const upper = text.trim().toUpperCase();
    if (sentiments.includes(dialect === 'mysql' ? upper : text) || mayBeFilledIn(text)) continue;
    const meant = sentiments.includes(upper) ? upper : nearestName(upper, sentiments);
    const message = `The sentiment is never '${text}': it is ${sentiments.slice(0, -1).join(', ')} or ${sentiments.at(-1)}, in capitals.`;
    const isSafe = meant === upper;
    const fixes =
      meant === undefined ? [] : [{ ...replacement(`Replace with '${meant}'`, literal, `'${meant}'`), isSafe }];
    report({ start: literal.start, end: literal.end }, message, { fixes });
  }
}

/** The literals in `CASE sentiment WHEN '…'`. */
function comparedByCase({ start, end }: ResultUse, tokens: readonly Token[]): readonly Token[] {
  if (!isWord(tokens[start - 1], 'case')) return [];
  const literals: Token[] = [];
  let depth = 0;
  for (let index = end; index < tokens.length; index++) {
    const token = tokens[index];
    if (isWord(token, 'case')) depth++;
    else if (isWord(token, 'end') && --depth < 0) break;
    else if (depth === 0 && isWord(token, 'when')) {
      const literal = tokens[index + 1];
      if (literal?.kind === 'string' && isWord(tokens[index + 2], 'then')) literals.push(literal);
    }
  }
  return literals;
}

const comparisons = ['=', '<>', '!=', '<', '<=', '>', '>=', 'between', 'not between'];

/** Reports the numbers with which a confidence is compared and which it never reaches. */
export function checkConfidence({ before, after }: ResultUse, report: SqlReport): void {
  for (const operator of [before, after]) {
    const literal = operator?.literals[0];
    if (operator === undefined || literal?.kind !== 'number' || !comparisons.includes(operator.text)) continue;
    const value = Number(literal.text.replaceAll('_', ''));
    if (!(value > 1)) continue;
    const share = String(value / 100);
    const isPercentage = value <= 100 && !operator.text.endsWith('between');
    const message = `The confidence lies between 0 and 1, and never reaches ${literal.text}.`;
    const fixes = isPercentage ? [replacement(`Replace with ${share}`, literal, share)] : [];
    report({ start: literal.start, end: literal.end }, message, { fixes });
  }
}
