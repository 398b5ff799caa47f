import { exponential } from './arithmetic.ts';

/** How often something was counted, and what that says of how often it happens in a year. */
export interface CountedEvents {
  readonly count: number;
  readonly perYear: number;
  /** The rate in a year lies between these in 99.9 % of runs; without any event the upper one is all that is known. */
  readonly low: number;
  readonly high: number;
}

/** Two-sided 99.9 % of a normal distribution. */
const standardErrors = 3.2905267314919255;
const tail = 0.0005;
const fewEvents = 30;

/** Counts events of a process that begins anew again and again; those of one cycle may come together. */
export class EventCount {
  #count = 0;
  #inCycle = 0;
  #squares = 0;

  add(): void {
    this.#count++;
    this.#inCycle++;
  }

  endCycle(): void {
    this.#squares += this.#inCycle * this.#inCycle;
    this.#inCycle = 0;
  }

  /** What the count says of the rate, after so many years. */
  over(years: number): CountedEvents {
    this.endCycle();
    const count = this.#count;
    const spread = standardErrors * Math.sqrt(this.#squares);
    const [low, high] = count < fewEvents ? poissonInterval(count) : [count - spread, count + spread];
    return { count, perYear: count / years, low: low / years, high: high / years };
  }
}

/** The means of a Poisson distribution under which so few, or so many, events are seen in 0.05 % of runs. */
function poissonInterval(count: number): readonly [low: number, high: number] {
  return [
    count === 0 ? 0 : meanWith((mean) => 1 - atMost(count - 1, mean) > tail),
    meanWith((mean) => atMost(count, mean) < tail),
  ];
}

/** The mean from which on something holds, by bisection. */
function meanWith(holds: (mean: number) => boolean): number {
  let [low, high] = [0, 4 * fewEvents];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The probability of at most so many events of a Poisson distribution. */
function atMost(count: number, mean: number): number {
  let term = exponential(-mean);
  let sum = term;
  for (let events = 1; events <= count; events++) {
    term *= mean / events;
    sum += term;
  }
  return sum;
}
