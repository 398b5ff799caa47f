import { switchedOn } from '../../design/cluster-parameters.ts';
import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import * as limits from '../../facts/generated/limits.ts';
import { familyOf } from '../../facts/instance-classes.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** The burstable families that the guide names. */
const families = ['db.t2', 'db.t3'];

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
      const small = cluster.instances.items
        .map((instance) => known(instance.class) ?? '')
        .find((name) => families.includes(familyOf(name)));
      for (const name of switches) {
        const parameter = switchedOn(cluster, name);
        const reason = optimized ? 'I/O-Optimized storage' : small;
        if (parameter === undefined || reason === undefined) continue;
        const message = `${name} is on, and Parallel Query does not work with ${reason}. Switch it off, or ${optimized ? 'use Standard storage' : 'choose r classes'}.`;
        const standard = optimized && small === undefined ? [setValue(cluster.storageType.path, 'aurora')] : [];
        report(parameter.path, message, { fixes: [remove(parameter.path), ...standard] });
      }
    }
  },
};

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
