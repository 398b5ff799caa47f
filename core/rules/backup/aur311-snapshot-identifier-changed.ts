import { keptResources, propertyChange } from '../../design/resource-change.ts';
import { isAbsent } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as replacement from '../../facts/generated/replacement.ts';
import type { ChangeRule } from '../change-rule.ts';
import type { ChangePage } from '../rule-page.ts';
import { putBack } from './put-back.ts';
import { replacementMessage } from './replacement-words.ts';

export const rule: ChangeRule = {
  id: 'AUR311',
  title: 'The edit changes the snapshot from which an existing cluster was restored',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [limits.snapshot_restore_exclusive, replacement.db_cluster, replacement.update_replace_policy],
  checkTemplate: (change, report) => {
    for (const kept of keptResources(change)) {
      const changed = propertyChange(kept, 'SnapshotIdentifier');
      if (changed === undefined) continue;
      const message = replacementMessage(change, kept, changed);
      const severity = changed.isCertain ? 'warning' : 'info';
      const at = isAbsent(changed.later) ? 'key' : 'value';
      report(changed.later.path, message, { at, severity, fixes: putBack(changed) });
    }
  },
};

const head = `Parameters:
  MasterUser: { Type: String }
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
`;

const rest = `  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Cluster
      DBInstanceClass: db.r7g.large
  Reader:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Cluster
      DBInstanceClass: db.r7g.large
`;

const properties = `    Properties:
      Engine: aurora-mysql
      MasterUsername: !Ref MasterUser
      ManageMasterUserPassword: true
      BackupRetentionPeriod: 14
      DBClusterParameterGroupName: orders
`;

export const page: ChangePage = {
  reason:
    'SnapshotIdentifier looks like something that is needed once, and is taken away when the restore is done. CloudFormation then replaces the cluster by an empty one; another snapshot gives a new cluster with the content of that snapshot. Either way the cluster that people work with is deleted. The property has to stay as it was for the life of the cluster.',
  earlier: `${head}${properties}      SnapshotIdentifier: orders-2026-11-01\n${rest}`,
  bad: `${head}    UpdateReplacePolicy: Snapshot\n${properties}${rest}`.replace(
    'Cluster:\n',
    'Cluster:\n# ^^^^^^^ AUR311 SnapshotIdentifier (orders-2026-11-01) is taken away: CloudFormation replaces the cluster Cluster, and with it Writer and Reader. The new cluster is empty; the old one is deleted after a final snapshot\n',
  ),
  good: `${head}    UpdateReplacePolicy: Snapshot\n${properties}      SnapshotIdentifier: orders-2026-11-01\n${rest}`,
};
