import { type Cluster, clustersOf } from '../../design/design.ts';
import { engineVersionOf, versionFamily } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { engineName, familiesFact } from '../../facts/engine-versions.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR510',
  title: 'A default parameter group belongs to another engine or major',
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
        const [, own, ofEngine] = /^default\.(([a-z][a-z-]*)\d+(?:\.\d+)?)/.exec(name ?? '') ?? [];
        if (own === undefined || (ofEngine === engine && (family === undefined || own === family))) continue;
        const wanted = family === undefined ? `one of ${engineName(engine)}` : `default.${family}`;
        const what = family === undefined ? engine : `${engine} ${version}`;
        const message = `${name} is of the family ${own}, and the cluster runs ${what}. Use ${wanted}.`;
        report(group.path, message, { fixes: family === undefined ? [] : [setValue(group.path, wanted)] });
      }
    }
  },
};

function parameterGroups({ dbClusterParameterGroupName, instances }: Cluster) {
  return [dbClusterParameterGroupName, ...instances.items.map(({ dbParameterGroupName }) => dbParameterGroupName)];
}

export const page: RulePage = {
  reason:
    'RDS refuses a parameter group of another family. The family of a default group is in its name; that of other groups is not known here.',
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
