import type { Scenario } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { judgedInvariants } from '../../simulation/engine/invariants.ts';
import { parseComparison } from '../../simulation/outcome/comparison.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { suggestWord } from '../suggestion.ts';

const durations = [
  'writerRecovery',
  'writesUnavailable',
  'readsUnavailable',
  'dataLoss',
  'regionRecovery',
  'regionDataLoss',
] as const;
const ofRegions = ['regionRecovery', 'regionDataLoss'] as const;

export const rule: DesignRule = {
  id: 'SIM014',
  title: 'Nothing in the scenario can decide the expectation',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.global_not_automatic],
  check: ({ scenarios }, report) => {
    for (const scenario of scenarios.items) {
      checkComparisons(scenario, report);
      checkInvariants(scenario, report);
      checkRegions(scenario, report);
    }
  },
};

function checkComparisons({ expect }: Scenario, report: Report): void {
  for (const name of durations) {
    const text = known(expect[name]);
    if (text === undefined || parseComparison(text) !== undefined) continue;
    const message = `${name} is compared with a time, and "${text}" is none. Write a comparison with a unit, such as "< 60s".`;
    const inSeconds = `${text.trim()}s`;
    const fixes = parseComparison(inSeconds) === undefined ? [] : [setValue(expect[name].path, inSeconds)];
    report(expect[name].path, message, { fixes });
  }
}

function checkInvariants({ expect }: Scenario, report: Report): void {
  for (const invariant of expect.never.items) {
    const name = known(invariant);
    if (name === undefined || judgedInvariants.some((judged) => judged === name)) continue;
    const checked = `Checked are ${judgedInvariants.join(' and ')}.`;
    const { advice, fixes } = suggestWord(invariant.path, name, judgedInvariants, checked);
    report(invariant.path, `No run checks ${name}. ${advice}`, { fixes });
  }
}

/** Without an event that concerns Regions both measures are 0, whatever the design is. */
function checkRegions({ events, expect }: Scenario, report: Report): void {
  const expected = ofRegions.filter((name) => expect[name].presence === 'known');
  if (expected.length === 0 || events.presence !== 'known' || events.items.some(mayConcernRegions)) return;
  for (const name of expected) {
    const { path } = expect[name];
    const message = `No event of this scenario concerns a Region, so that ${name} is always 0. Fail a Region, or remove the expectation.`;
    report(path, message, { fixes: [remove(path)] });
  }
}

function mayConcernRegions({
  presence,
  fail,
  failover,
  switchover,
  partition,
  modify,
  add,
}: Scenario['events']['items'][number]): boolean {
  const words = [known(fail), known(failover), known(add)];
  return (
    presence !== 'known' ||
    words.includes('region') ||
    [fail, failover, add].some((event) => event.presence === 'unknown') ||
    [switchover, partition, modify].some((event) => event.presence !== 'absent')
  );
}

export const page: RulePage = {
  reason: 'An expectation that no run can judge stays inconclusive, and one that always holds says nothing.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
scenarios:
  - name: crash the writer
    events: [{ at: 1m, crash: writer }]
    expect:
      writerRecovery: "< 60"
#                     ^^^^^^ SIM014 unit
      regionRecovery: "< 5m"
#                     ^^^^^^ SIM014 No event
      never: [acked-commits-lost]
#             ^^^^^^^^^^^^^^^^^^ SIM014 acked-commit-lost
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
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
scenarios:
  - name: crash the writer
    events: [{ at: 1m, crash: writer }]
    expect:
      writerRecovery: "< 60s"
      never: [acked-commit-lost]
`,
};
