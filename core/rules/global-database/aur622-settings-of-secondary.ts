import type { Cluster } from '../../design/design.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import { recoveryPointParameter } from '../../design/recovery-point.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR622',
  title: 'A secondary lacks settings that the primary has',
  group: 'Global database',
  severity: 'warning',
  facts: [limits.global_settings_not_inherited],
  check: (design, report) => {
    const { primary } = design;
    for (const secondary of globalSecondaries(design)) {
      const region = known(secondary.region) ?? 'this Region';
      if (hasOwnParameters(primary) && hasNoParameters(secondary)) {
        const message = `The primary has a cluster parameter group of its own and the cluster in ${region} has none: it is not inherited when the Region is promoted. Name one here too.`;
        report(secondary.dbClusterParameterGroupName.path, message, { fixes: copyGroupName(primary, secondary) });
      }
      const logs = primary.enableCloudwatchLogsExports.items.flatMap((log) => known(log) ?? []);
      if (logs.length > 0 && secondary.enableCloudwatchLogsExports.presence === 'absent') {
        const message = `The primary exports its logs (${logs.join(', ')}) and the cluster in ${region} does not: after a failover they are missing. Export them here too.`;
        const { path } = secondary.enableCloudwatchLogsExports;
        const edit = { kind: 'set', path, value: logs } as const;
        report(path, message, { fixes: [{ title: `Export ${logs.join(', ')}`, edits: [edit] }] });
      }
    }
  },
};

/** Whether it sets parameters that a promoted secondary would miss; the bound on data loss is the primary's alone (AUR621). */
function hasOwnParameters({ dbClusterParameterGroupName, parameters }: Cluster): boolean {
  const group = known(dbClusterParameterGroupName);
  const others = parameters.entries.filter(({ key }) => key !== recoveryPointParameter);
  return (group !== undefined && !group.startsWith('default.')) || others.length > 0;
}

function hasNoParameters({ dbClusterParameterGroupName, parameters }: Cluster): boolean {
  return dbClusterParameterGroupName.presence === 'absent' && parameters.presence === 'absent';
}

/** The group of the same name: each Region has groups of its own, and equal names are the custom. */
function copyGroupName({ dbClusterParameterGroupName }: Cluster, secondary: Cluster): readonly DesignFix[] {
  const group = known(dbClusterParameterGroupName);
  return group === undefined ? [] : [setValue(secondary.dbClusterParameterGroupName.path, group)];
}

export const page: RulePage = {
  reason:
    'Only the data follow the primary. Parameter groups, log exports, alarms and roles of a secondary are its own, and count from the moment it is promoted.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  enableCloudwatchLogsExports: [postgresql]
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
#   ^^^^^^^^^^^^^^^^^ AUR622 parameter group
#   ^^^^^^^^^^^^^^^^^ AUR622 logs
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbClusterParameterGroupName: orders-16
  enableCloudwatchLogsExports: [postgresql]
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    dbClusterParameterGroupName: orders-16
    enableCloudwatchLogsExports: [postgresql]
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
