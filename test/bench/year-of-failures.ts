import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { compileRun } from '@aurora-blueprint/core/simulation/compile/compile.ts';
import { play } from '@aurora-blueprint/core/simulation/engine/playing/player.ts';
import { Recording } from '@aurora-blueprint/core/simulation/engine/playing/recording.ts';
import type { Run } from '@aurora-blueprint/core/simulation/run.ts';
import { isProblem } from '@aurora-blueprint/core/simulation/scenario.ts';

const year = 365 * 86_400_000;

/** A volume of 64 TiB: 6,554 protection groups whose segments fail and are repaired for a year, about 1,000,000 events. */
const blueprint = `
aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  volume: { size: 64 TiB }
  instances:
    - { id: orders-a, class: db.r7g.2xlarge, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.2xlarge, availabilityZone: us-east-1b }
    - { id: orders-c, class: db.r7g.2xlarge, availabilityZone: us-east-1c }
`;

/** The run, as rows for the engine. */
export function compileYear(): Run {
  const design = readBlueprint(blueprint).documents[0]?.design;
  if (design === undefined) throw new Error('The text holds no design.');
  const run = compileRun(design, {
    name: 'a year',
    seed: 7,
    duration: year,
    events: [{ at: year / 2, fail: 'az', target: 'us-east-1c', for: 7_200_000 }],
    assumptions: { segmentMttf: '28.7d' },
    expectations: [],
  });
  if (isProblem(run)) throw new Error(run.problem);
  return run;
}

/** Plays the run to its end; returns how many segments its groups lack then. */
export function playYear(run: Run): number {
  return play(run).sim.state.destroyed.filter((mask) => mask !== 0).length;
}

/** A run that is kept: how many events it has, the bytes of its keyframes, and what goes to an instant of it. */
interface Recorded {
  readonly events: number;
  readonly bytes: number;
  readonly goTo: (instant: number) => number;
}

/** Plays the run and keeps it. */
export function recordYear(run: Run): Recorded {
  const recording = Recording.of(run);
  return { events: recording.events, bytes: recording.bytes, goTo: (instant) => recording.stateAt(instant).now };
}
