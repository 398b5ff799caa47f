import { clusterParameter, isOn } from '../../design/cluster-parameters.ts';
import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const switches = ['aurora_parallel_query', 'aurora_pq_force'];

export const rule: DesignRule = {
  id: 'AUR205',
  title: 'Parallel Query cannot run with this storage or these classes',
  group: 'Storage',
  severity: 'warning',
  facts: [limits.iopt1_excludes, facts.t_no_parallel_query, features.parallel_query],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-mysql') return;
    for (const cluster of clustersOf(design)) {
      const optimized = known(cluster.storageType) === 'aurora-iopt1';
      const small = cluster.instances.items.map((instance) => known(instance.class) ?? '').find(isBurstable);
      for (const name of switches) {
        const parameter = clusterParameter(cluster, name);
        if (parameter === undefined || !isOn(parameter)) continue;
        const reason = optimized ? 'I/O-Optimized storage' : small;
        if (reason === undefined) continue;
        const message = `${name} is on, and Parallel Query does not work with ${reason}. Switch it off, or ${optimized ? 'use Standard storage' : 'choose r classes'}.`;
        const standard = optimized && small === undefined ? [setValue(cluster.storageType.path, 'aurora')] : [];
        report(parameter.path, message, { fixes: [remove(parameter.path), ...standard] });
      }
    }
  },
};

function isBurstable(name: string): boolean {
  return /^db\.t[23]\./.test(name);
}

export const page: RulePage = {
  reason:
    'Parallel Query needs Standard storage and db.r classes. Elsewhere queries run as if it were off, and whoever counts on it waits.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  storageType: aurora-iopt1
  instances:
    - { id: orders-a, class: db.r7g.large }
  parameters:
    aurora_parallel_query: "ON"
#                          ^^^^ AUR205
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  storageType: aurora
  instances:
    - { id: orders-a, class: db.r7g.large }
  parameters:
    aurora_parallel_query: "ON"
`,
};
