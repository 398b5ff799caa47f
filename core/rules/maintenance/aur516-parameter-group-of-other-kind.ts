import { type GraphResource, isAbsent, isRefTo, type ResourceGraph } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const ofClusters = 'AWS::RDS::DBClusterParameterGroup';
const ofInstances = 'AWS::RDS::DBParameterGroup';

export const rule: TemplateRule = {
  id: 'AUR516',
  title: 'A parameter group is of the other kind',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [limits.parameter_group_kinds],
  check: (graph, report) => {
    const check = (resource: GraphResource, property: string, kind: string, other: string) => {
      const value = resource.property(property);
      const group = graph.referredTo(value);
      if (group?.type !== other || !isRefTo(group, value)) return;
      // A group of the right kind, outside the template, may happen to have the same name.
      const hasName = !isAbsent(group.property(nameOf(other)));
      const message = `${property} refers to ${group.logicalId}, which is a ${shortName(other)}: AWS looks for a ${shortName(kind)} of that name and finds none. Refer to one.`;
      report(value.path, message, {
        ...(hasName ? { severity: 'warning' } : {}),
        fixes: referTo(graph, kind, value.path),
      });
    };
    for (const cluster of graph.clusters) check(cluster, 'DBClusterParameterGroupName', ofClusters, ofInstances);
    for (const instance of graph.instances) check(instance, 'DBParameterGroupName', ofInstances, ofClusters);
  },
};

/** The property with the name of a group. */
function nameOf(type: string): string {
  return `${shortName(type)}Name`;
}

function shortName(type: string): string {
  return type.replace('AWS::RDS::', '');
}

/** The fix that refers to the only group of the right kind that the template has. */
function referTo(graph: ResourceGraph, kind: string, path: GraphResource['path']): readonly DesignFix[] {
  const [only, ...others] = graph.ofType(kind);
  if (only === undefined || others.length > 0) return [];
  const edit = { kind: 'set', path, value: { Ref: only.logicalId } } as const;
  return [{ title: `Refer to ${only.logicalId}`, edits: [edit] }];
}

export const page: RulePage = {
  reason:
    'The two kinds of parameter groups look alike in a template and are apart in RDS. The name of one says nothing where the other is asked for.',
  bad: `Resources:
  Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Description: Parameters of the cluster
      Family: aurora-mysql8.0
      Parameters: { time_zone: UTC }
  InstanceParameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Description: Parameters of each instance
      Family: aurora-mysql8.0
      Parameters: { max_connections: 2000 }
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      DBClusterParameterGroupName: !Ref InstanceParameters
#                                       ^^^^^^^^^^^^^^^^^^ AUR516
`,
  good: `Resources:
  Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Description: Parameters of the cluster
      Family: aurora-mysql8.0
      Parameters: { time_zone: UTC }
  InstanceParameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Description: Parameters of each instance
      Family: aurora-mysql8.0
      Parameters: { max_connections: 2000 }
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      DBClusterParameterGroupName: !Ref Parameters
`,
};
