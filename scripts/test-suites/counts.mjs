/**
 * How many tests of a suite passed and failed.
 *
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * A suite that ended badly without a failed test to show for it counts as one failure, and so does one that ran nothing.
 *
 * @param {Counts | undefined} counts what the suite reported; undefined when it reported nothing
 * @param {number} status its exit status
 * @returns {Counts}
 */
export function honestCounts(counts, status) {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  const ranNothing = passed + failed === 0;
  const crashed = status !== 0 && failed === 0;
  return { passed, failed: ranNothing || crashed ? failed + 1 : failed };
}

/** @param {Counts} counts */
export function countsLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, counts) => total + counts.passed, 0),
    failed: all.reduce((total, counts) => total + counts.failed, 0),
  };
}
