import type { Fact } from './fact.ts';
import { catalogue } from './generated/engine-versions.ts';

/** The database engines of Aurora. */
export type Engine = 'aurora-mysql' | 'aurora-postgresql';

/**
 * In which versions of one engine something is offered: in all, in none, or as listed. `>=16.4` means from 16.4 within its
 * major and in every major newer than those listed; `11.9` this version alone; `2.x` every version of that major.
 */
export type VersionSupport = 'all' | 'none' | readonly string[];

/** In which versions of both engines something is offered. */
export interface EngineSupport {
  readonly 'aurora-mysql': VersionSupport;
  readonly 'aurora-postgresql': VersionSupport;
}

/** How long AWS supports a major version. Dates are `YYYY-MM-DD`; null where AWS has published none. */
export interface MajorLifecycle {
  /** As AWS counts: `16`, or the Aurora major `3`. */
  readonly major: string;
  readonly standardSupportEnd: string | null;
  /** First day on which RDS Extended Support is charged; null where it is not offered. */
  readonly extendedSupportPaidFrom: string | null;
  readonly extendedSupportEnd: string | null;
  /** The minor with long-term support. */
  readonly ltsMinor: string | null;
}

/** How long AWS supports a minor version. */
export interface MinorLifecycle {
  /** `16.9`, or the Aurora version without its patch: `3.09`. */
  readonly minor: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` where AWS names the month only. */
  readonly standardSupportEnd: string;
  readonly lts: boolean;
}

/** Whether a version can be chosen for a new cluster. The list ages: what is not in it is unknown, never wrong. */
export type VersionState = 'choosable' | 'noLongerChoosable' | 'unknown';

/** The day of the catalogue (`YYYY-MM-DD`): it stands for today where nobody says what today is. */
export const engineVersionsAsOf: string = catalogue.asOf;

/** The lists of versions, for what rests on them. */
export const engineVersionsFact: Fact = {
  id: 'engine-versions:version_lists',
  fact: `The engine versions that a new cluster can have, and those it can no longer have, as of ${catalogue.asOf}. The list grows.`,
  source: catalogue.source,
  confidence: 'high',
};

/** The calendars of support, for what rests on them. */
export const lifecycleFact: Fact = {
  id: 'engine-versions:lifecycle',
  fact: `The ends of standard and Extended Support of majors and minors, as of ${catalogue.lifecycleAsOf}.`,
  source: catalogue.source,
  confidence: 'high',
};

/** The families of parameter groups, for what rests on them. */
export const familiesFact: Fact = {
  id: 'engine-versions:families',
  fact: `A parameter group belongs to one engine and major: ${Object.values(catalogue.families).flat().join(', ')}.`,
  source: catalogue.source,
  confidence: 'high',
};

/** The families of parameter groups of an engine, oldest first. */
export function parameterFamilies(engine: Engine): readonly string[] {
  return catalogue.families[engine];
}

/** The name of an engine as people say it; that of both where it is unknown. */
export function engineName(engine: Engine | undefined): string {
  if (engine === undefined) return 'Aurora';
  return engine === 'aurora-mysql' ? 'Aurora MySQL' : 'Aurora PostgreSQL';
}

/** The versions that a new cluster can have, oldest first, as AWS writes them. */
export function choosableVersions(engine: Engine): readonly string[] {
  return catalogue.versions[engine].choosable;
}

/** The state of a full version as AWS writes it (`16.9`, `8.0.mysql_aurora.3.10.1`); a bare major is unknown. */
export function versionState(engine: Engine, version: string): VersionState {
  const { choosable, noLongerChoosable }: Record<'choosable' | 'noLongerChoosable', readonly string[]> =
    catalogue.versions[engine];
  if (choosable.includes(version)) return 'choosable';
  return noLongerChoosable.includes(version) ? 'noLongerChoosable' : 'unknown';
}

/** The lifecycle of a major (`16`, `3`, `8.4`); undefined when the catalogue does not have it. */
export function majorLifecycle(engine: Engine, major: string): MajorLifecycle | undefined {
  const majors: readonly MajorLifecycle[] = catalogue.majors[engine];
  return majors.find((entry) => entry.major === major);
}

/** The lifecycle of a minor (`16.9`, `3.09`); undefined when the catalogue does not have it. */
export function minorLifecycle(engine: Engine, minor: string): MinorLifecycle | undefined {
  const minors: readonly MinorLifecycle[] = catalogue.minors[engine];
  return minors.find((entry) => entry.minor === minor);
}
