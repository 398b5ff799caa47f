import { type GraphResource, isGiven } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { isAlwaysRestored, startsFromCluster, startsFromSnapshot } from '../cluster-origin.ts';
import { remove } from '../design-fix.ts';
import type { DesignFix, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR310',
  title: 'A restore ignores a property',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [limits.snapshot_restore_exclusive, limits.clone_inherits],
  check: ({ clusters }, report) => {
    for (const cluster of clusters) {
      const restored = leftOut(cluster);
      if (restored === undefined) continue;
      for (const name of restored.names) {
        const value = cluster.property(name);
        if (!isGiven(value) || isEncryptedByKey(cluster, name)) continue;
        const message = `${name} has no effect: the cluster is restored from ${restored.from}, and CloudFormation leaves the property out. ${instead[name]}`;
        report(value.path, message, { at: 'key', fixes: fixesOf(cluster, name) });
      }
    }
  },
};

const removable = ['MasterUsername', 'MasterUserPassword'];

/** A property that CloudFormation leaves out. */
type Ignored =
  | (typeof limits.clone_inherits.left_out)[number]
  | (typeof limits.snapshot_restore_exclusive.left_out)[number];

interface LeftOut {
  readonly from: string;
  readonly names: readonly Ignored[];
}

/** What CloudFormation leaves out of the creation of a cluster that is certainly restored. */
function leftOut(cluster: GraphResource): LeftOut | undefined {
  if (startsFromCluster(cluster)) return { from: 'another cluster', names: limits.clone_inherits.left_out };
  if (!startsFromSnapshot(cluster)) return undefined;
  return { from: 'a snapshot', names: limits.snapshot_restore_exclusive.left_out };
}

/** A key of its own encrypts the cluster, whatever StorageEncrypted says. */
function isEncryptedByKey(cluster: GraphResource, name: string): boolean {
  return name === 'StorageEncrypted' && cluster.property('KmsKeyId').kind !== 'absent';
}

const replicatesNowhere = 'The cluster replicates from nowhere. Restore it, or replicate it, not both.';

/** What can be done about a property that is left out. */
const instead: Readonly<Record<Ignored, string>> = {
  GlobalClusterIdentifier:
    'The cluster does not join the global database. Create the global database from it with SourceDBClusterIdentifier.',
  MasterUserPassword: 'The password is the one of the source. Change it after the restore.',
  MasterUsername: 'The master user is the one of the source. Take it away, or put it under the opposite condition.',
  ReplicationSourceIdentifier: replicatesNowhere,
  SourceRegion: replicatesNowhere,
  StorageEncrypted: 'The encryption is the one of the source, unless KmsKeyId gives another key.',
};

/** What only the creation of the cluster looks at can go; the rest is create-only, or would do something else now. */
function fixesOf(cluster: GraphResource, name: string): readonly DesignFix[] {
  if (!isAlwaysRestored(cluster) || !removable.includes(name)) return [];
  return [{ ...remove(cluster.property(name).path), replacesNothing: true }];
}

export const page: RulePage = {
  reason:
    'Nothing refuses the property, so that whoever reads the template believes in a user, a password or an encryption that the restored cluster does not have.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SnapshotIdentifier: orders-2026-11-01
      MasterUsername: app_admin
#     ^^^^^^^^^^^^^^ AUR310 a snapshot
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
