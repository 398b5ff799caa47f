/**
 * Something that was measured.
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} unit
 * @property {Record<string, number>} values by what they are: `p50`, `least`
 * @property {string} [remark]
 */

/**
 * @param {Figure} figure
 * @returns {string}
 */
export function figureText({ unit, values, remark }) {
  const text = Object.entries(values).map(([name, value]) => `${name} ${rounded(value)} ${unit}`);
  return remark === undefined ? text.join(', ') : `${text.join(', ')}; ${remark}`;
}

/**
 * The middle of many measurements, and what the slowest of a hundred took.
 *
 * @param {readonly number[]} measurements
 */
export function spread(measurements) {
  const ordered = [...measurements].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => ordered[Math.floor(share * (ordered.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/**
 * How many times as much one figure is as another one.
 *
 * @param {number} figure
 * @param {number} other
 */
export function ratio(figure, other) {
  return `${rounded(figure / other)} times as much`;
}

/** @param {number} value */
function rounded(value) {
  return value < 20 ? value.toFixed(1) : value.toFixed(0);
}
