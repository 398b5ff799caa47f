import type { Simulation } from '../engine/simulation.ts';
import { none } from '../engine/state.ts';
import { at } from '../run.ts';
import type { Verdict } from '../timeline.ts';
import { type Cost, costOf } from './cost.ts';

/** What a run came to, in milliseconds; null means never within the run. */
export interface Measured {
  readonly writerRecovery: number | null;
  readonly writesUnavailable: number;
  readonly readsUnavailable: number;
  readonly dataLoss: number;
  readonly regionRecovery: number | null;
  readonly regionDataLoss: number;
  /** Id of the instance promoted last, or `nobody`. */
  readonly promoted: string;
  /** Writes rolled back in conflicts between writers; null where the writes are not known. */
  readonly writeConflicts: number | null;
  readonly cost: Cost;
}

/** Takes the measures of a run that has ended. A loss that lasts to the end was never recovered from. */
export function measure(sim: Simulation): Measured {
  const { run: input, state } = sim;
  const { run } = state;
  const promoted = run.promoted.get(0);
  return {
    writerRecovery: run.writerLostAt.get(0) === none ? run.writerRecovery.get(0) : null,
    writesUnavailable: run.writesUnavailable.get(0),
    readsUnavailable: run.readsUnavailable.get(0),
    dataLoss: run.dataLoss.get(0) + run.regionDataLoss.get(0),
    regionRecovery: run.regionLostAt.get(0) === none ? run.regionRecovery.get(0) : null,
    regionDataLoss: run.regionDataLoss.get(0),
    promoted: promoted === none ? 'nobody' : at(input.instances, promoted).id,
    writeConflicts: run.unknownConflicts.get(0) === 1 ? null : Math.round(run.writesRolledBack.get(0) / 1000),
    cost: costOf(sim),
  };
}

/** The measures in seconds, and USD. */
export function verdictOf(measured: Measured): Verdict {
  const seconds = (milliseconds: number) => milliseconds / 1000;
  const { writerRecovery, regionRecovery } = measured;
  return {
    writerRecoverySeconds: writerRecovery === null ? null : seconds(writerRecovery),
    writesUnavailableSeconds: seconds(measured.writesUnavailable),
    readsUnavailableSeconds: seconds(measured.readsUnavailable),
    dataLossSeconds: seconds(measured.dataLoss),
    regionRecoverySeconds: regionRecovery === null ? null : seconds(regionRecovery),
    regionDataLossSeconds: seconds(measured.regionDataLoss),
    promoted: measured.promoted,
    writeConflicts: measured.writeConflicts,
    costUsd: 'unknown' in measured.cost ? null : measured.cost.millionths / 1_000_000,
  };
}
