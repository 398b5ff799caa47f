import { powerOfTwo } from './arithmetic.ts';
import type { TransientPart } from './transient-part.ts';

/**
 * The probability that a chain leaves its good states within so many hours, from each of them: the transition
 * probabilities of a short step, squared until they cover the time. All terms are positive, and each row is kept at a sum
 * of 1, so that rare events keep their precision.
 */
export function absorbedWithin({ rates, exits }: TransientPart, hours: number): Float64Array {
  const good = exits.length;
  const size = good + 1;
  let fastest = 0;
  for (let from = 0; from < good; from++) {
    let out = exits[from] ?? 0;
    for (let to = 0; to < good; to++) out += rates[from * good + to] ?? 0;
    fastest = Math.max(fastest, out);
  }
  let squarings = 0;
  while (fastest * hours > powerOfTwo(squarings - 3)) squarings++;
  const step = hours / powerOfTwo(squarings);
  let matrix = shortStep(rates, exits, step, fastest * step);
  for (let round = 0; round < squarings; round++) matrix = squared(matrix, size);
  return Float64Array.from({ length: good }, (_, state) => matrix[state * size + good] ?? 0);
}

/** The transition probabilities of a step in which about `jumps`, at most an eighth, are expected; by uniformization. */
function shortStep(rates: Float64Array, exits: Float64Array, step: number, jumps: number): Float64Array {
  const good = exits.length;
  const size = good + 1;
  const jump = new Float64Array(size * size);
  for (let from = 0; from < good; from++) {
    let leaves = ((exits[from] ?? 0) * step) / jumps;
    jump[from * size + good] = leaves;
    for (let to = 0; to < good; to++) {
      const share = ((rates[from * good + to] ?? 0) * step) / jumps;
      jump[from * size + to] = share;
      leaves += share;
    }
    jump[from * size + from] = Math.max(0, 1 - leaves);
  }
  jump[good * size + good] = 1;
  // Horner's scheme of the sum over k of jumps^k / k! times the k-th power of `jump`; the factor e^-jumps follows from the rows.
  let sum = identity(size);
  for (let order = 14; order >= 1; order--) {
    sum = product(jump, sum, size).map((value) => (value * jumps) / order);
    for (let state = 0; state < size; state++) sum[state * size + state] = (sum[state * size + state] ?? 0) + 1;
  }
  for (let row = 0; row < size; row++) {
    let total = 0;
    for (let column = 0; column < size; column++) total += sum[row * size + column] ?? 0;
    for (let column = 0; column < size; column++) sum[row * size + column] = (sum[row * size + column] ?? 0) / total;
  }
  return keepRows(sum, size);
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let state = 0; state < size; state++) matrix[state * size + state] = 1;
  return matrix;
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let middle = 0; middle < size; middle++) {
      const factor = a[row * size + middle] ?? 0;
      if (factor === 0) continue;
      for (let column = 0; column < size; column++) {
        result[row * size + column] = (result[row * size + column] ?? 0) + factor * (b[middle * size + column] ?? 0);
      }
    }
  }
  return result;
}

function squared(matrix: Float64Array, size: number): Float64Array {
  return keepRows(product(matrix, matrix, size), size);
}

/** Makes each row sum to 1 by its largest entry, in place: that one alone can take the rounding of the others. */
function keepRows(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    let largest = 0;
    for (let column = 1; column < size; column++) {
      if ((matrix[row * size + column] ?? 0) > (matrix[row * size + largest] ?? 0)) largest = column;
    }
    let others = 0;
    for (let column = 0; column < size; column++) {
      if (column !== largest) others += matrix[row * size + column] ?? 0;
    }
    matrix[row * size + largest] = 1 - others;
  }
  return matrix;
}
