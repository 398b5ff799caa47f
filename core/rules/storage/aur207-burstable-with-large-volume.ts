import { clustersOf } from '../../design/design.ts';
import { formatSize } from '../../design/format/size.ts';
import { known } from '../../design/node.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import { isBurstable } from '../../facts/instance-classes.ts';
import { classInPlaceOf, replaceClass } from '../class-choice.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const terabyte = 1_000_000_000_000;
const { value: most, unit } = facts.t_not_over_40tb;

export const rule: DesignRule = {
  id: 'AUR207',
  title: 'A burstable class serves a very large volume',
  group: 'Storage',
  severity: 'warning',
  facts: [facts.t_not_over_40tb],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const bytes = known(cluster.volume.size) ?? 0;
      if (bytes <= most * terabyte) continue;
      const burstable = cluster.instances.items.map((instance) => known(instance.class) ?? '').filter(isBurstable);
      for (const instance of cluster.instances.items) {
        const name = known(instance.class) ?? '';
        if (!burstable.includes(name)) continue;
        const other = classInPlaceOf(design, cluster, name, { burstable: false });
        const message = `The volume holds ${formatSize(bytes)}, and AWS advises against burstable classes such as ${name} over ${most} ${unit}. Choose an r class.`;
        report(instance.class.path, message, { fixes: replaceClass(cluster, burstable, other) });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'The memory of a T class is too small for what an instance keeps of a large volume: queries slow down, and the instance runs out of memory.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  volume: { size: 50 TB }
  instances:
    - { id: orders-a, class: db.t4g.large }
#                            ^^^^^^^^^^^^ AUR207
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  volume: { size: 50 TB }
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
