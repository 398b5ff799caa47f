import { isGiven } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { startsFromCluster, startsFromSnapshot } from '../cluster-origin.ts';
import { remove } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

export const rule: TemplateRule = {
  id: 'AUR321',
  title: 'A restored cluster states its scalability type',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.snapshot_restore_exclusive],
  check: ({ clusters }, report) => {
    for (const cluster of clusters) {
      const type = cluster.property('ClusterScalabilityType');
      if (!isGiven(type) || !(startsFromCluster(cluster) || startsFromSnapshot(cluster))) continue;
      const message =
        'ClusterScalabilityType stands on a cluster that is restored: CloudFormation refuses to create it. Remove it; the restored cluster is what its source was.';
      report(type.path, message, { at: 'key', fixes: [ofNewResource(remove(type.path))] });
    }
  },
};

export const page: RulePage = {
  reason:
    'A restore cannot choose between standard and Limitless. The provider of CloudFormation throws before it asks RDS.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SnapshotIdentifier: orders-2026-11-01
      ClusterScalabilityType: standard
#     ^^^^^^^^^^^^^^^^^^^^^^ AUR321
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
