import { type Cluster, clustersOf } from '../../design/design.ts';
import { allKnown, type Value } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

type Setting = 'performanceInsightsEnabled' | 'monitoringInterval';

export const rule: DesignRule = {
  id: 'AUR1018',
  title: 'Database Insights sees instances with different settings',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.database_insights],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const mode = cluster.databaseInsightsMode;
      if (mode.presence !== 'known') continue;
      for (const setting of ['performanceInsightsEnabled', 'monitoringInterval'] as const) {
        const values = [...new Set(settingsOf(cluster, setting))];
        if (values.length < 2) continue;
        const message = `The instances of this cluster differ in ${setting} (${values.join(', ')}), and Database Insights needs the same on all of them. State it once, on the cluster.`;
        report(mode.path, message, { fixes: stateOnCluster(cluster, setting) });
      }
    }
  },
};

/** What counts for each instance: its own value, else that of the cluster, else off. Undefined when one is unknown. */
function settingsOf(cluster: Cluster, setting: Setting): readonly (boolean | number)[] | undefined {
  const shared: Value<boolean | number> = cluster[setting];
  const off: Value<boolean | number> = {
    ...shared,
    presence: 'known',
    value: setting === 'monitoringInterval' ? 0 : false,
  };
  return allKnown(
    cluster.instances.items.map((instance): Value<boolean | number> => {
      const own = instance[setting];
      return [own, shared].find(({ presence }) => presence !== 'absent') ?? off;
    }),
  );
}

/** Where the cluster states the setting, its instances need not. Switching it on for all is left to people. */
function stateOnCluster(cluster: Cluster, setting: Setting): readonly DesignFix[] {
  if (cluster[setting].presence !== 'known') return [];
  const own = cluster.instances.items.flatMap((instance) => {
    const { presence, path } = instance[setting];
    return presence === 'known' ? [{ kind: 'remove', path } as const] : [];
  });
  return [{ title: `Leave ${setting} to the cluster`, edits: own }];
}

export const page: RulePage = {
  reason:
    'Database Insights shows a cluster as a whole: an instance that measures less leaves a hole in the picture, and AWS asks for equal settings.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large, performanceInsightsEnabled: false }
  performanceInsightsEnabled: true
  databaseInsightsMode: standard
#                       ^^^^^^^^ AUR1018 true, false
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  performanceInsightsEnabled: true
  databaseInsightsMode: standard
`,
};
