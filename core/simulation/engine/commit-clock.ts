import type { Instant } from '../timeline.ts';

/**
 * Commits acknowledged by the design, counted in milliseconds of commits: it advances while writes are taken and stands
 * still while they are not. What was acknowledged before the run lies below 0.
 */
export class CommitClock {
  readonly #instants: Instant[] = [0];
  readonly #counts: number[] = [0];

  /** Commits acknowledged by now. */
  get acknowledged(): number {
    return this.#counts.at(-1) ?? 0;
  }

  /** Moves on to `until`; commits were acknowledged all the while, or not at all. */
  advance(until: Instant, acknowledging: boolean): void {
    const elapsed = until - (this.#instants.at(-1) ?? 0);
    if (elapsed === 0) return;
    this.#counts.push(this.acknowledged + (acknowledging ? elapsed : 0));
    this.#instants.push(until);
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
}
