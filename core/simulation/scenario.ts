import type { Path } from '../design/path.ts';
import type { Instant } from './timeline.ts';

/** What a workload asks of the primary cluster; what is not said is not known. */
export interface Load {
  readonly readsPerSecond?: number;
  readonly writesPerSecond?: number;
  readonly connections?: number;
}

/** The keys of which an event has exactly one: what happens. */
export const eventKinds = [
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
  'drop',
  'snapshot',
  'restore',
  'clone',
] as const;

/** One event of a scenario, in the words of the format; durations in milliseconds. */
export type ScenarioEvent = { readonly at: Instant } & (
  | { readonly fail: 'instance' | 'az' | 'region' | 'segment'; readonly target: string; readonly for?: number }
  /** A segment such as `pg-17/A`. */
  | { readonly corrupt: 'segment'; readonly target: string }
  /** `writer`, or an instance id. */
  | { readonly crash: string }
  | { readonly restart: string }
  /** Without a target Aurora chooses. */
  | { readonly failover: 'cluster'; readonly target?: string }
  | { readonly failover: 'region'; readonly target: string }
  | { readonly switchover: 'region'; readonly target: string }
  /** From now on; what it leaves out stays as it is. Target: a clone or a restored cluster, or the primary without one. */
  | { readonly load: Load; readonly target?: string }
  /** Target: an AZ or a Region; without one, wherever the primary cluster has the fewest instances. */
  | { readonly add: 'reader'; readonly target?: string }
  /** A headless secondary of the global database. */
  | { readonly add: 'region'; readonly target: string }
  /** An instance id, or `writer`; the name of a copy, or of the primary cluster. */
  | { readonly remove: string }
  /** Properties by name, such as `orders-b.class`, with their new values. */
  | { readonly modify: Readonly<Record<string, string>> }
  /** A manual snapshot of this name. */
  | { readonly snapshot: string }
  /** A new cluster with what the volume held at an instant, or with what a snapshot holds; with one instance or none. */
  | { readonly restore: { readonly toTime: Instant } | { readonly snapshot: string }; readonly class?: string }
  | { readonly clone: string; readonly class?: string }
  /** Tables or databases of this many bytes are dropped. */
  | { readonly drop: number }
  /** The primary goes back by this much. */
  | { readonly backtrack: number }
  /** AZs, or Regions, that cannot reach those of another side. */
  | { readonly partition: readonly (readonly string[])[]; readonly for?: number }
  /** Without `applyImmediately` it waits for the maintenance window of the primary cluster. */
  | { readonly patch: 'engine'; readonly zeroDowntime: boolean; readonly applyImmediately: boolean }
);

/** One thing that `expect` compares, with what is expected of it as written. A list such as `never` gives one per item. */
export interface Expectation {
  /** A measure, `promoted`, `never`; or, at an instant, such as `writes`, `readers` or `quorum`. */
  readonly name: string;
  readonly expected: string;
  /** Of what holds at one instant: that instant. */
  readonly at?: Instant;
  /** Of endpoints, quorum and capacity: whose. */
  readonly of?: string;
  /** Where it is written in the design. */
  readonly path?: Path;
}

/** A scenario as plain values: what is played, for how long, and what must come of it. */
export interface PlainScenario {
  readonly name: string;
  readonly seed: number;
  readonly duration: number;
  /** When the run begins, in minutes from Monday 00:00 UTC, where that is said. */
  readonly startsAt?: number;
  readonly events: readonly ScenarioEvent[];
  /** Figures to use instead of those of the model, by name, as written. */
  readonly assumptions: Readonly<Record<string, string>>;
  /** Prices to use instead of those of the model, in USD, as written. */
  readonly prices?: Readonly<Record<string, string>>;
  readonly expectations: readonly Expectation[];
}

/** Length of a run when the scenario does not say. */
export const defaultDuration = 1_800_000;

/** Seed of a run when the scenario does not say. */
export const defaultSeed = 1;

/** Why something cannot be simulated, in one sentence that says what to do. */
export interface Problem {
  readonly problem: string;
}

export function isProblem(value: object): value is Problem {
  return 'problem' in value;
}
