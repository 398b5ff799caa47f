/**
 * The least that something took, in milliseconds.
 *
 * @param {() => void} work
 * @param {number} times
 */
export function best(work, times) {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
