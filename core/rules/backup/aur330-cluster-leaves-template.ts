import { areSameNames, type GraphResource, textOf, truthOf } from '../../design/resource-graph.ts';
import * as replacement from '../../facts/generated/replacement.ts';
import type { ChangeRule } from '../change-rule.ts';
import type { ChangePage } from '../rule-page.ts';
import { sayValue } from './change-words.ts';
import { contentWords } from './replacement-words.ts';

const type = 'AWS::RDS::DBCluster';

export const rule: ChangeRule = {
  id: 'AUR330',
  title: 'The logical ID of an existing cluster leaves the template',
  group: 'Backup and restore',
  severity: 'warning',
  facts: [replacement.deletion_policy, replacement.custom_name],
  checkTemplate: (change, report) => {
    if (change.later.isOpen) return;
    const gone = withoutThoseOf(change.later.ofType(type), change.earlier.clusters);
    const added = withoutThoseOf(change.earlier.ofType(type), change.later.clusters);
    const [successor] = gone.length === 1 && added.length === 1 ? added : [];
    for (const cluster of gone) {
      if (successor !== undefined) {
        report(successor.path, renamed(cluster, successor), { at: 'key' });
        continue;
      }
      const isLost = textOf(cluster.attribute('DeletionPolicy')) === 'Delete';
      const message = `The cluster ${cluster.logicalId} is no longer in the template: ${fateWords(cluster)}. To keep it, write it again, or deploy DeletionPolicy: Retain first.`;
      report(['Resources'], message, { at: 'key', severity: isLost ? 'warning' : 'info' });
    }
  },
};

function withoutThoseOf(those: readonly GraphResource[], clusters: readonly GraphResource[]) {
  const ids = new Set(those.map(({ logicalId }) => logicalId));
  return clusters.filter(({ logicalId }) => !ids.has(logicalId));
}

function renamed(cluster: GraphResource, successor: GraphResource): string {
  const { logicalId } = cluster;
  const name = successor.property('DBClusterIdentifier');
  const begin = `The cluster ${logicalId} is called ${successor.logicalId} now, and to CloudFormation that is another resource: `;
  const middle = areSameNames(cluster.property('DBClusterIdentifier'), name)
    ? `it is to be created while ${logicalId} still has the name ${sayValue(name)}, so that the update fails and is rolled back`
    : `${contentWords(successor)}, and ${fateWords(cluster)}`;
  return `${begin}${middle}. Keep the logical ID ${logicalId}.`;
}

/** What becomes of a cluster that is no longer in the template. */
function fateWords(cluster: GraphResource): string {
  const { logicalId } = cluster;
  const policy = cluster.attribute('DeletionPolicy');
  const word = policy.kind === 'absent' ? 'Snapshot' : (textOf(policy) ?? '');
  if (word.startsWith('Retain'))
    return `${logicalId} stays with its data, outside of the stack (DeletionPolicy: ${word})`;
  if (truthOf(cluster.property('DeletionProtection')) === true) {
    return `${logicalId} cannot be deleted because of its DeletionProtection, and stays with its data, outside of the stack`;
  }
  if (word === 'Delete') return `${logicalId} is deleted with its data and without a snapshot (DeletionPolicy: Delete)`;
  if (word !== 'Snapshot') return `DeletionPolicy decides whether ${logicalId} is deleted with its data`;
  const reason = policy.kind === 'absent' ? 'which is the default for clusters' : 'DeletionPolicy: Snapshot';
  return `${logicalId} is deleted after a final snapshot (${reason})`;
}

const cluster = (logicalId: string, attributes = '') => `Resources:
  ${logicalId}:
    Type: AWS::RDS::DBCluster
${attributes}    Properties:
      Engine: aurora-mysql
      MasterUsername: appadmin
      ManageMasterUserPassword: true
      BackupRetentionPeriod: 14
      DBClusterParameterGroupName: orders
  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref ${logicalId}
      DBInstanceClass: db.r7g.large
  Reader:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref ${logicalId}
      DBInstanceClass: db.r7g.large
`;

export const page: ChangePage = {
  reason:
    'To CloudFormation a resource is its logical ID. A cluster whose logical ID is tidied up is a new cluster, which is created empty, and the old one is deleted as its DeletionPolicy says: by default after a final snapshot. A cluster that keeps a name of its own cannot be created a second time, and the update fails.',
  earlier: cluster('Cluster'),
  bad: cluster('Database').replace(
    'Database:\n',
    'Database:\n# ^^^^^^^^ AUR330 The cluster Cluster is called Database now, and to CloudFormation that is another resource: the new cluster is empty, and Cluster is deleted after a final snapshot\n',
  ),
  good: cluster('Cluster', '    DeletionPolicy: Retain\n'),
};
