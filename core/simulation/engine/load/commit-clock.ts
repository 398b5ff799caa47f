import type { Instant } from '../../timeline.ts';

/** What a clock knows, as a copy that nothing changes any more. */
export interface CommitClockSnapshot {
  readonly instants: readonly Instant[];
  readonly counts: readonly number[];
}

/**
 * Commits acknowledged by the design, counted in milliseconds of commits: it advances while writes are taken and stands
 * still while they are not. What was acknowledged before the run lies below 0. It remembers the instants at which that
 * changed, however many events there were in between.
 */
export class CommitClock {
  #instants: Instant[] = [0];
  #counts: number[] = [0];

  /** Commits acknowledged by now. */
  get acknowledged(): number {
    return this.#counts.at(-1) ?? 0;
  }

  /** Moves on to `until`; commits were acknowledged all the while, or not at all. */
  advance(until: Instant, acknowledging: boolean): void {
    const last = this.#instants.length - 1;
    const elapsed = until - (this.#instants[last] as number);
    if (elapsed === 0) return;
    const count = this.acknowledged + (acknowledging ? elapsed : 0);
    const wentOn = last > 0 && (this.#counts[last] as number) > (this.#counts[last - 1] as number);
    if (last > 0 && wentOn === acknowledging) {
      this.#instants[last] = until;
      this.#counts[last] = count;
    } else {
      this.#instants.push(until);
      this.#counts.push(count);
    }
  }

  /** Commits that had been acknowledged at an instant of the past; they flowed evenly before the run. */
  at(instant: Instant): number {
    if (instant <= 0) return instant;
    let low = 0;
    let high = this.#instants.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#instants[middle] as number) <= instant) low = middle;
      else high = middle - 1;
    }
    const count = this.#counts[low] as number;
    const flowed = (this.#counts[low + 1] ?? count) - count;
    return count + Math.min(flowed, instant - (this.#instants[low] as number));
  }

  snapshot(): CommitClockSnapshot {
    return { instants: [...this.#instants], counts: [...this.#counts] };
  }

  restore({ instants, counts }: CommitClockSnapshot): void {
    this.#instants = [...instants];
    this.#counts = [...counts];
  }
}
