import { clustersOf } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { engineName } from '../../facts/engine-versions.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import { instanceClassesFact, instanceClassSupport, isRetired } from '../../facts/instance-classes.ts';
import { classInPlaceOf, replaceClass } from '../class-choice.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';

export const rule: DesignRule = {
  id: 'AUR518',
  title: 'The class needs a newer engine version, or another engine',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [instanceClassesFact, facts.minimum_is_a_floor_today, facts.nvme_postgres_only],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      for (const instance of cluster.instances.items) {
        const name = known(instance.class) ?? '';
        const support = instanceClassSupport(name);
        if (support === undefined || isRetired(support)) continue;
        const older = versionWithout(design, cluster, support);
        if (older === undefined) continue;
        const never = support[older.engine] === 'none';
        const what = never ? engineName(older.engine) : older.name;
        const advice = never ? 'Choose another class.' : 'Raise the version or choose another class.';
        const message = `By the Aurora guide ${what} does not take ${name}. ${advice}`;
        const other = replaceClass(cluster, [name], classInPlaceOf(design, cluster, name));
        report(instance.class.path, message, {
          fixes: [...raiseVersion(design, older.version, asOf, [support]), ...other],
        });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Each family of classes has a least version per major, and those with local NVMe are for Aurora PostgreSQL. AWS lowers these minimums at times: the versions are those of the guide.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r6gd.xlarge }
#                            ^^^^^^^^^^^^^^ AUR518
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.xlarge }
`,
};
