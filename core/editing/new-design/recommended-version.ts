import { lifecycleOf } from '../../design/engine-lifecycle.ts';
import { parseEngineVersion } from '../../design/engine-version.ts';
import type { Engine } from '../../facts/engine-versions.ts';
import { newestFirst } from '../values/engine-versions.ts';

/** An engine version to begin with. */
export interface RecommendedVersion {
  readonly version: string;
  /** Whether it is a version with long-term support, which automatic minor upgrades would leave. */
  readonly isLongTerm: boolean;
}

/**
 * The newest version that AWS supports for another year after `asOf` (`YYYY-MM-DD`) at standard cost, by its calendars;
 * one with long-term support where no other is supported that long, and the newest of all where none is.
 */
export function recommendedVersion(engine: Engine, asOf: string): RecommendedVersion {
  const inAYear = `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4)}`;
  const supported = newestFirst(engine).flatMap((text) => {
    const version = parseEngineVersion(engine, text);
    if (version === undefined || version.limitless) return [];
    const { minor, standardSupportEnd = '' } = lifecycleOf(engine, version) ?? {};
    return minor !== undefined && standardSupportEnd > inAYear ? [{ version: text, isLongTerm: minor.lts }] : [];
  });
  const chosen = supported.find(({ isLongTerm }) => !isLongTerm) ?? supported[0];
  return chosen ?? { version: newestFirst(engine)[0] ?? '', isLongTerm: false };
}
