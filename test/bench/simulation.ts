import { durabilityOf } from '@aurora-blueprint/core/durability/durability.ts';
import { sampleLosses } from '@aurora-blueprint/core/durability/importance-sampling.ts';
import { defaultModel } from '@aurora-blueprint/core/durability/model.ts';
import { playLosses } from '@aurora-blueprint/core/durability/monte-carlo.ts';
import { EventQueue } from '@aurora-blueprint/core/simulation/event-queue.ts';
import type { Failing } from './failing-groups.ts';

/** Plays the failing groups on the queue of the simulator: in the order of time, then in that of scheduling. */
export function playOnEventQueue(failing: Failing, horizon: number): void {
  const queue = new EventQueue();
  let now = 0;
  failing.begin((delay, segment, fails) => queue.push(now + delay, fails ? 1 : 0, segment, 0));
  for (let event = queue.pop(horizon); event !== undefined; event = queue.pop(horizon)) {
    now = event.at;
    failing.happens(event.subject, event.code === 1);
  }
}

/** One protection group as a birth–death chain of 7 states: copies fail and are repaired by themselves. */
export function solveBirthDeathChain(): void {
  durabilityOf(defaultModel);
}

/** The same with AZs that go dark: a chain of 56 states. */
export function solveZoneChain(): void {
  durabilityOf({ ...defaultModel, zoneModel: 'outage' });
}

/** 1e9 years of one protection group at 10 s repair. */
export function playQuietYears(): void {
  playLosses(defaultModel, 1e9, 7);
}

/** The relative error of the write loss, sampled in so many cycles; its probability in a year is 6e-12. */
export function sampledError(cycles: number): number {
  return sampleLosses(defaultModel, cycles, 7).write.relativeError;
}
