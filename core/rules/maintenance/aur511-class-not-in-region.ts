import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { engineName } from '../../facts/engine-versions.ts';
import { classesOnSaleFact, instanceClassByName, instanceClassesAsOf, isOnSale } from '../../facts/instance-classes.ts';
import { classInPlaceOf, replaceClass } from '../class-choice.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR511',
  title: 'The class is not on sale in the Region',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [classesOnSaleFact],
  check: (design, report) => {
    const engine = known(design.engine);
    for (const cluster of clustersOf(design)) {
      const region = known(cluster.region) ?? '';
      for (const instance of cluster.instances.items) {
        const found = instanceClassByName(known(instance.class) ?? '');
        if (found === undefined) continue;
        if (isOnSale(found, engine, region) || !isOnSale(found, engine, '')) continue;
        const other = classInPlaceOf(design, cluster, found.class);
        const message = `${found.class} is not on sale for ${engineName(engine)} in ${region} (list of ${instanceClassesAsOf}). Choose ${other ?? 'another class'}.`;
        report(instance.class.path, message, { fixes: replaceClass(cluster, [found.class], other) });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'New families come to Regions one after the other, old ones never come to new Regions. RDS refuses a class that a Region does not have; the list behind this rule ages.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: ap-southeast-4
  instances:
    - { id: orders-a, class: db.r7g.large }
#                            ^^^^^^^^^^^^ AUR511
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: ap-southeast-4
  instances:
    - { id: orders-a, class: db.r6g.large }
`,
};
