import { clustersOf, type Design, type Scenario } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import { judgedInvariants } from '../../simulation/engine/invariants.ts';
import { type Comparison, holds, parseComparison, parseNumberComparison } from '../../simulation/outcome/comparison.ts';
import { segmentsPerGroup } from '../../simulation/quorum.ts';
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

type InstantNode = Scenario['expect']['at']['items'][number];

export const rule: DesignRule = {
  id: 'SIM014',
  title: 'Nothing in the scenario can decide the expectation',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.global_not_automatic],
  check: (design, report) => {
    for (const scenario of design.scenarios.items) {
      checkComparisons(scenario, report);
      checkInvariants(scenario, report);
      checkRegions(scenario, report);
      for (const instant of scenario.expect.at.items) checkInstant(instant, design, report);
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
  checkNumber('writeConflicts', expect.writeConflicts, report);
  checkNumber('costUsd', expect.costUsd, report);
}

/** Reports a text that is no comparison with a number. `removed` is what goes when it does. */
function checkNumber(name: string, value: Value<string>, report: Report, removed = value.path): Comparison | undefined {
  const text = known(value);
  if (text === undefined) return undefined;
  const comparison = parseNumberComparison(text);
  if (comparison !== undefined) return comparison;
  const message = `${name} is compared with a number, and "${text}" is none. Write one such as 2 or "> 2".`;
  report(value.path, message, { fixes: [remove(removed)] });
  return undefined;
}

function checkInstant(instant: InstantNode, design: Design, report: Report): void {
  const { presence, path, readers, quorum, capacity } = instant;
  const compared = comparedAt(instant);
  if (presence === 'known' && compared === 0) {
    const message = 'Nothing is compared at this instant. Say what holds then, such as writes: up.';
    report(path, message, { fixes: [remove(path)] });
  }
  const removedWith = (line: Path) => (compared === 1 ? path : line);
  checkNumber('readers', readers, report, removedWith(readers.path));
  for (const { node } of quorum.entries) checkQuorum(node, report, removedWith(node.path));
  for (const { key, node } of capacity.entries) {
    const comparison = checkNumber('capacity', node, report, removedWith(node.path));
    if (comparison !== undefined) checkHasCapacity(key, node.path, design, report, removedWith(node.path));
  }
}

/** How many things are compared at an instant. */
function comparedAt({ writes, reads, writer, readers, endpoints, quorum, capacity }: InstantNode): number {
  const scalars = [writes, reads, writer, readers].filter(({ presence }) => presence !== 'absent').length;
  return [endpoints, quorum, capacity].reduce(
    (sum, { presence, entries }) => sum + (presence === 'unknown' ? 1 : entries.length),
    scalars,
  );
}

/** A protection group has six copies: a comparison that all numbers of them fulfil, or none, decides nothing. */
function checkQuorum(value: Value<string>, report: Report, removed: Path): void {
  const comparison = checkNumber('quorum', value, report, removed);
  if (comparison === undefined) return;
  const counts = Array.from({ length: segmentsPerGroup + 1 }, (_, count) => count);
  const holding = counts.filter((count) => holds(comparison, count)).length;
  if (holding > 0 && holding < counts.length) return;
  const verb = holding === 0 ? 'never' : 'always';
  const message = `A protection group has six copies, so that this ${verb} holds. Compare with 0 to 6.`;
  report(value.path, message, { fixes: [remove(removed)] });
}

function checkHasCapacity(id: string, path: Path, design: Design, report: Report, removed: Path): void {
  const instances = clustersOf(design).flatMap((cluster) => cluster.instances.items);
  const named = instances.find((instance) => known(instance.id) === id);
  const instanceClass = named && known(named.class);
  if (instanceClass === undefined || instanceClass === serverlessClass) return;
  const message = `${id} is a ${instanceClass}: only ${serverlessClass} has a capacity that changes. Remove this line.`;
  report(path, message, { at: 'key', fixes: [remove(removed)] });
}

function checkInvariants({ expect }: Scenario, report: Report): void {
  for (const invariant of expect.never.items) {
    const name = known(invariant);
    if (name === undefined || judgedInvariants.some((judged) => judged === name)) continue;
    const checked = `Checked are ${judgedInvariants.join(', ')}.`;
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
      at:
        - { at: 2m, readers: one, quorum: { pg-0: 7 }, capacity: { orders-b: 8 } }
#                            ^^^ SIM014 number
#                                                 ^ SIM014 never holds
#                                                                  ^^^^^^^^ SIM014 db.serverless
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
      at:
        - { at: 2m, readers: 1, quorum: { pg-0: 6 } }
`,
};
