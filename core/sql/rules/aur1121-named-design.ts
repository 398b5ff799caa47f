import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { fixesByName } from '../name-design.ts';
import type { SqlRule } from '../sql-rule.ts';
import { placeForFile } from './place-for-file.ts';

export const rule: SqlRule = {
  id: 'AUR1121',
  title: 'The design that governs the SQL does not exist',
  group: 'SQL and design',
  severity: 'warning',
  facts: [ml.postgresql_roles, ml.mysql_roles],
  dialects: ['postgresql', 'mysql'],
  checkFile: (subject, report) => {
    const { undecided, text } = subject;
    if (undecided?.kind !== 'notFound') return;
    const { named, by, names } = undecided;
    const whose = by === 'setting' ? 'the setting auroraBlueprint.sql.design names' : 'this line names';
    const meant = nearestName(named, names);
    const advice = meant === undefined ? 'Name a blueprint or a template.' : `Did you mean ${meant}?`;
    const message = `There is no design ${named}, which ${whose}: the calls of this file are not checked against roles, endpoints and versions. ${advice}`;
    report(placeForFile(subject), message, { fixes: by === 'setting' ? [] : fixesByName(text, names) });
  },
};

export const page: RulePage = {
  reason:
    'A design that is named and not there governs nothing: no role, endpoint or version is checked, and no other design takes its place.',
  bad: `-- aurora: ./order.aurora.yaml
--         ^^^^^^^^^^^^^^^^^^^ AUR1121 Did you mean ./orders.aurora.yaml?
SELECT s.sentiment FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s WHERE r.id < 100;`,
  good: `-- aurora: ./orders.aurora.yaml
SELECT s.sentiment FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s WHERE r.id < 100;`,
};
