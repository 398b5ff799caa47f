import { durabilityOf } from '@aurora-blueprint/core/durability/durability.ts';
import { sampleLosses } from '@aurora-blueprint/core/durability/importance-sampling.ts';
import { defaultModel } from '@aurora-blueprint/core/durability/model.ts';
import { playLosses } from '@aurora-blueprint/core/durability/monte-carlo.ts';

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
