import * as ml from '../../facts/generated/ml.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import { type Statement, withInside } from '../text/statement.ts';
import { isSymbol, type Token } from '../text/token.ts';
import { governingVersionOffers } from '../version-of-design.ts';

const reserved: ReadonlySet<string> = new Set(ml.mysql_keywords_306.value);

export const rule: SqlRule = {
  id: 'MYM014',
  title: 'Name that Aurora MySQL 3.06 reserves',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [ml.mysql_keywords_306],
  dialects: ['mysql'],
  check: (subject, report) => {
    if (subject.design === undefined) return;
    const names = withInside(subject.statement).flatMap(namesIn);
    if (names.length === 0 || !governingVersionOffers(subject, ml.mysql_keywords_306)) return;
    for (const { start, end, text } of names) {
      const fix = {
        title: 'Quote it with backticks',
        edits: [
          { range: { start, end: start }, newText: '`' },
          { range: { start: end, end }, newText: '`' },
        ],
        isSafe: true,
      };
      report({ start, end }, `${text} is a reserved word from Aurora MySQL 3.06 on: quote it with backticks.`, {
        fixes: [fix],
      });
    }
  },
};

/** The reserved words that stand as names; behind a point every word is one, and ALIAS has them as its own. */
function namesIn(statement: Statement): readonly Token[] {
  const { tokens } = statement;
  if (!tokens.some(isReserved)) return [];
  const ownWords = createAliasOf(statement)?.aliasWord.start ?? Number.POSITIVE_INFINITY;
  return tokens.filter(
    (token, index) =>
      isReserved(token) &&
      token.start < ownWords &&
      !isSymbol(tokens[index - 1], '.') &&
      !isSymbol(tokens[index + 1], '('),
  );
}

function isReserved({ kind, text }: Token): boolean {
  return kind === 'word' && reserved.has(text);
}

export const page: GovernedPage = {
  reason:
    'The words of the ALIAS clauses became reserved in Aurora MySQL 3.06. A column or table of such a name, common for stored HTTP requests, no longer parses without quotes.',
  bad: `SELECT id, content_type FROM uploads WHERE id = 7;
--         ^^^^^^^^^^^^ MYM014 quote it with backticks`,
  good: 'SELECT id, `content_type` FROM uploads WHERE id = 7;',
  governedBy: {
    bad: `aurora: 1
name: reviews
engine: aurora-mysql
engineVersion: 8.0.mysql_aurora.3.10.1
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }
`,
    good: `aurora: 1
name: reviews
engine: aurora-mysql
engineVersion: 8.0.mysql_aurora.3.10.1
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }
`,
  },
};
