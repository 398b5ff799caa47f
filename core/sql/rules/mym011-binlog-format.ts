import { clusterParameter } from '../../design/cluster-parameters.ts';
import { clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'MYM011',
  title: 'ML call with binlog_format STATEMENT',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [ml.mysql_binlog_statement],
  dialects: ['mysql'],
  check: ({ calls, design }, report) => {
    if (calls.length === 0 || design === undefined || !writesStatements(design)) return;
    for (const { signature, nameRange } of calls) {
      if (signature === undefined) continue;
      const message =
        'The design sets binlog_format to STATEMENT, with which ML calls fail: what a model answers cannot be written down as a statement. Set it to ROW or OFF.';
      report(nameRange, message);
    }
  },
};

function writesStatements(design: Design): boolean {
  if (known(design.engine) !== 'aurora-mysql') return false;
  return clustersOf(design).some((cluster) => {
    const format = clusterParameter(cluster, 'binlog_format');
    return format !== undefined && known(format)?.toUpperCase() === 'STATEMENT';
  });
}

export const page: GovernedPage = {
  reason:
    'With binlog_format STATEMENT the binary log repeats statements, and a statement that calls a model may give something else when it is repeated. ML functions throw an error instead.',
  bad: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id = 7;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM011 Set it to ROW or OFF`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id = 7;`,
  governedBy: {
    bad: `aurora: 1
name: reviews
engine: aurora-mysql
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }], parameters: { binlog_format: STATEMENT } }
machineLearning: [{ service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }]
`,
    good: `aurora: 1
name: reviews
engine: aurora-mysql
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }], parameters: { binlog_format: ROW } }
machineLearning: [{ service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }]
`,
  },
};
