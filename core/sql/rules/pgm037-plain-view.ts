import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isWord } from '../text/token.ts';
import { insertion } from './sql-fix.ts';

export const rule: SqlRule = {
  id: 'PGM037',
  title: 'ML call in a view',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_view, ml.postgresql_materialize],
  dialects: ['postgresql'],
  check: ({ calls, statement: { tokens } }, report) => {
    const call = calls.find(({ signature }) => signature !== undefined);
    const words = tokens.slice(0, 6).map(({ text }) => text);
    const view = words.indexOf('view');
    if (call === undefined || !isWord(tokens[0], 'create') || view < 1 || words.includes('materialized')) return;
    if (words.slice(0, view).some((word) => word === 'function' || word === 'table')) return;
    const message =
      'Whoever reads the view sends its rows to the model again, and every call is billed. A materialized view keeps what was paid for.';
    const isPlain = view === 1 && tokens[0] !== undefined;
    const fixes = isPlain ? [insertion('Make it a materialized view', tokens[0]?.end ?? 0, ' MATERIALIZED')] : [];
    report(call.nameRange, message, { fixes });
  },
};

export const page: RulePage = {
  reason:
    'A view is its query, which runs each time somebody reads it: reports and dashboards pay for the same texts again and again. A materialized view is computed when it is refreshed.',
  bad: `CREATE VIEW moods AS
SELECT r.id, s.sentiment FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s WHERE r.id < 100;
--                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM037 materialized view`,
  good: `CREATE MATERIALIZED VIEW moods AS
SELECT r.id, s.sentiment FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s WHERE r.id < 100;`,
};
