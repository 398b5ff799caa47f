import { type GraphResource, isAbsent, isGiven, type ResourceGraph, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterOf } from '../cluster-of-instance.ts';
import { remove } from '../design-fix.ts';
import type { DesignFix, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

const { refused } = limits.backup_retention_instance_level;

/** Those that the cluster has under the same name and takes at any time. */
const movable: readonly string[] = ['BackupRetentionPeriod', 'PreferredBackupWindow'];

export const rule: TemplateRule = {
  id: 'AUR307',
  title: 'An Aurora instance states what belongs to its cluster',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.backup_retention_instance_level],
  check: (graph, report) => {
    for (const instance of graph.instances) {
      for (const name of refused) {
        const value = instance.property(name);
        if (!isGiven(value)) continue;
        const message = `${name} stands on an Aurora instance: AWS refuses to create it ("The requested DB Instance will be a member of a DB Cluster"). ${whereTo(name)}`;
        const fixes = [...move(graph, instance, name), ofNewResource(remove(value.path))];
        report(value.path, message, { at: 'key', fixes });
      }
    }
  },
};

function whereTo(name: string): string {
  if (name === 'AllocatedStorage') return 'Remove it: the volume of the cluster grows by itself.';
  const onCluster = { DBName: 'DatabaseName', VPCSecurityGroups: 'VpcSecurityGroupIds' }[name] ?? name;
  return `State ${onCluster} on the cluster instead.`;
}

/** The fix that gives the value to the cluster, where that has none and stands in the template. */
function move(graph: ResourceGraph, instance: GraphResource, name: string): readonly DesignFix[] {
  const value = instance.property(name);
  const text = textOf(value);
  const target = clusterOf(graph, instance)?.property(name);
  if (!movable.includes(name) || text === undefined || target === undefined || !isAbsent(target)) return [];
  const set = { kind: 'set', path: target.path, value: value.kind === 'scalar' ? value.value : text } as const;
  const edits = [set, { kind: 'remove', path: value.path } as const];
  return [ofNewResource({ title: `Move ${name} to the cluster`, edits })];
}

export const page: RulePage = {
  reason:
    'Aurora keeps data, users and backups for the cluster as a whole. RDS refuses these properties on its instances, after the cluster has been created.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
      BackupRetentionPeriod: 14
#     ^^^^^^^^^^^^^^^^^^^^^ AUR307
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      BackupRetentionPeriod: 14
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
};
