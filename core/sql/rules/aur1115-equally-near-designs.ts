import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { fixesByName } from '../name-design.ts';
import type { SqlRule } from '../sql-rule.ts';
import { placeForFile } from './place-for-file.ts';

export const rule: SqlRule = {
  id: 'AUR1115',
  title: 'Two designs are equally near',
  group: 'SQL and design',
  severity: 'info',
  facts: [ml.postgresql_roles, ml.mysql_roles],
  dialects: ['postgresql', 'mysql'],
  checkFile: (subject, report) => {
    const { undecided, text } = subject;
    if (undecided?.kind !== 'equallyNear') return;
    const { names, named } = undecided;
    const which = named === '' ? `${names.join(' and ')} are equally near` : `${named} has several designs`;
    const message = `${which}, so that none governs this file and its calls are not checked against roles, endpoints and versions. Name one in a line such as -- aurora: ${names[0]}`;
    report(placeForFile(subject), message, { fixes: fixesByName(text, names) });
  },
};

export const page: RulePage = {
  reason:
    'The nearest blueprint or template of the dialect, in the folder of an SQL file and those above it, says what its calls may do. Where two are equally near, nobody knows which cluster runs the SQL.',
  bad: `-- beside orders.aurora.yaml and billing.aurora.yaml, both Aurora PostgreSQL
SELECT s.sentiment FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s WHERE r.id < 100;
--                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1115 ./billing.aurora.yaml and ./orders.aurora.yaml are equally near`,
  good: `-- aurora: ./orders.aurora.yaml
SELECT s.sentiment FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s WHERE r.id < 100;`,
};
