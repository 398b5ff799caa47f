import { formatDuration } from '../../design/format/duration.ts';
import { known, knownOr } from '../../design/node.ts';
import { defaultDuration } from '../../simulation/scenario.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'SIM010',
  title: 'An event comes after the end of the run',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [],
  check: ({ scenarios }, report) => {
    for (const { duration, events, expect } of scenarios.items) {
      const length = knownOr(duration, defaultDuration);
      if (length === undefined) continue;
      for (const { at } of [...events.items, ...expect.at.items]) {
        const instant = known(at);
        if (instant === undefined || instant < length) continue;
        const minutes = Math.floor(instant / 60_000) + 1;
        const message = `The run ends after ${formatDuration(length)}, and this comes at ${formatDuration(instant)}. Set duration to more, such as ${minutes}m.`;
        const edits = [{ kind: 'set', path: duration.path, value: `${minutes}m` }] as const;
        report(at.path, message, { fixes: [{ title: `Set duration to ${minutes}m`, edits }] });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'What comes after the end is never played, and an expectation on it can never be decided.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
scenarios:
  - name: crash late
    duration: 10m
    events:
      - { at: 15m, crash: writer }
#             ^^^ SIM010 10 min
    expect: { dataLoss: 0s }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
scenarios:
  - name: crash late
    duration: 16m
    events:
      - { at: 15m, crash: writer }
    expect: { dataLoss: 0s }
`,
};
