import type { Scenario } from '../design/design.ts';
import { known, knownOr } from '../design/node.ts';
import { formatPath } from '../design/path.ts';
import { readExpectations } from './read-expectations.ts';
import { readLoad } from './read-load.ts';
import {
  defaultDuration,
  defaultSeed,
  eventKinds,
  isProblem,
  type PlainScenario,
  type Problem,
  type ScenarioEvent,
} from './scenario.ts';

type EventNode = Scenario['events']['items'][number];

/** A scenario of a design as plain values, or why it cannot be played. */
export function readScenario(scenario: Scenario): PlainScenario | Problem {
  const events: ScenarioEvent[] = [];
  for (const node of scenario.events.items) {
    const event = readEvent(node);
    if (isProblem(event)) return event;
    events.push(event);
  }
  const duration = knownOr(scenario.duration, defaultDuration);
  const seed = knownOr(scenario.seed, defaultSeed);
  const startsAt = known(scenario.startsAt);
  if (duration === undefined) return unreadable(scenario.duration, 'a duration such as 30m');
  if (scenario.startsAt.presence === 'unknown')
    return unreadable(scenario.startsAt, 'a day and a time such as sun:04:50');
  if (seed === undefined) return unreadable(scenario.seed, 'a whole number');
  return {
    name: known(scenario.name) ?? formatPath(scenario.path),
    seed,
    duration,
    ...(startsAt !== undefined && { startsAt }),
    events,
    prices: Object.fromEntries(scenario.prices.entries.map(({ key, node }) => [key, known(node) ?? ''])),
    ...readAssumptions(scenario),
    expectations: readExpectations(scenario.expect),
  };
}

/** The figures that a scenario sets, by name, as written. */
export function readAssumptions({ assumptions }: Scenario): Pick<PlainScenario, 'assumptions'> {
  return { assumptions: Object.fromEntries(assumptions.entries.map(({ key, node }) => [key, known(node) ?? ''])) };
}

function unreadable({ path }: { readonly path: Scenario['path'] }, wanted: string): Problem {
  return { problem: `${formatPath(path)} cannot be read; give ${wanted}.` };
}

function readEvent(node: EventNode): ScenarioEvent | Problem {
  const at = known(node.at);
  if (at === undefined) return unreadable(node.at, 'the instant as a duration such as 90s');
  const written = eventKinds.filter((kind) => node[kind].presence !== 'absent');
  const [kind] = written;
  if (kind === undefined || written.length > 1) {
    const path = formatPath(node.path);
    const what = kind === undefined ? 'says nothing that can happen' : `is ${written.join(' and ')} in one`;
    return { problem: `${path} ${what}; an event is exactly one of ${eventKinds.join(', ')}.` };
  }
  if (node[kind].presence === 'unknown') return unreadable(node[kind], 'a value that the format knows');
  if (kind === 'partition') return readPartition(node, at);
  if (kind === 'snapshot' || kind === 'restore' || kind === 'clone') return readCopy(node, at);
  return readPlayed(node, at);
}

function readPartition({ partition, for: length }: EventNode, at: number): ScenarioEvent | Problem {
  const sides = partition.items.map((side) => side.items.flatMap((name) => known(name) ?? []));
  if (length.presence === 'absent') return { at, partition: sides };
  const milliseconds = known(length);
  if (milliseconds === undefined) return unreadable(length, 'a duration such as 20m');
  return { at, partition: sides, for: milliseconds };
}

function readCopy({ snapshot, restore, clone, class: written, path }: EventNode, at: number): ScenarioEvent | Problem {
  const taken = known(snapshot);
  if (taken !== undefined) return { at, snapshot: taken };
  const className = known(written);
  const of = className === undefined ? {} : { class: className };
  const cloned = known(clone);
  if (cloned !== undefined) return { at, clone: cloned, ...of };
  const toTime = known(restore.toTime);
  const source = known(restore.snapshot);
  if ((toTime === undefined) === (source === undefined)) {
    const given = toTime === undefined ? 'neither toTime nor snapshot' : 'both toTime and snapshot';
    return { problem: `${formatPath(path)} restores with ${given}; give one of them.` };
  }
  return { at, restore: toTime === undefined ? { snapshot: source ?? '' } : { toTime }, ...of };
}

function readPlayed(node: EventNode, at: number): ScenarioEvent | Problem {
  const target = known(node.target);
  if (node.load.presence !== 'absent') {
    const load = readLoad(node.load);
    return target === undefined ? { at, load } : { at, load, target };
  }
  const drop = known(node.drop);
  if (drop !== undefined) return { at, drop };
  const backtrack = known(node.backtrack);
  if (backtrack !== undefined) return { at, backtrack };
  if (node.modify.presence !== 'absent') return readModify(node.modify, at);
  const patch = known(node.patch);
  if (patch !== undefined)
    return {
      at,
      patch,
      zeroDowntime: known(node.zeroDowntime) ?? false,
      applyImmediately: known(node.applyImmediately) ?? true,
    };
  const remove = known(node.remove);
  if (remove !== undefined) return { at, remove };
  const add = known(node.add);
  if (add === 'reader') return target === undefined ? { at, add } : { at, add, target };
  if (add === 'region')
    return target === undefined ? unreadable(node.target, 'the Region to add') : { at, add, target };
  const crash = known(node.crash);
  if (crash !== undefined) return { at, crash };
  const restart = known(node.restart);
  if (restart !== undefined) return { at, restart };
  const failover = known(node.failover);
  if (failover === 'cluster') return target === undefined ? { at, failover } : { at, failover, target };
  const fail = known(node.fail);
  const switchover = known(node.switchover);
  if (target === undefined) return unreadable(node.target, 'the target: an instance, an AZ, a Region or a segment');
  if (failover === 'region') return { at, failover, target };
  const corrupt = known(node.corrupt);
  if (corrupt !== undefined) return { at, corrupt, target };
  if (switchover !== undefined) return { at, switchover, target };
  if (fail === undefined) return unreadable(node.fail, 'instance, az, region or segment');
  if (node.for.presence === 'absent') return { at, fail, target };
  const length = known(node.for);
  return length === undefined ? unreadable(node.for, 'a duration such as 20m') : { at, fail, target, for: length };
}

function readModify(modify: EventNode['modify'], at: number): ScenarioEvent | Problem {
  const unread = modify.entries.find(({ node }) => known(node) === undefined);
  if (unread !== undefined) return unreadable(unread.node, 'the new value');
  return { at, modify: Object.fromEntries(modify.entries.map(({ key, node }) => [key, known(node) ?? ''])) };
}
