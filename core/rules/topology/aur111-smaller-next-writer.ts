import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { nextWriterOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { compareInstanceClassSize } from '../../facts/instance-classes.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR111',
  title: 'The reader that is promoted first is smaller than the writer',
  group: 'Topology',
  severity: 'warning',
  facts: [resilience.promotion_rule, limits.reader_same_class_recommended],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const writer = writerOf(design, cluster);
      const promotion = nextWriterOf(design, cluster);
      if (promotion === undefined || writer === undefined) continue;
      const writerClass = known(writer.class) ?? '';
      const { id, class: readerClass, instance } = promotion.promoted;
      if (compareInstanceClassSize(writerClass, readerClass) >= 0) continue;
      const message = `${id} is promoted when the writer fails, and ${readerClass} is smaller than the writer's ${writerClass}: it then has to carry the same load. Give it the writer's class, or a larger reader a lower tier.`;
      report(instance.class.path, message, { fixes: [setValue(instance.class.path, writerClass)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Promotion looks at the tier first and only then at the size. AWS recommends failover targets of the class of the writer.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.2xlarge }
    - { id: orders-b, class: db.r7g.large }
#                            ^^^^^^^^^^^^ AUR111 db.r7g.2xlarge
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.2xlarge }
    - { id: orders-b, class: db.r7g.2xlarge }
`,
};
