import { anyOf, binomial, exponential, power } from './arithmetic.ts';
import { integral } from './integral.ts';
import type { DurabilityModel } from './model.ts';
import { absorbedWithin } from './squaring.ts';

/** What happens to a volume while one AZ is dark. Names as the command line prints them. */
export interface ZoneOutage {
  /** The probability that at least one group finds no write quorum, and with it no commit of the volume is acknowledged. */
  readonly pVolumeWriteStall_given_outage: number;
  /** That at least one group finds no read quorum. */
  readonly pVolumeReadLoss_given_outage: number;
  /** That writes stall although a majority of the copies left is enough: 3 of 4. Source: Verbitski 2018, 4.1. */
  readonly pVolumeWriteStall_given_outage_3of4mode: number;
  /** How often a group begins to stall, all groups together. */
  readonly meanStallEpisodes_given_outage: number;
  readonly meanStalledSeconds_given_outage: number;
}

/** The copies of a group that are left while an AZ is dark, and a quorum that they are to give. Times in hours. */
interface Left {
  readonly copies: number;
  /** How many of them can be lost; below 0 when the quorum is not there even with all of them. */
  readonly spare: number;
  readonly mttf: number;
  readonly mttr: number;
}

/**
 * What the outage of one AZ does to a volume of so many groups, exactly. The outage lasts `outage` hours on average and is
 * exponentially distributed; quorums count copies, and lost ones are repaired all at once. The model has no problems.
 */
export function zoneOutageOf(model: DurabilityModel, groups: number, outage: number): ZoneOutage {
  const copies = model.copies - Math.ceil(model.copies / model.zones);
  const { mttf, mttr } = model;
  const left = (quorum: number): Left => ({ copies, spare: copies - quorum, mttf, mttr });
  const write = left(model.writeQuorum);
  const stalled = startsLost(write);
  const beginsPerHour = write.spare < 0 ? 0 : (startsWith(write, write.spare) * (copies - write.spare)) / mttf;
  return {
    pVolumeWriteStall_given_outage: anyGroupLoses(write, groups, outage),
    pVolumeReadLoss_given_outage: anyGroupLoses(left(model.readQuorum), groups, outage),
    pVolumeWriteStall_given_outage_3of4mode: anyGroupLoses(left(Math.floor(copies / 2) + 1), groups, outage),
    meanStallEpisodes_given_outage: groups * (stalled + beginsPerHour * outage),
    meanStalledSeconds_given_outage: anyOf(groups, stalled) * outage * 3600,
  };
}

/** The probability that so many of the copies are lost when the outage begins. */
function startsWith({ copies, mttf, mttr }: Left, lost: number): number {
  const all = power(mttf + mttr, copies);
  return (binomial(copies, lost) * power(mttr, lost) * power(mttf, copies - lost)) / all;
}

/** The probability that a group has lost its quorum when the outage begins. */
function startsLost(left: Left): number {
  let sum = 0;
  for (let lost = left.copies; lost > left.spare && lost >= 0; lost--) sum += startsWith(left, lost);
  return sum;
}

/** The probability that at least one group loses its quorum before the outage ends. */
function anyGroupLoses(left: Left, groups: number, outage: number): number {
  if (left.spare < 0) return 1;
  const atStart = startsLost(left);
  const part = lossesOf(left);
  const density = (hours: number) => {
    const from = absorbedWithin(part, hours);
    const lost = from.reduce((sum, value, state) => sum + startsWith(left, state) * value, atStart);
    return (anyOf(groups, lost) * exponential(-hours / outage)) / outage;
  };
  // Losses settle within a few repairs, outages within hours: intervals that double cover both.
  let sum = 0;
  let [from, to] = [0, Math.min(left.mttr, outage) / 16];
  while (from < 45 * outage) {
    sum += integral(density, from, to);
    [from, to] = [to, 2 * to];
  }
  return sum;
}

/** The chain of the copies that are lost, as long as the quorum is there. */
function lossesOf({ copies, spare, mttf, mttr }: Left): { readonly rates: Float64Array; readonly exits: Float64Array } {
  const size = spare + 1;
  const rates = new Float64Array(size * size);
  const exits = new Float64Array(size);
  for (let lost = 0; lost < size; lost++) {
    if (lost > 0) rates[lost * size + lost - 1] = lost / mttr;
    if (lost < spare) rates[lost * size + lost + 1] = (copies - lost) / mttf;
  }
  exits[spare] = (copies - spare) / mttf;
  return { rates, exits };
}
