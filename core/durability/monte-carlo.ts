import { nextFraction, seedStream, wordsPerStream } from '../simulation/random.ts';
import { naturalLog } from './arithmetic.ts';
import { type CountedEvents, EventCount } from './event-count.ts';
import { type DurabilityModel, yearInHours } from './model.ts';

/** What was counted when the copies of a group were played for so many years. */
export interface PlayedLosses {
  readonly groupYears: number;
  readonly seed: number;
  readonly writeLosses: CountedEvents;
  readonly readLosses: CountedEvents;
}

/**
 * Plays the copies of a protection group for so many years and counts how often it loses its quorums. The quiet stretches,
 * in which at most one copy is lost, are skipped in one step each by their exact distribution: the sum of two exponential
 * times, whose rates are the eigenvalues of the chain that is skipped. For quorums that count copies, without failures of
 * AZs. The model has no problems.
 */
export function playLosses(model: DurabilityModel, groupYears: number, seed: number): PlayedLosses {
  const words = new Uint32Array(wordsPerStream);
  seedStream(words, seed, 'durability');
  const { copies, mttf, mttr, repair } = model;
  const time = (rate: number) => -naturalLog(1 - nextFraction(words)) / rate;
  const failing = (lost: number) => (copies - lost) / mttf;
  const repairing = (lost: number) => (repair === 'parallel' ? lost : Math.min(lost, 1)) / mttr;
  const writeAt = copies - model.writeQuorum + 1;
  const readAt = copies - model.readQuorum + 1;
  const canSkip = Math.min(writeAt, readAt) >= 2;
  const [slow, fast] = eigenvalues(failing(0), repairing(1), failing(1));
  const [writes, reads] = [new EventCount(), new EventCount()];

  let left = groupYears * yearInHours;
  for (let lost = 0; ; ) {
    const down = failing(lost);
    const up = repairing(lost);
    const isSkipped = lost === 0 && canSkip;
    left -= isSkipped ? time(slow) + time(fast) : time(down + up);
    if (left <= 0) break;
    if (isSkipped) lost = 2;
    else if (nextFraction(words) * (down + up) < down) lost++;
    else {
      lost--;
      if (lost === 0) for (const count of [writes, reads]) count.endCycle();
      continue;
    }
    if (lost === writeAt) writes.add();
    if (lost === readAt) reads.add();
  }
  return { groupYears, seed, writeLosses: writes.over(groupYears), readLosses: reads.over(groupYears) };
}

/** The rates at which a chain leaves no loss and one loss for two: it begins with none. */
function eigenvalues(first: number, repair: number, second: number): readonly [slow: number, fast: number] {
  const sum = first + repair + second;
  const root = Math.sqrt(sum * sum - 4 * first * second);
  return [(2 * first * second) / (sum + root), (sum + root) / 2];
}
