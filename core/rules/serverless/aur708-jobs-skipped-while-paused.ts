import { clusterParameter, switchedOn } from '../../design/cluster-parameters.ts';
import { type Cluster, clustersOf } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { serverlessOnly } from './capacity.ts';

export const rule: DesignRule = {
  id: 'AUR708',
  title: 'Jobs inside the database are skipped while it is paused',
  group: 'Serverless v2',
  severity: 'warning',
  facts: [limits.sv2_autopause_jobs],
  check: (design, report) => {
    for (const cluster of serverlessOnly(clustersOf(design))) {
      const { minCapacity } = cluster.serverlessV2ScalingConfiguration;
      const scheduler = schedulerOf(cluster);
      if (known(minCapacity) !== 0 || scheduler === undefined) continue;
      const message = `${scheduler.name} does not wake a paused instance: jobs that are due then are skipped. Schedule them from outside, or set minCapacity to ${limits.sv2_capacity.step}.`;
      const fixes = [setValue(minCapacity.path, limits.sv2_capacity.step)];
      report(scheduler.parameter.path, message, { fixes });
    }
  },
};

/** The parameter that switches a scheduler inside the database on. */
function schedulerOf(cluster: Cluster): { readonly name: string; readonly parameter: Value<string> } | undefined {
  const libraries = clusterParameter(cluster, 'shared_preload_libraries');
  if (libraries !== undefined && namesIn(known(libraries) ?? '').includes('pg_cron')) {
    return { name: 'pg_cron', parameter: libraries };
  }
  const events = switchedOn(cluster, 'event_scheduler');
  return events === undefined ? undefined : { name: 'The event scheduler', parameter: events };
}

function namesIn(list: string): readonly string[] {
  return list.split(',').map((name) => name.trim());
}

export const page: RulePage = {
  reason:
    'Only connections wake a paused instance. A nightly job that finds it asleep does not run, and nobody is told.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
  parameters: { shared_preload_libraries: "pg_stat_statements,pg_cron" }
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR708
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
  parameters: { shared_preload_libraries: "pg_stat_statements,pg_cron" }
`,
};
