import {
  type Engine,
  type MajorLifecycle,
  type MinorLifecycle,
  majorLifecycle,
  minorLifecycle,
} from '../facts/engine-versions.ts';
import type { Design } from './design.ts';
import {
  type EngineVersion,
  majorOf,
  minorOf,
  parseEngineVersion,
  type VersionStatement,
  versionStatements,
} from './engine-version.ts';

/** Where a version stands in AWS's calendars; a minor that the catalogue does not have is undefined. */
export interface Lifecycle {
  readonly major: MajorLifecycle;
  readonly minor: MinorLifecycle | undefined;
  /**
   * When standard support ends: with the minor or with the major, whichever is earlier. `YYYY-MM-DD`, or `YYYY-MM` where
   * AWS names the month only.
   */
  readonly standardSupportEnd: string | undefined;
}

/**
 * The lifecycle of a version; undefined where the catalogue does not have its major.
 * Source: Aurora release calendars (major and minor versions).
 */
export function lifecycleOf(engine: Engine, version: EngineVersion): Lifecycle | undefined {
  const major = majorLifecycle(engine, majorOf(engine, version));
  const minor = minorLifecycle(engine, minorOf(engine, version));
  if (major === undefined) return undefined;
  const ends = [major.standardSupportEnd, minor?.standardSupportEnd].filter((end) => typeof end === 'string');
  const standardSupportEnd = ends.length === 0 ? undefined : ends.reduce((a, b) => (a < b ? a : b));
  return { major, minor, standardSupportEnd };
}

/** A version that a design states, with where it stands in AWS's calendars. */
export interface LifecycleStatement extends VersionStatement {
  readonly lifecycle: Lifecycle;
  readonly limitless: boolean;
}

/** Each full engine version that a design states and whose major the catalogue has. */
export function lifecycleStatements(design: Design): readonly LifecycleStatement[] {
  return versionStatements(design).flatMap((statement) => {
    const version = parseEngineVersion(statement.engine, statement.text);
    const lifecycle = version && lifecycleOf(statement.engine, version);
    return lifecycle === undefined ? [] : [{ ...statement, lifecycle, limitless: version?.limitless === true }];
  });
}
