import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { compareEngineVersions, parseEngineVersion } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { choosableVersions, type Engine } from '../../facts/engine-versions.ts';
import { engineVersionAsMarkdown, engineVersionState } from '../catalogue-documentation.ts';
import type { OfferedValue } from './offered-value.ts';

/**
 * The versions of the engine that a new cluster can have, newest first, each with the end of its standard support. For a
 * member of a global database the version of the others comes first.
 */
export function versionsToChoose(design: Design, cluster: Cluster | undefined): readonly OfferedValue[] {
  const engine = known(design.engine);
  if (engine === undefined) return [];
  const versions = newestFirst(engine).map((value) => versionValue(engine, value));
  const common = cluster === undefined ? undefined : known(design.engineVersion);
  const [first] = versions.filter(({ value }) => clustersOf(design).length > 1 && value === common);
  return first === undefined ? versions : [first, ...versions.filter((version) => version !== first)];
}

/** The versions that a new cluster can have, newest first. Limitless versions come last: they are a product of their own. */
export function newestFirst(engine: Engine): readonly string[] {
  const parsed = choosableVersions(engine).flatMap((text) => {
    const version = parseEngineVersion(engine, text);
    return version === undefined ? [] : [{ text, version }];
  });
  const order = (limitless: boolean) =>
    parsed
      .filter(({ version }) => version.limitless === limitless)
      .sort((a, b) => compareEngineVersions(b.version, a.version));
  return [...order(false), ...order(true)].map(({ text }) => text);
}

function versionValue(engine: Engine, value: string): OfferedValue {
  return { value, detail: engineVersionState(engine, value), documentation: engineVersionAsMarkdown(engine, value) };
}
