import { type GraphResource, isAbsent, isOff, type ResourceGraph, textOf } from '../../design/resource-graph.ts';
import { freshCluster, isFresh } from '../cluster-origin.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR019',
  title: 'A new cluster has no master password',
  group: 'Identity',
  severity: 'error',
  facts: [freshCluster],
  check: (graph, report) => {
    for (const cluster of graph.clusters) {
      if (!isFresh(cluster) || !hasNoPassword(cluster)) continue;
      const managed = cluster.property('ManageMasterUserPassword');
      const message =
        'The cluster has neither MasterUserPassword nor ManageMasterUserPassword: AWS refuses to create it. Let RDS keep the password in Secrets Manager with ManageMasterUserPassword: true, or state MasterUserPassword.';
      const fixes = mayBecomeGlobal(cluster, graph) ? [] : [setValue(managed.path, true)];
      report(managed.path, message, { fixes });
    }
  },
};

function hasNoPassword(cluster: GraphResource): boolean {
  const authentication = cluster.property('MasterUserAuthenticationType');
  return (
    isAbsent(cluster.property('MasterUserPassword')) &&
    isOff(cluster.property('ManageMasterUserPassword')) &&
    (isAbsent(authentication) || textOf(authentication) === 'password')
  );
}

/** A global database takes no cluster whose password RDS manages. */
function mayBecomeGlobal(cluster: GraphResource, graph: ResourceGraph): boolean {
  return graph
    .ofType('AWS::RDS::GlobalCluster')
    .some((global) => graph.names(global.property('SourceDBClusterIdentifier'), cluster) !== false);
}

export const page: RulePage = {
  reason:
    'The schema of CloudFormation asks for none of the three ways to give a password, RDS asks for one: the stack fails when the cluster is created.',
  bad: `Resources:
  Orders:
# ^^^^^^ AUR019
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
`,
};
