import { type Cluster, clustersOf, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** What Enhanced Monitoring is set on: an instance, or a cluster for all of its instances. */
type Monitored = Pick<Cluster | Instance, 'monitoringInterval' | 'monitoringRoleArn'>;

const slowest = Math.max(...limits.monitoring_interval.value);

export const rule: DesignRule = {
  id: 'AUR1007',
  title: 'Enhanced Monitoring has an interval without a role, or a role without an interval',
  group: 'Security, monitoring, integrations',
  severity: 'error',
  facts: [limits.monitoring_interval],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { items, presence } = cluster.instances;
      for (const monitored of [cluster, ...items]) checkInterval(monitored, cluster, report);
      for (const instance of items) checkRole(instance, [instance, cluster], report);
      if (presence !== 'unknown') checkRole(cluster, [cluster, ...items], report);
    }
  },
};

/** An instance may also use the role of its cluster. */
function checkInterval({ monitoringInterval, monitoringRoleArn }: Monitored, cluster: Cluster, report: Report): void {
  const seconds = known(monitoringInterval) ?? 0;
  if (seconds <= 0 || [monitoringRoleArn, cluster.monitoringRoleArn].some(({ presence }) => presence !== 'absent')) {
    return;
  }
  const message = `Enhanced Monitoring every ${seconds} s needs a role that writes to CloudWatch Logs. Set monitoringRoleArn, or monitoringInterval to 0.`;
  report(monitoringInterval.path, message, { fixes: [setValue(monitoringInterval.path, 0)] });
}

function checkRole({ monitoringInterval, monitoringRoleArn }: Monitored, users: readonly Monitored[], report: Report) {
  const isOff = (user: Monitored) =>
    user.monitoringInterval.presence === 'absent' || known(user.monitoringInterval) === 0;
  if (monitoringRoleArn.presence !== 'known' || !users.every(isOff)) return;
  const message = `monitoringRoleArn is given while Enhanced Monitoring is off. Set monitoringInterval, for example to ${slowest} s, or remove the role.`;
  report(monitoringRoleArn.path, message, { at: 'key', fixes: [setValue(monitoringInterval.path, slowest)] });
}

export const page: RulePage = {
  reason:
    'RDS answers: A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0. The role alone is refused as well.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  monitoringInterval: 15
#                     ^^ AUR1007 needs a role
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  monitoringInterval: 15
  monitoringRoleArn: arn:aws:iam::123456789012:role/orders-monitoring
`,
};
