import { mysql_brackets, mysql_lexical_structure } from '../../facts/generated/sql-syntax.ts';
import type { Finding } from '../../rules/finding.ts';
import type { RuleIdentity } from '../../rules/rule.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { LexicalError } from '../syntax/lexical-error.ts';

/** Found in the tokens of a statement, where its syntax is checked (`core/sql/syntax/check-syntax.ts`). */
export const rule: RuleIdentity = {
  id: 'MYM901',
  title: 'A quote, comment or bracket is never closed',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [mysql_lexical_structure, mysql_brackets],
};

export function lexicalFinding({ range, message }: LexicalError): Finding {
  return { rule: rule.id, severity: rule.severity, message, path: '', range, fixes: [] };
}

export const page: RulePage = {
  reason:
    'What follows a quote or comment that is never closed belongs to it, and a bracket too many or too few ends a statement where it should go on: MySQL refuses all of it, often with an error far behind the place. The setting auroraBlueprint.sql.syntaxErrors says in which files such errors are looked for.',
  bad: `SELECT aws_comprehend_detect_sentiment(CONCAT(title, ' ', body, 'en') FROM reviews;
--                                    ^ MYM901 never closed
SELECT aws_comprehend_detect_sentiment(body, 'en) FROM reviews;
--                                           ^^^^^^^^^^^^^^^^^^ MYM901 '`,
  good: `SELECT aws_comprehend_detect_sentiment(CONCAT(title, ' ', body), 'en') FROM reviews;
SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews;`,
};
