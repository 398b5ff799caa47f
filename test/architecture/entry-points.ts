import type { BuildOptions } from 'esbuild';
import { bundles } from '../../scripts/bundles.mjs';

/** The sources of ours from which a bundle is built; what it copies out of packages is none. */
export function entryPointsOf({ entryPoints = {} }: BuildOptions): readonly string[] {
  const entries = Object.values(entryPoints).map((entry) => (typeof entry === 'string' ? entry : entry.in));
  return entries.filter((entry) => !entry.startsWith('node_modules/'));
}

/** The sources from which everything that ships is built. */
export const allEntryPoints = bundles.flatMap(entryPointsOf);
