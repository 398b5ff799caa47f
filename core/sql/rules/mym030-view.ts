import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isWord } from '../text/token.ts';

/** How many words may stand between CREATE and VIEW: OR REPLACE ALGORITHM = … DEFINER = … SQL SECURITY …. */
const headTokens = 16;

export const rule: SqlRule = {
  id: 'MYM030',
  title: 'View that calls a model each time it is read',
  group: 'Aurora ML in MySQL',
  severity: 'info',
  facts: [ml.mysql_view_evaluation],
  dialects: ['mysql'],
  check: ({ calls, statement: { tokens } }, report) => {
    if (calls.length === 0 || !isWord(tokens[0], 'create', 'alter')) return;
    const head = tokens.slice(0, headTokens).find((token) => isWord(token, 'view', 'as', 'table', 'function'));
    if (!isWord(head, 'view')) return;
    for (const { signature, nameRange } of calls) {
      if (signature === undefined) continue;
      const message =
        'A view keeps no results: each time somebody reads it, the model is called for its rows, and billed. Keep the results in a table, filled by INSERT … SELECT.';
      report(nameRange, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'Whoever reads the view, a report or a console that shows the first rows, calls the model without knowing it. A table that new rows are added to costs one call for each of them.',
  bad: `CREATE VIEW judged AS
SELECT id, aws_comprehend_detect_sentiment(body, 'en') AS sentiment FROM reviews WHERE id < 100;
--         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM030 A view keeps no results`,
  good: `INSERT INTO judged (id, sentiment)
SELECT id, aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id < 100;`,
};
