/**
 * Solves chains by eliminating one state after the other, without a single subtraction: every result has nearly full
 * relative precision, however rare it is. After Grassmann, Taksar and Heyman (1985).
 */

/** The long-run fraction of time in each state of a chain in which every state leads to every other. */
export function stationaryDistribution(rates: Float64Array, size: number): Float64Array {
  const work = Float64Array.from(rates);
  const outflows = new Float64Array(size);
  for (let gone = size - 1; gone > 0; gone--) {
    outflows[gone] = rowSum(work, size, gone, gone);
    fold(work, size, gone, outflows[gone] ?? 0);
  }
  const weights = new Float64Array(size);
  weights[0] = 1;
  let total = 1;
  for (let state = 1; state < size; state++) {
    let inflow = 0;
    for (let from = 0; from < state; from++) inflow += (weights[from] ?? 0) * (work[from * size + state] ?? 0);
    const weight = inflow / (outflows[state] ?? 1);
    weights[state] = weight;
    total += weight;
  }
  return weights.map((weight) => weight / total);
}

/** Sends what flows through the state `gone` on to where it goes, in proportion. */
function fold(work: Float64Array, size: number, gone: number, outflow: number): void {
  const row = gone * size;
  for (let from = 0; from < gone; from++) {
    const share = (work[from * size + gone] ?? 0) / outflow;
    if (share === 0) continue;
    for (let to = 0; to < gone; to++) {
      if (to !== from) work[from * size + to] = (work[from * size + to] ?? 0) + share * (work[row + to] ?? 0);
    }
  }
}

function rowSum(work: Float64Array, size: number, row: number, end: number): number {
  let sum = 0;
  for (let to = 0; to < end; to++) sum += work[row * size + to] ?? 0;
  return sum;
}

/**
 * How long a chain stays among some of its states, before it leaves them for good: the inverse of its transient
 * generator, kept in factors.
 */
export class TransientChain {
  readonly size: number;
  readonly #work: Float64Array;
  readonly #outflows: Float64Array;

  /** `rates` among the states that count, row by row, and `exits`, the rate at which each leaves them. */
  constructor(rates: Float64Array, exits: Float64Array) {
    this.size = exits.length;
    this.#work = Float64Array.from(rates);
    this.#outflows = new Float64Array(this.size);
    const leaving = Float64Array.from(exits);
    const { size } = this;
    for (let gone = size - 1; gone >= 0; gone--) {
      const outflow = rowSum(this.#work, size, gone, gone) + (leaving[gone] ?? 0);
      this.#outflows[gone] = outflow;
      for (let from = 0; from < gone; from++) {
        const share = (this.#work[from * size + gone] ?? 0) / outflow;
        leaving[from] = (leaving[from] ?? 0) + share * (leaving[gone] ?? 0);
      }
      fold(this.#work, size, gone, outflow);
    }
  }

  /** What is gathered from each state on until the chain leaves, when each state gives so much per hour. */
  gathered(perHour: Float64Array): Float64Array {
    const { size } = this;
    const work = this.#work;
    const given = Float64Array.from(perHour);
    for (let gone = size - 1; gone > 0; gone--) {
      const scaled = (given[gone] ?? 0) / (this.#outflows[gone] ?? 1);
      for (let from = 0; from < gone; from++)
        given[from] = (given[from] ?? 0) + (work[from * size + gone] ?? 0) * scaled;
    }
    const result = new Float64Array(size);
    for (let state = 0; state < size; state++) {
      let sum = given[state] ?? 0;
      for (let to = 0; to < state; to++) sum += (work[state * size + to] ?? 0) * (result[to] ?? 0);
      result[state] = sum / (this.#outflows[state] ?? 1);
    }
    return result;
  }

  /** How long each state is visited until the chain leaves, when it begins in each with so much weight. */
  visits(start: Float64Array): Float64Array {
    const { size } = this;
    const work = this.#work;
    const weights = Float64Array.from(start);
    for (let gone = size - 1; gone > 0; gone--) {
      const scaled = (weights[gone] ?? 0) / (this.#outflows[gone] ?? 1);
      for (let to = 0; to < gone; to++) weights[to] = (weights[to] ?? 0) + scaled * (work[gone * size + to] ?? 0);
    }
    const result = new Float64Array(size);
    for (let state = 0; state < size; state++) {
      let sum = weights[state] ?? 0;
      for (let from = 0; from < state; from++) sum += (result[from] ?? 0) * (work[from * size + state] ?? 0);
      result[state] = sum / (this.#outflows[state] ?? 1);
    }
    return result;
  }
}
