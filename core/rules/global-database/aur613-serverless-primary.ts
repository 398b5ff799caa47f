import { globalMembers } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const least = limits.global_serverless_min_acu_recommended.value;

export const rule: DesignRule = {
  id: 'AUR613',
  title: 'The Serverless v2 primary of a global database starts below 8 ACU',
  group: 'Global database',
  severity: 'warning',
  facts: [limits.global_serverless_min_acu_recommended],
  check: (design, report) => {
    const { primary } = design;
    if (!globalMembers(design).includes(primary)) return;
    if (!primary.instances.items.some((instance) => known(instance.class) === serverlessClass)) return;
    const { minCapacity, maxCapacity } = primary.serverlessV2ScalingConfiguration;
    const min = known(minCapacity);
    const max = known(maxCapacity) ?? limits.sv2_capacity.max;
    if (min === undefined || min >= least) return;
    const message = `minCapacity is ${min} ACU; AWS recommends ${least} or more for the primary of a global database, whose writer also feeds the other Regions. Set ${least}.`;
    const raised = { kind: 'set', path: minCapacity.path, value: least } as const;
    // A range has to stay one.
    const widened = { kind: 'set', path: maxCapacity.path, value: 2 * least } as const;
    const edits = max <= least ? [raised, widened] : [raised];
    report(minCapacity.path, message, { fixes: [{ title: `Set minCapacity to ${least}`, edits }] });
  },
};

export const page: RulePage = {
  reason: 'A primary that has scaled down has too little memory and CPU left for the replication to the other Regions.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 16 }
#                                                  ^ AUR613 8 or more
  instances:
    - { id: orders-a, class: db.serverless }
secondaries:
  - region: eu-west-1
    serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 16 }
    instances:
      - { id: orders-eu-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.serverless }
secondaries:
  - region: eu-west-1
    serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 16 }
    instances:
      - { id: orders-eu-a, class: db.serverless }
`,
};
