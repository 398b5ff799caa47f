import type { Design, Scenario } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { eventKinds } from '../../simulation/scenario.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { nameableIn } from './nameable.ts';

type Event = Scenario['events']['items'][number];

export const rule: DesignRule = {
  id: 'SIM022',
  title: 'An event does not say what happens, or to what',
  group: 'Cross-file and simulation',
  severity: 'error',
  facts: [resilience.az_plus_one],
  check: (design, report) => {
    for (const event of design.scenarios.items.flatMap(({ events }) => events.items)) {
      const written = eventKinds.filter((kind) => event[kind].presence !== 'absent');
      const [first, second] = written;
      if (event.presence !== 'known') continue;
      if (first === undefined) {
        report(event.path, `Nothing happens here: an event has one of ${eventKinds.join(', ')}.`, { at: 'key' });
        continue;
      }
      if (second !== undefined) {
        const message = `An event is one thing, and this is ${written.join(' and ')}. Make them events of their own.`;
        report(event[second].path, message, { at: 'key', fixes: [remove(event[second].path)] });
        continue;
      }
      const what = needsTarget(event);
      if (what === undefined || event.target.presence !== 'absent') continue;
      const fixes = candidates(design, event).map((name): DesignFix => setValue(event.target.path, name));
      report(event[first].path, `Which ${what} is not said. Give a target.`, { at: 'key', fixes });
    }
  },
};

/** What an event has to name as its target; undefined where it can do without, or what happens is not known. */
function needsTarget({ fail, corrupt, failover, switchover, add }: Event): string | undefined {
  const failing = known(fail);
  if (failing !== undefined) return failing === 'az' ? 'AZ' : failing === 'region' ? 'Region' : failing;
  if (known(corrupt) !== undefined) return 'segment';
  const moves = known(failover) === 'region' || known(switchover) !== undefined;
  return moves || known(add) === 'region' ? 'Region' : undefined;
}

/** What may be meant: at most three of what the design has, the first of the segments, the writer. */
function candidates(design: Design, event: Event): readonly string[] {
  const { availabilityZones, regions } = nameableIn(design);
  if (known(event.add) !== undefined) return [];
  switch (known(event.fail) ?? known(event.corrupt)) {
    case 'instance':
      return ['writer'];
    case 'segment':
      return ['pg-0/A'];
    case 'az':
      return availabilityZones?.slice(0, mostFixes) ?? [];
    case 'region':
      return regions?.slice(0, 1) ?? [];
    default:
      return regions?.slice(1, 1 + mostFixes) ?? [];
  }
}

const mostFixes = 3;

export const page: RulePage = {
  reason: 'Such an event cannot be played, and the whole scenario with it.',
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
  - name: lose an AZ
    events:
      - { at: 1m, fail: az, for: 10m }
#                 ^^^^ SIM022 Which AZ
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
  - name: lose an AZ
    events:
      - { at: 1m, fail: az, target: us-east-1a, for: 10m }
    expect: { dataLoss: 0s }
`,
};
