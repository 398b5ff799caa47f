import type { EditValue } from '../../design/edit.ts';
import {
  type GraphResource,
  type GraphValue,
  isRefTo,
  type ResourceGraph,
  textOf,
} from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, Report, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';
import { scalingTypes } from './scaling-resources.ts';

const { ServiceNamespace: namespace, ScalableDimension: dimension, ResourceIdPattern } = limits.as_dimension.value;
const resourceId = new RegExp(ResourceIdPattern);

export const rule: TemplateRule = {
  id: 'AUR801',
  title: 'Auto scaling names no Aurora cluster in the way it has to',
  group: 'Auto scaling of readers',
  severity: 'error',
  facts: [limits.as_dimension],
  check: (graph, report) => {
    for (const resource of scalingTypes.flatMap((type) => graph.ofType(type))) {
      const scaled = textOf(resource.property('ScalableDimension'));
      if (scaled === dimension) checkCluster(graph, resource, report);
      else if (scaled !== undefined) checkDimension(resource, scaled, report);
    }
  },
};

/** What stands beside the dimension of Aurora. */
function checkCluster(graph: ResourceGraph, resource: GraphResource, report: Report): void {
  const service = resource.property('ServiceNamespace');
  const name = textOf(service);
  if (name !== undefined && name !== namespace) {
    const message = `ServiceNamespace is ${name}: readers of Aurora scale in the namespace ${namespace}, and AWS refuses ${dimension} in another one.`;
    report(service.path, message, { fixes: [put(service, namespace)] });
  }
  const id = resource.property('ResourceId');
  const text = textOf(id);
  if (text !== undefined && !resourceId.test(text)) {
    const message = `ResourceId is "${text}": AWS takes a cluster here as cluster: and its identifier, and refuses anything else.`;
    const mended = `cluster:${text}`;
    report(id.path, message, { fixes: resourceId.test(mended) ? [put(id, mended)] : [] });
  }
  const cluster = plainReference(graph, id);
  if (cluster === undefined) return;
  const message = `ResourceId is the identifier of ${cluster.logicalId} alone: AWS takes a cluster here as cluster: and its identifier, and refuses anything else.`;
  report(id.path, message, { fixes: [put(id, { 'Fn::Sub': `cluster:\${${cluster.logicalId}}` })] });
}

/** Another dimension in the namespace of Aurora. */
function checkDimension(resource: GraphResource, scaled: string, report: Report): void {
  const isCluster = textOf(resource.property('ResourceId'))?.startsWith('cluster:') === true;
  if (textOf(resource.property('ServiceNamespace')) !== namespace || !isCluster) return;
  const value = resource.property('ScalableDimension');
  const message = `ScalableDimension is ${scaled}: what scales in an Aurora cluster is ${dimension}.`;
  // The dimensions of a namespace are a list that AWS may extend; those of another service never are among them.
  const severity = scaled.startsWith(`${namespace}:`) ? 'warning' : 'error';
  report(value.path, message, { severity, fixes: [put(value, dimension)] });
}

/** The cluster to which a value is a plain Ref. */
function plainReference(graph: ResourceGraph, value: GraphValue): GraphResource | undefined {
  const resource = graph.referredTo(value);
  return resource?.type === 'AWS::RDS::DBCluster' && isRefTo(resource, value) ? resource : undefined;
}

function put({ path }: GraphValue, value: EditValue): DesignFix {
  const title = typeof value === 'string' ? `Set ${path.at(-1)} to ${value}` : 'Put cluster: before it';
  return ofNewResource({ title, edits: [{ kind: 'set', path, value }] });
}

export const page: RulePage = {
  reason:
    'Application Auto Scaling serves many services and knows what to scale by namespace, dimension and the form of the id alone. What does not go together is refused.',
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
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
  OrdersB:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
  Readers:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    DependsOn: OrdersA
    Properties:
      ServiceNamespace: rds
      ScalableDimension: rds:cluster:ReadReplicaCount
      ResourceId: !Ref Orders
#                      ^^^^^^ AUR801
      MinCapacity: 1
      MaxCapacity: 4
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
  OrdersB:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
  Readers:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    DependsOn: OrdersA
    Properties:
      ServiceNamespace: rds
      ScalableDimension: rds:cluster:ReadReplicaCount
      ResourceId: !Sub "cluster:\${Orders}"
      MinCapacity: 1
      MaxCapacity: 4
`,
};
