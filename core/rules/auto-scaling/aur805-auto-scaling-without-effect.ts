import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import { writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR805',
  title: 'Auto scaling of readers does not exist for this cluster',
  group: 'Auto scaling of readers',
  severity: 'warning',
  facts: [limits.as_unsupported],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { autoScaling } = cluster;
      const reason = autoScaling.presence === 'absent' ? undefined : reasonAgainst(design, cluster);
      if (reason === undefined) continue;
      const message = `${reason}: Application Auto Scaling adds no readers there. Remove autoScaling, and declare the readers.`;
      report(autoScaling.path, message, { at: 'key', fixes: [remove(autoScaling.path)] });
    }
  },
};

/** Why the readers of a cluster are not scaled, as the beginning of a sentence; undefined when they can be. */
function reasonAgainst(design: Design, cluster: Cluster): string | undefined {
  if (globalSecondaries(design).some((secondary) => secondary === cluster)) {
    return 'This cluster is a secondary of a global database';
  }
  const writer = writerOf(design, cluster);
  return writer !== undefined && known(writer.class) === serverlessClass
    ? 'The writer of this cluster is db.serverless'
    : undefined;
}

export const page: RulePage = {
  reason:
    'Readers are added by Application Auto Scaling in provisioned clusters only, and not in a secondary of a global database. A Serverless v2 cluster scales the capacity of the readers it has.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless }
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 16 }
  autoScaling: { minCapacity: 1, maxCapacity: 4, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
# ^^^^^^^^^^^ AUR805 db.serverless
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless }
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 16 }
`,
};
