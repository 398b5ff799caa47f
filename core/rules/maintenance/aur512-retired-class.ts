import { clustersOf } from '../../design/design.ts';
import { engineVersionOf } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { engineName } from '../../facts/engine-versions.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import { instanceClassSupport, isRetired } from '../../facts/instance-classes.ts';
import { classInPlaceOf, replaceClass, takesClass } from '../class-choice.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const never: readonly string[] = facts.never_for_aurora.value;

export const rule: DesignRule = {
  id: 'AUR512',
  title: 'Aurora never took the class, or takes it no longer with this version',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [facts.r4_versions, facts.small_mysql3, facts.never_for_aurora],
  check: (design, report) => {
    const engine = known(design.engine);
    for (const cluster of clustersOf(design)) {
      const version = known(engineVersionOf(design, cluster));
      for (const instance of cluster.instances.items) {
        const name = known(instance.class) ?? '';
        const support = instanceClassSupport(name);
        const isGone = support !== undefined && isRetired(support) && takesClass(engine, version, support) === 'no';
        if (!isGone && !never.includes(name)) continue;
        const what = [engineName(engine), ...(isGone ? [version] : [])].join(' ').trim();
        const other = classInPlaceOf(design, cluster, name);
        const message = `${what} ${isGone ? 'no longer takes' : 'does not take'} ${name}. Use ${other ?? 'a class of a current family'}.`;
        report(instance.class.path, message, { fixes: replaceClass(cluster, [name], other) });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS answers: RDS does not support creating a DB instance with the following combination. Retired classes do not come back for newer versions.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.14"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r4.large }
#                            ^^^^^^^^^^^ AUR512
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.14"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
