import type { Scenario } from '../design/design.ts';
import { known, knownOr } from '../design/node.ts';
import { formatPath } from '../design/path.ts';
import { readExpectations } from './read-expectations.ts';
import { readLoad } from './read-load.ts';
import {
  defaultDuration,
  defaultSeed,
  isProblem,
  type PlainScenario,
  type Problem,
  type ScenarioEvent,
} from './scenario.ts';

type EventNode = Scenario['events']['items'][number];

/** Kinds of events of the format that cannot be played yet. */
const unplayed = ['snapshot', 'restore', 'clone'] as const;

const kinds = [
  'fail',
  'corrupt',
  'crash',
  'restart',
  'failover',
  'switchover',
  'partition',
  'backtrack',
  'load',
  'add',
  'remove',
  'modify',
  'patch',
  ...unplayed,
] as const;

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
  if (duration === undefined) return unreadable(scenario.duration, 'a duration such as 30m');
  if (seed === undefined) return unreadable(scenario.seed, 'a whole number');
  return {
    name: known(scenario.name) ?? formatPath(scenario.path),
    seed,
    duration,
    events,
    prices: Object.fromEntries(scenario.prices.entries.map(({ key, node }) => [key, known(node) ?? ''])),
    assumptions: Object.fromEntries(scenario.assumptions.entries.map(({ key, node }) => [key, known(node) ?? ''])),
    expectations: readExpectations(scenario.expect),
  };
}

function unreadable({ path }: { readonly path: Scenario['path'] }, wanted: string): Problem {
  return { problem: `${formatPath(path)} cannot be read; give ${wanted}.` };
}

function readEvent(node: EventNode): ScenarioEvent | Problem {
  const at = known(node.at);
  if (at === undefined) return unreadable(node.at, 'the instant as a duration such as 90s');
  const written = kinds.filter((kind) => node[kind].presence !== 'absent');
  const [kind] = written;
  if (kind === undefined || written.length > 1) {
    const path = formatPath(node.path);
    const what = kind === undefined ? 'says nothing that can happen' : `is ${written.join(' and ')} in one`;
    return { problem: `${path} ${what}; an event is exactly one of ${kinds.join(', ')}.` };
  }
  if (node[kind].presence === 'unknown') return unreadable(node[kind], 'a value that the format knows');
  if (kind === 'partition') return readPartition(node, at);
  return unplayed.some((other) => other === kind) ? { at, unplayed: kind } : readPlayed(node, at);
}

function readPartition({ partition, for: length }: EventNode, at: number): ScenarioEvent | Problem {
  const sides = partition.items.map((side) => side.items.flatMap((name) => known(name) ?? []));
  if (length.presence === 'absent') return { at, partition: sides };
  const milliseconds = known(length);
  if (milliseconds === undefined) return unreadable(length, 'a duration such as 20m');
  return { at, partition: sides, for: milliseconds };
}

function readPlayed(node: EventNode, at: number): ScenarioEvent | Problem {
  if (node.load.presence !== 'absent') return { at, load: readLoad(node.load) };
  const backtrack = known(node.backtrack);
  if (backtrack !== undefined) return { at, backtrack };
  const target = known(node.target);
  if (node.modify.presence !== 'absent') return readModify(node.modify, at);
  const patch = known(node.patch);
  if (patch !== undefined) return { at, patch, zeroDowntime: known(node.zeroDowntime) ?? false };
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
