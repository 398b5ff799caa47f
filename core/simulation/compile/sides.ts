import type { Row, RunRows } from '../run.ts';
import { isProblem, type Problem } from '../scenario.ts';
import { findRegion, findZones } from './targets.ts';

/** The sides of a partition as rows: zones when AZs are named, clusters when Regions are. */
export interface Sides {
  readonly of: 'zones' | 'clusters';
  readonly sides: readonly (readonly Row[])[];
}

/** Looks up the AZs or the Regions that cannot reach each other, or says why these names are no partition. */
export function findSides(rows: RunRows, names: readonly (readonly string[])[]): Sides | Problem {
  if (names.length < 2 || names.some((side) => side.length === 0)) {
    return { problem: 'A partition has at least two sides; write it as [[us-east-1a], [us-east-1b, us-east-1c]].' };
  }
  const all = names.flat();
  const twice = all.find((name, index) => all.indexOf(name) !== index);
  if (twice !== undefined) return { problem: `${twice} stands twice in the partition; name it on one side.` };
  const regions = new Set(rows.clusters.map(({ region }) => region));
  const named = all.filter((name) => regions.has(name));
  if (named.length > 0 && named.length < all.length) {
    return { problem: 'The partition names AZs and Regions; name one kind, as in [[us-east-1], [eu-west-1]].' };
  }
  const find = named.length > 0 ? findRegion : findZones;
  const sides: (readonly Row[])[] = [];
  for (const side of names) {
    const found: Row[] = [];
    for (const name of side) {
      const own = find(rows, name);
      if (isProblem(own)) return own;
      found.push(...own);
    }
    sides.push(found);
  }
  return { of: named.length > 0 ? 'clusters' : 'zones', sides };
}
