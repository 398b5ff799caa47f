import { formatDuration, writeDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import { copiesIn } from '../../design/scenario-copies.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { compileFigures } from '../../simulation/compile/figures.ts';
import { readAssumptions } from '../../simulation/read-scenario.ts';
import { isProblem } from '../../simulation/scenario.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { nameableIn } from './nameable.ts';

export const rule: DesignRule = {
  id: 'SIM019',
  title: 'A restore comes before its snapshot is complete',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.pitr],
  check: (design, report) => {
    const ofDesign = nameableIn(design).snapshots;
    for (const scenario of design.scenarios.items) {
      const figures = compileFigures(readAssumptions(scenario));
      if (ofDesign === undefined || isProblem(figures)) continue;
      const { min, max } = figures.snapshot;
      const taken = copiesIn(scenario).filter(({ isSnapshot }) => isSnapshot);
      for (const { at, restore } of scenario.events.items) {
        const name = known(restore.snapshot);
        const instant = known(at);
        if (name === undefined || instant === undefined || ofDesign.includes(name)) continue;
        const instants = taken.flatMap((copy) => (copy.name === name ? [known(copy.event.at)] : []));
        if (instants.length === 0 || instants.some((one) => one === undefined || one + min <= instant)) continue;
        const first = instants.reduce<number>((least, one) => Math.min(least, one ?? least), Number.POSITIVE_INFINITY);
        const complete = first + max;
        const message = `Snapshot ${name} is taken at ${formatDuration(first)} and can be restored after ${formatDuration(max)} at most; this comes at ${formatDuration(instant)}. Restore it at ${writeDuration(complete)}.`;
        report(restore.snapshot.path, message, { fixes: [setValue(at.path, writeDuration(complete))] });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'A snapshot that is not complete cannot be restored: the event is refused, and no cluster comes of it.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
scenarios:
  - name: go back to before the migration
    events:
      - { at: 5m, restore: { snapshot: before } }
#                                      ^^^^^^ SIM019 at 10 min
      - { at: 10m, snapshot: before }
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
scenarios:
  - name: go back to before the migration
    events:
      - { at: 10m, snapshot: before }
      - { at: 20m, restore: { snapshot: before } }
    expect: { dataLoss: 0s }
`,
};
