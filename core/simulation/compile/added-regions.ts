import { clustersOf, type Design } from '../../design/design.ts';
import { engineVersionOf, parseEngineVersion, versionWithout } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { global_database } from '../../facts/generated/engine-features.ts';
import { isRegionCode, regionByCode } from '../../facts/regions.ts';
import type { PlainScenario } from '../scenario.ts';

/** A Region in which a scenario adds a secondary. */
export interface AddedRegion {
  readonly region: string;
  /** The three AZs of its volume: Aurora chooses, the first by name are taken. */
  readonly zones: readonly string[];
}

/** The Regions that a scenario adds, each once, in the order of time; those that the design has are left out. */
export function addedRegionsOf(design: Design, { events }: PlainScenario): readonly AddedRegion[] {
  const designed = clustersOf(design).map(({ region }) => known(region));
  const targets = events
    .toSorted((one, other) => one.at - other.at)
    .flatMap((event) => ('add' in event && event.add === 'region' ? [event.target] : []))
    .filter((target) => isRegionCode(target) && !designed.includes(target));
  return [...new Set(targets)].map((region) => ({ region, zones: zonesOf(region) }));
}

function zonesOf(region: string): readonly string[] {
  const names = [...(regionByCode(region)?.azs ?? []), ...['a', 'b', 'c'].map((letter) => `${region}${letter}`)];
  return [...new Set(names)].slice(0, 3);
}

/**
 * Why Aurora adds no secondary Region to a design, as far as that follows from the design alone; undefined when nothing
 * stands against it. Source: Aurora guide, global database (requirements and limitations).
 */
export function refusalOfGlobal(design: Design): string | undefined {
  const { primary } = design;
  const engine = known(design.engine);
  const mode = known(primary.engineMode) ?? 'provisioned';
  const without = versionWithout(design, primary, global_database);
  const version = known(engineVersionOf(design, primary)) ?? '';
  if (mode !== 'provisioned') return `engine mode ${mode} knows no global database`;
  if (engine !== undefined && parseEngineVersion(engine, version)?.limitless === true)
    return 'a Limitless cluster cannot be in a global database';
  if (without !== undefined) return `${without.name} knows no global database`;
  if ((known(primary.backtrackWindow) ?? 0) > 0) return 'a cluster with a backtrackWindow cannot get another Region';
  if (known(primary.manageMasterUserPassword) === true)
    return 'RDS manages the master password; that has to be switched off first';
  return undefined;
}
