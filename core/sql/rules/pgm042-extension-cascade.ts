import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { insertion } from './sql-fix.ts';

const { name: extensionName } = ml.pg_detect_sentiment.extension;
const [required] = ml.postgresql_extension_requires.value;

export const rule: SqlRule = {
  id: 'PGM042',
  title: 'aws_ml without the extension that it needs',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_extension_requires, ml.postgresql_install],
  dialects: ['postgresql'],
  check: ({ declared, declarations, statement }, report) => {
    for (const one of declared) {
      if (one.kind !== 'extension' || one.action !== 'create' || one.name !== extensionName || one.cascades) continue;
      if (declarations.extensions.some(({ name }) => name === required)) continue;
      const message = `${extensionName} needs ${required}, which no statement here creates. Add CASCADE, which creates it too.`;
      report(one.nameRange, message, { fixes: [insertion('Add CASCADE', statement.range.end, ' CASCADE')] });
    }
  },
};

export const page: RulePage = {
  reason:
    'aws_ml rests on the extension aws_commons. CASCADE creates what is missing; without it CREATE EXTENSION fails on a database where nobody created aws_commons before.',
  bad: `CREATE EXTENSION IF NOT EXISTS aws_ml;
--                             ^^^^^^ PGM042 Add CASCADE`,
  good: `CREATE EXTENSION IF NOT EXISTS aws_ml CASCADE;`,
};
