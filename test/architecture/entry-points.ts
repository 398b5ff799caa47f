import type { BuildOptions } from 'esbuild';
import { bundles } from '../../scripts/bundles.mjs';

/** The sources from which a bundle is built. */
export function entryPointsOf({ entryPoints = {} }: BuildOptions): readonly string[] {
  return Object.values(entryPoints).map((entry) => (typeof entry === 'string' ? entry : entry.in));
}

/** The sources from which everything that ships is built. */
export const allEntryPoints = bundles.flatMap(entryPointsOf);
