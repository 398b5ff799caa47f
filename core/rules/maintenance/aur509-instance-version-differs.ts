import { compareEngineVersions, parseEngineVersion } from '../../design/engine-version.ts';
import { textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterOf, engineOf } from '../cluster-of-instance.ts';
import { remove } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR509',
  title: 'An instance has another engine version than its cluster',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [limits.instance_engine_version_mismatch],
  check: (graph, report) => {
    for (const instance of graph.instances) {
      const cluster = clusterOf(graph, instance);
      if (cluster === undefined) continue;
      const engine = engineOf(cluster);
      if (engine === undefined) continue;
      const version = instance.property('EngineVersion');
      const [own, other] = [textOf(version) ?? '', textOf(cluster.property('EngineVersion')) ?? ''];
      const [a, b] = [parseEngineVersion(engine, own), parseEngineVersion(engine, other)];
      if (a === undefined || b === undefined) continue;
      if (compareEngineVersions(a, b) === 0 && a.limitless === b.limitless) continue;
      const message = `EngineVersion is ${own}, and the cluster ${cluster.logicalId} has ${other}: AWS refuses to create the instance. Remove EngineVersion; an instance has the version of its cluster.`;
      report(version.path, message, { fixes: [remove(version.path)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'All instances of a cluster run the version of the cluster. The cluster is created first, so that the stack fails late.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
      EngineVersion: "17.6"
#                    ^^^^^^ AUR509
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
`,
};
