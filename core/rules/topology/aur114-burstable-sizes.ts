import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as instanceFacts from '../../facts/generated/instance-facts.ts';
import { compareInstanceClassSize, isBurstable } from '../../facts/instance-classes.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR114',
  title: 'Burstable instances of one Aurora MySQL cluster differ in size',
  group: 'Topology',
  severity: 'warning',
  facts: [instanceFacts.t_same_class],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-mysql') return;
    for (const { instances } of clustersOf(design)) {
      const burstable = instances.items.filter((instance) => isBurstable(known(instance.class) ?? ''));
      const classes = burstable.map((instance) => known(instance.class) ?? '');
      const largest = classes.reduce(
        (best, next) => (compareInstanceClassSize(best, next) > 0 ? next : best),
        classes[0] ?? '',
      );
      for (const { class: instanceClass } of burstable) {
        const own = known(instanceClass);
        if (compareInstanceClassSize(largest, own) >= 0) continue;
        const message = `${own} and ${largest} stand in one cluster. AWS asks for the same class on every burstable instance of Aurora MySQL: the smaller one falls behind. Choose ${largest}.`;
        report(instanceClass.path, message, { fixes: [setValue(instanceClass.path, largest)] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'A burstable instance that is smaller than the others runs out of memory and credits first, and its readers fall behind the writer.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.t4g.medium }
#                            ^^^^^^^^^^^^^ AUR114 db.t4g.large
    - { id: orders-b, class: db.t4g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.t4g.large }
    - { id: orders-b, class: db.t4g.large }
`,
};
