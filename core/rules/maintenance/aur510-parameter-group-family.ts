import { type Cluster, clustersOf } from '../../design/design.ts';
import { engineVersionOf, versionFamily } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { type GraphResource, type GraphValue, textOf } from '../../design/resource-graph.ts';
import { engineName, familiesFact } from '../../facts/engine-versions.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterOf, engineOf } from '../cluster-of-instance.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR510',
  title: 'A parameter group belongs to another engine or major',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [familiesFact, limits.parameter_group_name],
  check: (design, report) => {
    const engine = known(design.engine);
    if (engine === undefined) return;
    for (const cluster of clustersOf(design)) {
      const version = known(engineVersionOf(design, cluster)) ?? '';
      const family = versionFamily(engine, version);
      for (const group of parameterGroups(cluster)) {
        const name = known(group);
        const [, own, ofEngine] = /^default\.(([a-z][a-z-]*)\d[\d.]*)/.exec(name ?? '') ?? [];
        if (own === undefined || (ofEngine === engine && (family === undefined || own === family))) continue;
        const wanted = family === undefined ? `one of ${engineName(engine)}` : `default.${family}`;
        const what = family === undefined ? engine : `${engine} ${version}`;
        const message = `${name} is of the family ${own}, and the cluster runs ${what}. Use ${wanted}.`;
        report(group.path, message, { fixes: family === undefined ? [] : [setValue(group.path, wanted)] });
      }
    }
  },
  checkTemplate: (graph, report) => {
    for (const cluster of graph.clusters) {
      const name = cluster.property('DBClusterParameterGroupName');
      const group = graph.referredTo(name);
      if (group?.type === 'AWS::RDS::DBClusterParameterGroup') checkGroup(report, cluster, group, name);
    }
    for (const instance of graph.instances) {
      const name = instance.property('DBParameterGroupName');
      const group = graph.referredTo(name);
      const cluster = clusterOf(graph, instance);
      if (group?.type === 'AWS::RDS::DBParameterGroup' && cluster !== undefined)
        checkGroup(report, cluster, group, name);
    }
  },
};

/** Compares the family of a group that stands in the template with what the cluster runs. */
function checkGroup(report: Report, cluster: GraphResource, group: GraphResource, name: GraphValue): void {
  const engine = engineOf(cluster);
  const own = textOf(group.property('Family'));
  if (group.exists !== true || own === undefined || engine === undefined) return;
  const version = textOf(cluster.property('EngineVersion')) ?? '';
  const family = versionFamily(engine, version);
  const isOfEngine = own.startsWith(engine);
  if (isOfEngine && (family === undefined || own.replace('-limitless', '') === family)) return;
  const what = isOfEngine ? `${engine} ${version}` : engine;
  const wanted = family === undefined ? `of ${engineName(engine)}` : `of the family ${family}`;
  const message = `${group.logicalId} is of the family ${own}, and the cluster runs ${what}. Refer to a group ${wanted}.`;
  // Parameters that were given otherwise could mend it.
  const isFixed =
    group.isFixed('Family') && cluster.isFixed('Engine') && (!isOfEngine || cluster.isFixed('EngineVersion'));
  report(name.path, message, isFixed ? {} : { severity: 'warning' });
}

function parameterGroups({ dbClusterParameterGroupName, instances }: Cluster) {
  return [dbClusterParameterGroupName, ...instances.items.map(({ dbParameterGroupName }) => dbParameterGroupName)];
}

export const page: RulePage = {
  reason:
    'RDS refuses a parameter group of another family. The family of a default group is in its name; that of another one is known where it stands in the template.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.14"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  dbClusterParameterGroupName: default.aurora-postgresql15
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR510
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.14"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  dbClusterParameterGroupName: default.aurora-postgresql16
`,
};
