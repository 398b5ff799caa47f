import {
  type Engine,
  type MajorLifecycle,
  type MinorLifecycle,
  majorLifecycle,
  minorLifecycle,
} from '../facts/engine-versions.ts';
import { type EngineVersion, majorOf, minorOf } from './engine-version.ts';

/** Where a version stands in AWS's calendars; what the catalogue does not have is undefined. */
export interface Lifecycle {
  readonly major: MajorLifecycle | undefined;
  readonly minor: MinorLifecycle | undefined;
  /**
   * When standard support ends: with the minor or with the major, whichever is earlier. `YYYY-MM-DD`, or `YYYY-MM` where
   * AWS names the month only.
   */
  readonly standardSupportEnd: string | undefined;
}

/** The lifecycle of a version. Source: Aurora release calendars (major and minor versions). */
export function lifecycleOf(engine: Engine, version: EngineVersion): Lifecycle {
  const major = majorLifecycle(engine, majorOf(engine, version));
  const minor = minorLifecycle(engine, minorOf(engine, version));
  const ends = [major?.standardSupportEnd, minor?.standardSupportEnd].filter((end) => typeof end === 'string');
  const standardSupportEnd = ends.length === 0 ? undefined : ends.reduce((a, b) => (a < b ? a : b));
  return { major, minor, standardSupportEnd };
}
