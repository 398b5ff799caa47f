import {
  areSameNames,
  type GraphResource,
  type GraphValue,
  itemsOf,
  type ResourceGraph,
  textOf,
} from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterOf, instancesOf } from '../cluster-of-instance.ts';
import type { DesignFix, Report, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { createAfter } from '../template-fix.ts';

export const rule: TemplateRule = {
  id: 'AUR122',
  title: 'A resource may be created before the cluster or instance that it names',
  group: 'Topology',
  severity: 'warning',
  facts: [limits.cluster_identifier, limits.custom_endpoint_cfn],
  check: (graph, report) => {
    for (const instance of graph.instances) {
      checkOrder(graph, instance, instance.property('DBClusterIdentifier'), clusterOf(graph, instance), report);
    }
    for (const endpoint of graph.ofType(limits.custom_endpoint_cfn.type)) {
      const cluster = clusterOf(graph, endpoint);
      checkOrder(graph, endpoint, endpoint.property('DBClusterIdentifier'), cluster, report);
      for (const member of ['StaticMembers', 'ExcludedMembers'].flatMap(
        (list) => itemsOf(endpoint.property(list)) ?? [],
      )) {
        const named =
          cluster &&
          instancesOf(graph, cluster).find((one) => areSameNames(one.property('DBInstanceIdentifier'), member));
        checkOrder(graph, endpoint, member, named, report);
      }
    }
  },
};

/** What is named by its identifier, without a reference, has to come first. */
function checkOrder(
  graph: ResourceGraph,
  resource: GraphResource,
  named: GraphValue,
  earlier: GraphResource | undefined,
  report: Report,
): void {
  if (earlier === undefined || graph.createdBefore(resource).has(earlier.logicalId)) return;
  const [what, name] = [kindOf(earlier), earlier.logicalId];
  const message = `${propertyAt(named)} names the ${what} ${name} by its identifier, and nothing says that it comes first: CloudFormation creates both at once, and the ${kindOf(resource)} fails when the ${what} is not there yet. Use !Ref ${name}.`;
  report(named.path, message, { fixes: fixesOf(graph, resource, earlier, named) });
}

function kindOf({ type }: GraphResource): string {
  if (type === limits.custom_endpoint_cfn.type) return 'endpoint';
  return type === 'AWS::RDS::DBCluster' ? 'cluster' : 'instance';
}

/** The property in which a value stands. */
function propertyAt({ path }: GraphValue): string {
  return String(path[3]);
}

function fixesOf(
  graph: ResourceGraph,
  resource: GraphResource,
  earlier: GraphResource,
  named: GraphValue,
): readonly DesignFix[] {
  if (graph.createdBefore(earlier).has(resource.logicalId)) return [];
  const text = textOf(named);
  const edit = { kind: 'set', path: named.path, value: { Ref: earlier.logicalId } } as const;
  const refer: DesignFix = { title: `Refer to ${earlier.logicalId}`, edits: [edit], replacesNothing: true };
  // Ref gives the identifier in lower case: from any other spelling CloudFormation would see a change.
  const isTheSame = text !== undefined && text === text.toLowerCase();
  return [...(isTheSame ? [refer] : []), createAfter(resource, earlier)];
}

export const page: RulePage = {
  reason:
    'Only a reference or DependsOn puts resources in order. The first deployment of such a template fails now and then, later ones never do, which is why the fault stays.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: orders
#                          ^^^^^^ AUR122
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
};
