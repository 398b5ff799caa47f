import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import { classInPlaceOf, replaceClass } from '../class-choice.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR513',
  title: 'A general-purpose class (db.m) stands in an Aurora cluster',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [facts.no_m_classes],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      for (const instance of cluster.instances.items) {
        const name = known(instance.class) ?? '';
        if (!/^db\.m\d/.test(name)) continue;
        const other = classInPlaceOf(design, cluster, name);
        const message = `Aurora has no db.m classes, so ${name} is refused. Use ${other ?? 'an r class'}.`;
        report(instance.class.path, message, { fixes: replaceClass(cluster, [name], other) });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'Classes of db.m families belong to other engines of RDS. Aurora has memory-optimised and burstable classes.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.m6g.large }
#                            ^^^^^^^^^^^^ AUR513
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
