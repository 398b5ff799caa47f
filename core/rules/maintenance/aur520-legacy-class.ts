import { clustersOf } from '../../design/design.ts';
import { engineVersionOf } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import { familyOf, instanceClassSupport } from '../../facts/instance-classes.ts';
import { classInPlaceOf, replaceClass, takesClass } from '../class-choice.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const legacyFamilies = ['db.r3', 'db.r4', 'db.t2'];

export const rule: DesignRule = {
  id: 'AUR520',
  title: 'The class is of a legacy family',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [facts.r4_versions, facts.r3_gone, facts.small_mysql3],
  check: (design, report) => {
    const engine = known(design.engine);
    for (const cluster of clustersOf(design)) {
      const version = known(engineVersionOf(design, cluster));
      for (const instance of cluster.instances.items) {
        const name = known(instance.class) ?? '';
        if (!legacyFamilies.includes(familyOf(name))) continue;
        const support = instanceClassSupport(name);
        if (support !== undefined && takesClass(engine, version, support) === 'no') continue;
        const other = classInPlaceOf(design, cluster, name);
        const message = `${name} is of a legacy family: old engine versions alone still take it. Move to ${other ?? 'a current class'}.`;
        report(instance.class.path, message, { fixes: replaceClass(cluster, [name], other) });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'AWS asks to leave db.r3, db.r4 and db.t2 as soon as possible; the next major version refuses them.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r4.large }
#                            ^^^^^^^^^^^ AUR520
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
