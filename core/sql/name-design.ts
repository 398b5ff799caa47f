import type { Fix } from '../rules/finding.ts';
import { nameDesign } from './dialect.ts';

/** Fixes with which an SQL text names one of these designs. A `-- aurora:` line ends a name at the first blank. */
export function fixesByName(text: string, names: readonly string[]): readonly Fix[] {
  return names
    .filter((name) => !/\s/.test(name))
    .map((name) => ({ title: `Let ${name} govern this file`, edits: [nameDesign(text, name)] }));
}
