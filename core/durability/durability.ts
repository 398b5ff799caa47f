import { anyOf, binomial, decadicLog, power } from './arithmetic.ts';
import { type Chain, chainOf } from './chain.ts';
import { stationaryDistribution } from './elimination.ts';
import { leavesWithin, meanTimeToLeave } from './first-passage.ts';
import { type DurabilityModel, yearInHours } from './model.ts';
import { transientPart } from './transient-part.ts';

/** What becomes of one protection group, exactly. Names as the command line prints them; times in hours unless they say so. */
export interface Durability {
  readonly states_lumped: number;
  /** Long-run fraction of time in which a copy is lost, repaired by itself. */
  readonly segmentUnavailability_q: number;
  readonly stationaryWriteUnavailability: number;
  readonly stationaryReadUnavailability: number;
  readonly stationaryWriteUnavail_secondsPerYear: number;
  readonly stationaryReadUnavail_secondsPerYear: number;
  readonly writeAvailabilityNines: number;
  readonly readAvailabilityNines: number;
  readonly writeLossEntriesPerYear_stationary: number;
  readonly readLossEntriesPerYear_stationary: number;
  readonly meanTimeToWriteLoss_h: number;
  readonly meanTimeToReadLoss_h: number;
  readonly meanTimeToAllDestroyed_h: number;
  readonly pWriteLoss_T: number;
  readonly pReadLoss_T: number;
  readonly pAllCopiesDestroyed_T: number;
  /** The rule of thumb for rare losses, where there is one. */
  readonly mttWriteLoss_leadingOrder_h?: number;
  readonly mttReadLoss_leadingOrder_h?: number;
}

const secondsPerYear = yearInHours * 3600;

/** Solves a model exactly: how often and for how long a protection group of it loses its quorums. The model has no problems. */
export function durabilityOf(model: DurabilityModel): Durability {
  const chain = chainOf(model);
  const stationary = stationaryDistribution(chain.rates, chain.size);
  const write = lossOf(chain, stationary, chain.canWrite, model.horizon);
  const read = lossOf(chain, stationary, chain.canRead, model.horizon);
  const all = lossOf(chain, stationary, chain.hasCopy, model.horizon);
  return {
    states_lumped: chain.size,
    segmentUnavailability_q: model.mttr / (model.mttf + model.mttr),
    stationaryWriteUnavailability: write.fraction,
    stationaryReadUnavailability: read.fraction,
    stationaryWriteUnavail_secondsPerYear: write.fraction * secondsPerYear,
    stationaryReadUnavail_secondsPerYear: read.fraction * secondsPerYear,
    writeAvailabilityNines: -decadicLog(write.fraction),
    readAvailabilityNines: -decadicLog(read.fraction),
    writeLossEntriesPerYear_stationary: write.entriesPerYear,
    readLossEntriesPerYear_stationary: read.entriesPerYear,
    meanTimeToWriteLoss_h: write.meanTime,
    meanTimeToReadLoss_h: read.meanTime,
    meanTimeToAllDestroyed_h: all.meanTime,
    pWriteLoss_T: write.probability,
    pReadLoss_T: read.probability,
    pAllCopiesDestroyed_T: all.probability,
    ...leadingOrder(model),
  };
}

function lossOf(chain: Chain, stationary: Float64Array, isWell: readonly boolean[], horizon: number) {
  let fraction = 0;
  let entries = 0;
  for (const [from, well] of isWell.entries()) {
    const weight = stationary[from] ?? 0;
    if (!well) fraction += weight;
    else
      for (const [to, still] of isWell.entries())
        if (!still) entries += weight * (chain.rates[from * chain.size + to] ?? 0);
  }
  const part = transientPart(chain, isWell);
  return {
    fraction,
    entriesPerYear: entries * yearInHours,
    meanTime: meanTimeToLeave(part),
    probability: leavesWithin(part, horizon, chain.relaxation),
  };
}

/** `MTTF^k / (n C(n-1, k-1) MTTR^(k-1))` until the k-th loss overlaps, for copies that are lost and repaired independently. */
function leadingOrder(model: DurabilityModel): Partial<Durability> {
  const { copies, writeQuorum, readQuorum, mttf, mttr, quorum, repair, zoneModel } = model;
  if (quorum !== 'count' || repair !== 'parallel' || zoneModel !== 'none') return {};
  const until = (losses: number) =>
    power(mttf, losses) / (copies * binomial(copies - 1, losses - 1) * power(mttr, losses - 1));
  return {
    mttWriteLoss_leadingOrder_h: until(copies - writeQuorum + 1),
    mttReadLoss_leadingOrder_h: until(copies - readQuorum + 1),
  };
}

/** The same for a volume of so many groups, which fail independently: only where no AZ fails, which all groups would share. */
export function volumeOf(groups: number, { pWriteLoss_T, pReadLoss_T, stationaryWriteUnavailability }: Durability) {
  return {
    write: anyOf(groups, pWriteLoss_T),
    read: anyOf(groups, pReadLoss_T),
    stationaryWriteUnavailability: anyOf(groups, stationaryWriteUnavailability),
  };
}
