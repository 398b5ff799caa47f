import type { Scenario } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'SIM015',
  title: 'The event has no duration',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.segment_repair_time],
  check: ({ scenarios }, report) => {
    for (const event of scenarios.items.flatMap(({ events }) => events.items)) {
      const why = event.for.presence === 'known' ? whyWithoutDuration(event) : undefined;
      if (why === undefined) continue;
      report(event.for.path, `${why} Remove \`for\`: it has no effect here.`, {
        at: 'key',
        fixes: [remove(event.for.path)],
      });
    }
  },
};

/** Why `for` says nothing about an event; undefined where it does, or where the event is not known. */
function whyWithoutDuration({
  fail,
  partition,
  crash,
  restart,
  failover,
  switchover,
}: Scenario['events']['items'][number]) {
  if (known(fail) === 'segment') {
    return `A segment that fails is destroyed, and its repair begins by itself (about ${resilience.segment_repair_time.value} s for 10 GB).`;
  }
  if (fail.presence !== 'absent' || partition.presence !== 'absent') return undefined;
  const moves = [crash, restart, failover, switchover].some(({ presence }) => presence === 'known');
  return moves ? 'How long this takes follows from the design and the assumptions of the run.' : undefined;
}

export const page: RulePage = {
  reason:
    'Only an instance, an AZ or a Region that fails, and a partition, come to an end by themselves. Everything else takes the time that it takes.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
scenarios:
  - name: lose a storage node
    events:
      - { at: 1m, fail: segment, target: pg-0/A, for: 10m }
#                                                ^^^ SIM015 repair
    expect: { dataLoss: 0s }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
scenarios:
  - name: lose a storage node
    events:
      - { at: 1m, fail: segment, target: pg-0/A }
    expect: { dataLoss: 0s }
`,
};
