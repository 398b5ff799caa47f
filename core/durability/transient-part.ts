import type { Chain } from './chain.ts';

/** The states of a chain that are well, and how they are left. */
export interface TransientPart {
  /** Rates among them, row by row, and the rate at which each leads to one that is not well. */
  readonly rates: Float64Array;
  readonly exits: Float64Array;
}

/** The part of a chain in which all is well; its first state is that of the chain. */
export function transientPart({ size, rates }: Chain, isWell: readonly boolean[]): TransientPart {
  const kept = isWell.flatMap((well, state) => (well ? [state] : []));
  const among = new Float64Array(kept.length * kept.length);
  const exits = new Float64Array(kept.length);
  for (const [row, from] of kept.entries()) {
    for (let to = 0; to < size; to++) {
      const rate = rates[from * size + to] ?? 0;
      const column = isWell[to] ? kept.indexOf(to) : -1;
      if (column >= 0) among[row * kept.length + column] = rate;
      else exits[row] = (exits[row] ?? 0) + rate;
    }
  }
  return { rates: among, exits };
}
