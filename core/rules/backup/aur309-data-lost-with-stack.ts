import { type GraphValue, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR309',
  title: 'The data of a cluster can be deleted without a snapshot',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [limits.deletion_final_snapshot],
  profile: 'production',
  check: ({ clusters }, report) => {
    const say = ({ path }: GraphValue, message: string) => {
      report(path, message, { fixes: [setValue(path, 'Snapshot')] });
    };
    for (const cluster of clusters) {
      const deletion = cluster.attribute('DeletionPolicy');
      if (textOf(deletion) === 'Delete') {
        say(
          deletion,
          'DeletionPolicy is Delete: the cluster and its automated backups go with the stack, and no snapshot is taken. Set Snapshot or Retain.',
        );
      }
      const replacement = cluster.attribute('UpdateReplacePolicy');
      if (replacement.kind !== 'absent' && textOf(replacement) !== 'Delete') continue;
      const stated = replacement.kind === 'absent' ? 'is missing, which means Delete' : 'is Delete';
      say(
        replacement,
        `UpdateReplacePolicy ${stated}: after an update that replaces the cluster, CloudFormation deletes the old one with its data, and takes no snapshot. Set Snapshot or Retain.`,
      );
    }
  },
};

export const page: RulePage = {
  reason:
    'A new engine mode, another subnet group or another identifier makes CloudFormation build an empty cluster and delete the one with the data. DeletionPolicy is Snapshot for a cluster when nobody states it, UpdateReplacePolicy is not.',
  bad: `Resources:
  Orders:
# ^^^^^^ AUR309 UpdateReplacePolicy is missing
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Delete
#                   ^^^^^^ AUR309 DeletionPolicy is Delete
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      BackupRetentionPeriod: 14
      DeletionProtection: true
      EnableCloudwatchLogsExports: [error, slowquery]
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      BackupRetentionPeriod: 14
      DeletionProtection: true
      EnableCloudwatchLogsExports: [error, slowquery]
`,
};
