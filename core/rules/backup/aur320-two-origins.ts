import { isGiven } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { startsFromCluster } from '../cluster-origin.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR320',
  title: 'A snapshot and a source cluster are both given',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [limits.snapshot_restore_exclusive],
  check: ({ clusters }, report) => {
    for (const cluster of clusters) {
      const snapshot = cluster.property('SnapshotIdentifier');
      if (!isGiven(snapshot) || !startsFromCluster(cluster)) continue;
      const message =
        'SnapshotIdentifier has no effect: CloudFormation restores from the source cluster, and the snapshot is not looked at. Keep one of the two, before the cluster exists: removing either later replaces it.';
      report(snapshot.path, message, { at: 'key' });
    }
  },
};

export const page: RulePage = {
  reason:
    'The cluster comes up with the data of the source cluster, which may be the data that the snapshot was to bring back from before.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SnapshotIdentifier: orders-2026-11-01
#     ^^^^^^^^^^^^^^^^^^ AUR320
      SourceDBClusterIdentifier: orders-old
      UseLatestRestorableTime: true
      BackupRetentionPeriod: 14
      DBClusterParameterGroupName: orders-mysql8
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SnapshotIdentifier: orders-2026-11-01
      BackupRetentionPeriod: 14
      DBClusterParameterGroupName: orders-mysql8
`,
};
