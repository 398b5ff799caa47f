import { isAbsent } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { startsFromSnapshot } from '../cluster-origin.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** A week, long enough for a fault of Friday to be found on Monday. */
const days = 7;

export const rule: TemplateRule = {
  id: 'AUR322',
  title: 'A restore shortens the backup retention to one day',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [limits.backup_retention],
  check: ({ clusters }, report) => {
    for (const cluster of clusters) {
      const retention = cluster.property('BackupRetentionPeriod');
      if (!startsFromSnapshot(cluster) || !isAbsent(retention)) continue;
      const message = `BackupRetentionPeriod is missing: after a restore from a snapshot CloudFormation sets ${limits.backup_retention.default} day, whatever the source had. State it.`;
      report(retention.path, message, { fixes: [setValue(retention.path, days)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Through the API a restored cluster keeps the retention of its source. Through CloudFormation it has one day from then on, and nobody looks again after a restore that went well.',
  bad: `Resources:
  Orders:
# ^^^^^^ AUR322
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SnapshotIdentifier: orders-2026-11-01
      DBClusterParameterGroupName: orders-mysql8
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SnapshotIdentifier: orders-2026-11-01
      DBClusterParameterGroupName: orders-mysql8
      BackupRetentionPeriod: 14
`,
};
