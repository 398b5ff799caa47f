const nodeCount = 16;

/** The value and the derivative of a Legendre polynomial. */
function legendre(degree: number, x: number): { value: number; slope: number } {
  let [before, value] = [1, x];
  for (let order = 2; order <= degree; order++) {
    [before, value] = [value, ((2 * order - 1) * x * value - (order - 1) * before) / order];
  }
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}

/** The roots of a Legendre polynomial in order: each lies between two of the polynomial before. */
function roots(degree: number): readonly number[] {
  if (degree === 1) return [0];
  const bounds = [-1, ...roots(degree - 1), 1];
  return bounds.slice(1).map((bound, index) => {
    let [low, high] = [bounds[index] ?? -1, bound];
    const sign = legendre(degree, (low * 1e6 + high) / 1_000_001).value > 0;
    for (let round = 0; round < 60; round++) {
      const middle = (low + high) / 2;
      if (legendre(degree, middle).value > 0 === sign) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  });
}

const nodes = roots(nodeCount).map((x) => {
  const { slope } = legendre(nodeCount, x);
  return { x, weight: 2 / ((1 - x * x) * slope * slope) };
});

/** The integral of a smooth function from one place to another, by Gauss and Legendre's rule with 16 nodes. */
export function integral(of: (x: number) => number, from: number, to: number): number {
  const half = (to - from) / 2;
  return nodes.reduce((sum, { x, weight }) => sum + weight * of(from + half * (1 + x)), 0) * half;
}
