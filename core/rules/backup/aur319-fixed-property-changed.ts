import { keptClusters } from '../../design/design-change.ts';
import {
  fixedChanges,
  isReplacedFor,
  type KeptResource,
  keptResources,
  type PropertyChange,
  type TemplateChange,
} from '../../design/resource-change.ts';
import * as replacement from '../../facts/generated/replacement.ts';
import type { ChangeRule } from '../change-rule.ts';
import type { ChangePage } from '../rule-page.ts';
import { sayChange, sayValue } from './change-words.ts';
import { lifelongChanges } from './lifelong-property.ts';
import { putBack } from './put-back.ts';
import { replacementMessage } from './replacement-words.ts';

const {
  db_cluster,
  db_instance,
  global_cluster,
  db_cluster_endpoint,
  db_shard_group,
  db_subnet_group,
  db_cluster_parameter_group,
  db_parameter_group,
} = replacement;

export const rule: ChangeRule = {
  id: 'AUR319',
  title: 'The edit changes what a resource is created with and keeps for life',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [
    db_cluster,
    db_instance,
    global_cluster,
    db_cluster_endpoint,
    db_shard_group,
    db_subnet_group,
    db_cluster_parameter_group,
    db_parameter_group,
    replacement.custom_name,
    replacement.update_replace_policy,
    replacement.cluster_for_life,
  ],
  checkDesign: (change, report) => {
    for (const cluster of keptClusters(change)) {
      for (const { path, message, fixes } of lifelongChanges(change, cluster)) report(path, message, { fixes });
    }
  },
  checkTemplate: (change, report) => {
    for (const kept of keptResources(change)) {
      for (const changed of fixedChanges(kept)) {
        if (isSaidElsewhere(change, kept, changed)) continue;
        const isReplaced = isReplacedFor(kept, changed);
        if (!isReplaced && changed.property !== 'MasterUsername') continue;
        const message = isReplaced ? replacementMessage(change, kept, changed) : withoutEffect(changed);
        const severity = changed.isCertain ? 'warning' : 'info';
        report(changed.later.path, message, { severity, fixes: putBack(changed) });
      }
    }
  },
};

/** AUR311 speaks of snapshots, AUR330 of a cluster that leaves the template, and an engine is said of the cluster. */
function isSaidElsewhere(change: TemplateChange, { later }: KeptResource, { property, earlier }: PropertyChange) {
  if (property === 'SnapshotIdentifier') return true;
  if (property === 'Engine') {
    return change.later.referredTo(later.property('DBClusterIdentifier'))?.type === 'AWS::RDS::DBCluster';
  }
  const left = property === 'DBClusterIdentifier' ? change.earlier.referredTo(earlier) : undefined;
  return left !== undefined && !change.later.clusters.some(({ logicalId }) => logicalId === left.logicalId);
}

/** No call of RDS changes the master user, and CloudFormation does not ask for a replacement. */
function withoutEffect(changed: PropertyChange): string {
  const kept = changed.earlier.kind === 'absent' ? 'the user it has' : sayValue(changed.earlier);
  return `${sayChange(changed)}, which has no effect: a cluster keeps ${kept} for life. Put the previous value back, and make another user with SQL.`;
}

const instances = ['Writer', 'Reader'].map(
  (name) => `  ${name}:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBClusterIdentifier: !Ref Cluster
      DBInstanceClass: db.r7g.large
`,
);

const template = (key: string, attributes = '') => `Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
${attributes}    Properties:
      Engine: aurora-postgresql
      Port: 5432
      StorageEncrypted: true
      ManageMasterUserPassword: true
      MasterUsername: appadmin
      KmsKeyId: ${key}
${instances.join('')}`;

export const page: ChangePage = {
  reason:
    'RDS fixes some properties when a cluster, an instance or a group is created. When a template changes one of them, adds it or takes it away, CloudFormation makes a new resource, lets the others refer to it and deletes the old one: a cluster is replaced by an empty one, and without an UpdateReplacePolicy nothing is left of its data. A resource that keeps a name of its own cannot be replaced at all, and the update fails. A change set says so when the stack is deployed; this rule says it while the line is written.',
  earlier: template('alias/aurora'),
  bad: template(`alias/orders
#               ^^^^^^^^^^^^ AUR319 KmsKeyId changes from alias/aurora to alias/orders: CloudFormation replaces the cluster Cluster, and with it Writer and Reader. The new cluster is empty; the old one is deleted with its data and without a snapshot, because it has no UpdateReplacePolicy.`),
  good: template('alias/aurora', '    UpdateReplacePolicy: Snapshot\n'),
};
