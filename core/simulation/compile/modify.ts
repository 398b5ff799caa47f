import { promotion_tier_range, sv2_capacity } from '../../facts/generated/limits.ts';
import type { InstanceChange, Row, RunEvent, RunInstance, RunRows } from '../run.ts';
import { isProblem, type PlainScenario, type Problem, type ScenarioEvent } from '../scenario.ts';
import { halfAcu } from './serverless.ts';
import { findInstance } from './targets.ts';

type ModifyEvent = Extract<ScenarioEvent, { readonly modify: object }>;

const classKey = /^(.+)\.class$/;
const capacityKey = /^(?:primary\.)?serverlessV2ScalingConfiguration\.(minCapacity|maxCapacity)$/;
const tierKey = /^(.+)\.promotionTier$/;

/** Names of the classes that the instances of a design have, and those that its scenario gives them. */
export function classesOf(instances: readonly RunInstance[], { events }: PlainScenario): readonly string[] {
  const given = events.flatMap((event) =>
    'modify' in event
      ? Object.entries(event.modify).flatMap(([key, value]) => (classKey.test(key) ? [value] : []))
      : [],
  );
  const copied = events.flatMap((event) => ('class' in event ? (event.class ?? []) : []));
  return [...new Set([...instances.flatMap((instance) => instance.class ?? []), ...given, ...copied])];
}

/** What an event changes: classes and promotion tiers of instances, or capacities. Whatever else it names is not played. */
export function compileModify(rows: RunRows, event: ModifyEvent): RunEvent | Problem {
  const { at, modify } = event;
  if (Object.keys(modify).every((key) => capacityKey.test(key))) return compileCapacity(event);
  const changes = new Map<Row, InstanceChange>();
  for (const [key, value] of Object.entries(modify)) {
    const isClass = classKey.test(key);
    const id = (classKey.exec(key) ?? tierKey.exec(key))?.[1];
    if (id === undefined) {
      const reason = 'a run changes class and promotionTier, such as orders-b.class, or capacities alone';
      return { at, kind: 'not-simulated', event: `modify: ${key}`, reason };
    }
    const instance = findInstance(rows, id);
    if (isProblem(instance)) return instance;
    const { row } = instance;
    const change = changes.get(row) ?? { instance: row };
    if (isClass) {
      changes.set(row, { ...change, class: rows.classes.indexOf(value) });
      continue;
    }
    const promotionTier = Number(value);
    const { min, max } = promotion_tier_range;
    if (!Number.isInteger(promotionTier) || promotionTier < min || promotionTier > max) {
      return { problem: `${key}: ${value} is no promotion tier; give a whole number from ${min} to ${max}.` };
    }
    changes.set(row, { ...change, promotionTier });
  }
  return { at, kind: 'modify-instances', changes: [...changes.values()] };
}

/** A change of the capacity range of the primary. */
function compileCapacity({ at, modify }: ModifyEvent): RunEvent | Problem {
  const capacities: { minCapacity?: number; maxCapacity?: number } = {};
  for (const [key, value] of Object.entries(modify)) {
    const capacity = value.trim() === '' ? undefined : halfAcu(Number(value));
    if (capacity === undefined) {
      const { min, max } = sv2_capacity;
      return { problem: `${key}: ${value} is no capacity; give a multiple of 0.5 from ${min} to ${max} ACU.` };
    }
    capacities[key.endsWith('.minCapacity') ? 'minCapacity' : 'maxCapacity'] = capacity;
  }
  return { at, kind: 'modify-capacity', ...capacities };
}
