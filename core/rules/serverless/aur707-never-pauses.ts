import { clusterParameter, isOn } from '../../design/cluster-parameters.ts';
import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { globalMembers } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { serverlessOnly } from './capacity.ts';

export const rule: DesignRule = {
  id: 'AUR707',
  title: 'Instances that may pause are kept awake by the design',
  group: 'Serverless v2',
  severity: 'warning',
  facts: [limits.sv2_autopause_blockers],
  check: (design, report) => {
    for (const cluster of serverlessOnly(clustersOf(design))) {
      const { minCapacity } = cluster.serverlessV2ScalingConfiguration;
      const blockers = wakeKeepers(design, cluster);
      if (known(minCapacity) !== 0 || blockers.length === 0) continue;
      const message = `minCapacity 0 lets instances pause, and ${blockers.join(', ')} keeps them awake: they never do. ${limits.sv2_capacity.step} says the same honestly.`;
      report(minCapacity.path, message, { fixes: [setValue(minCapacity.path, limits.sv2_capacity.step)] });
    }
  },
};

/** What in a design keeps the instances of a cluster from pausing. */
function wakeKeepers(design: Design, cluster: Cluster): readonly string[] {
  const binlogFormat = clusterParameter(cluster, 'binlog_format');
  const format = binlogFormat === undefined ? undefined : known(binlogFormat);
  const isSource = cluster === design.primary;
  const feedsBinlog = isSource && design.secondaries.items.some(({ replication }) => known(replication) === 'binlog');
  const keepers: readonly (readonly [boolean, string])[] = [
    [cluster.proxies.items.length > 0, 'RDS Proxy'],
    [(format !== undefined && format.toUpperCase() !== 'OFF') || feedsBinlog, 'binlog replication'],
    [isOn(clusterParameter(cluster, 'rds.logical_replication')), 'logical replication'],
    [cluster.integrations.items.length > 0, 'the zero-ETL integration'],
    [globalMembers(design).includes(cluster), 'the global database'],
    [isOn(clusterParameter(cluster, 'rds.babelfish_status')), 'Babelfish'],
  ];
  return keepers.flatMap(([isThere, name]) => (isThere ? [name] : []));
}

export const page: RulePage = {
  reason: 'Nothing says so: the instances just never pause, and half an ACU is paid day and night.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8 }
#                                                  ^ AUR707 RDS Proxy
  instances:
    - { id: orders-a, class: db.serverless }
  proxies: [{ name: orders }]
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
  proxies: [{ name: orders }]
`,
};
