/**
 * Logarithm and exponential in plain arithmetic, so that every JavaScript engine computes the same bits: those of `Math`
 * differ between engines. Relative errors are a few 1e-16.
 */

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const ln2 = ln2High + ln2Low;
const largestExponent = 1023;

const bits = new DataView(new ArrayBuffer(8));

/** 2 to the power of a whole number; 0 and infinity where no double is that small or large. */
export function powerOfTwo(exponent: number): number {
  if (exponent > largestExponent) return Number.POSITIVE_INFINITY;
  if (exponent < -largestExponent) return exponent < -1074 ? 0 : powerOfTwo(exponent + 200) * powerOfTwo(-200);
  bits.setUint32(0, (exponent + largestExponent) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** A number to the power of a whole number that is not negative. */
export function power(base: number, exponent: number): number {
  let result = 1;
  let factor = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}

/** `2 atanh(s)`, which is the logarithm of `(1 + s) / (1 - s)`; for |s| up to 0.2. Its series, written out: it is drawn from millions of times. */
function twiceAtanh(s: number): number {
  const z = s * s;
  let sum = (1 / 25) * z;
  sum = (sum + 1 / 23) * z;
  sum = (sum + 1 / 21) * z;
  sum = (sum + 1 / 19) * z;
  sum = (sum + 1 / 17) * z;
  sum = (sum + 1 / 15) * z;
  sum = (sum + 1 / 13) * z;
  sum = (sum + 1 / 11) * z;
  sum = (sum + 1 / 9) * z;
  sum = (sum + 1 / 7) * z;
  sum = (sum + 1 / 5) * z;
  sum = (sum + 1 / 3) * z;
  return 2 * (s + s * sum);
}

/** The natural logarithm of a number above 0. */
export function naturalLog(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 1e-300) return naturalLog(x * powerOfTwo(200)) - 200 * ln2;
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - largestExponent;
  bits.setUint32(0, (high & 0xfffff) | (largestExponent << 20));
  let mantissa = bits.getFloat64(0);
  if (mantissa > 1.5) {
    mantissa /= 2;
    exponent++;
  }
  const small = twiceAtanh((mantissa - 1) / (mantissa + 1));
  return exponent * ln2High + (small + exponent * ln2Low);
}

/** The decadic logarithm of a number above 0. */
export function decadicLog(x: number): number {
  return naturalLog(x) / naturalLog(10);
}

/** The natural logarithm of `1 + x`, exact for small x too. */
export function logOfOnePlus(x: number): number {
  return x > -0.25 && x < 0.4 ? twiceAtanh(x / (2 + x)) : naturalLog(1 + x);
}

/** `e^x - 1` for |x| up to 0.35, by its series. */
function smallExponentialMinusOne(x: number): number {
  let sum = 0;
  for (let order = 14; order >= 2; order--) sum = ((1 + sum) * x) / order;
  return x * (1 + sum);
}

/** e to the power of x. */
export function exponential(x: number): number {
  if (x < -745.2) return 0;
  if (x > 709.8) return Number.POSITIVE_INFINITY;
  const times = Math.round(x / ln2);
  const rest = x - times * ln2High - times * ln2Low;
  return (1 + smallExponentialMinusOne(rest)) * powerOfTwo(times);
}

/** `e^x - 1`, exact for small x too. */
export function exponentialMinusOne(x: number): number {
  return x > -0.35 && x < 0.35 ? smallExponentialMinusOne(x) : exponential(x) - 1;
}

/** The probability that at least one of `times` independent events happens, each with this probability. */
export function anyOf(times: number, probability: number): number {
  return probability >= 1 ? 1 : -exponentialMinusOne(times * logOfOnePlus(-probability));
}

/** In how many ways `chosen` of `all` can be picked. */
export function binomial(all: number, chosen: number): number {
  let ways = 1;
  for (let one = 1; one <= chosen; one++) ways = (ways * (all - chosen + one)) / one;
  return Math.round(ways);
}
