import { globalMembers } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { isBurstable } from '../../facts/instance-classes.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** What to choose where no other instance shows what is wanted. */
const smallestMemoryOptimised = 'db.r7g.large';

export const rule: DesignRule = {
  id: 'AUR605',
  title: 'A burstable class stands in a global database',
  group: 'Global database',
  severity: 'error',
  facts: [limits.global_instance_class],
  check: (design, report) => {
    const instances = globalMembers(design).flatMap((cluster) => cluster.instances.items);
    const classes = instances.flatMap((instance) => known(instance.class) ?? []);
    const suitable = classes.find((name) => !isBurstable(name)) ?? smallestMemoryOptimised;
    for (const instance of instances) {
      const instanceClass = known(instance.class) ?? '';
      if (!isBurstable(instanceClass)) continue;
      const message = `${instanceClass} is burstable, and global databases refuse such classes. Choose an r class such as ${smallestMemoryOptimised}, or db.serverless.`;
      report(instance.class.path, message, { fixes: [setValue(instance.class.path, suitable)] });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS answers: The requested instance class is not supported by global databases.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.t4g.medium }
#                            ^^^^^^^^^^^^^ AUR605
secondaries:
  - { region: eu-west-1, instances: [{ id: orders-eu, class: db.r7g.large }] }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - { region: eu-west-1, instances: [{ id: orders-eu, class: db.r7g.large }] }
`,
};
