import { isAfter, monthsAfter } from '../design/calendar-date.ts';
import type { Cluster, Design } from '../design/design.ts';
import type { DesignEdit } from '../design/edit.ts';
import { lifecycleOf } from '../design/engine-lifecycle.ts';
import {
  compareEngineVersions,
  type EngineVersion,
  majorOf,
  parseEngineVersion,
  supportsFeature,
  versionStatements,
} from '../design/engine-version.ts';
import { globalMembers } from '../design/global-database.ts';
import { upgradesMinorVersions } from '../design/minor-upgrade.ts';
import { known, type Value } from '../design/node.ts';
import { choosableVersions, type Engine, type EngineSupport } from '../facts/engine-versions.ts';
import { instanceClassSupport } from '../facts/instance-classes.ts';
import type { DesignFix } from './rule.ts';

/** Months for which an upgrade has to be worth it: of standard support of the minor, and of the major. */
export const supportAhead = { minor: 6, major: 12 } as const;

/**
 * The fix that raises a stated engine version to the nearest major that offers all of `needs`, and in it to the newest
 * minor that is supported for a while from `asOf` on. Where that is a minor with long-term support, the cluster is told to
 * stay on it. Empty when no version of the catalogue serves, or the classes of the instances would not go along.
 */
export function raiseVersion(
  design: Design,
  version: Value<string>,
  asOf: string,
  needs: readonly EngineSupport[] = [],
): readonly DesignFix[] {
  const engine = known(design.engine);
  const stated = known(version);
  const from = engine === undefined || stated === undefined ? undefined : parseEngineVersion(engine, stated);
  if (engine === undefined || from === undefined || from.limitless) return [];
  const clusters = versionStatements(design).find((statement) => statement.version === version)?.clusters ?? [];
  const wanted = [...needs, ...classSupport(engine, stated, clusters)];
  const target = candidates(engine, asOf)
    .filter((candidate) => compareEngineVersions(candidate.version, from) > 0)
    .find(({ text }) => wanted.every((feature) => supportsFeature(engine, text, feature) === 'yes'));
  if (target === undefined) return [];
  const staysInMajor = majorOf(engine, target.version) === majorOf(engine, from);
  if (!staysInMajor && clusters.some(namesDefaultGroup)) return [];
  const edits: DesignEdit[] = [{ kind: 'set', path: version.path, value: target.text }];
  if (target.lts && globalMembers(design).length === 0) edits.push(...clusters.flatMap(stayOnMinor));
  return [{ title: `Upgrade to ${target.text}`, edits }];
}

/** The edits after which a cluster takes no minor version by itself. */
export function stayOnMinor(cluster: Cluster): readonly DesignEdit[] {
  if (upgradesMinorVersions(cluster) === false) return [];
  const { autoMinorVersionUpgrade, instances } = cluster;
  const stated = instances.items.filter((instance) => instance.autoMinorVersionUpgrade.presence === 'known');
  return [autoMinorVersionUpgrade, ...stated.map((instance) => instance.autoMinorVersionUpgrade)].map(({ path }) => ({
    kind: 'set',
    path,
    value: false,
  }));
}

interface Candidate {
  readonly text: string;
  readonly version: EngineVersion;
  readonly lts: boolean;
}

/** What was worth an upgrade on the day that was asked for last: every rule asks for the same day. */
const lastAsked = new Map<Engine, { readonly asOf: string; readonly candidates: readonly Candidate[] }>();

function candidates(engine: Engine, asOf: string): readonly Candidate[] {
  const known = lastAsked.get(engine);
  if (known?.asOf === asOf) return known.candidates;
  const found = candidatesOn(engine, asOf);
  lastAsked.set(engine, { asOf, candidates: found });
  return found;
}

/** Versions worth an upgrade: by major, oldest first; within a major newest first, those with long-term support last. */
function candidatesOn(engine: Engine, asOf: string): readonly Candidate[] {
  const minorHorizon = monthsAfter(asOf, supportAhead.minor);
  const majorHorizon = monthsAfter(asOf, supportAhead.major);
  const supported = choosableVersions(engine).flatMap((text) => {
    const version = parseEngineVersion(engine, text);
    if (version === undefined || version.limitless) return [];
    const lifecycle = lifecycleOf(engine, version);
    if (lifecycle === undefined) return [];
    const { major, minor, standardSupportEnd } = lifecycle;
    if (isAfter(majorHorizon, major.standardSupportEnd ?? majorHorizon)) return [];
    if (isAfter(minorHorizon, standardSupportEnd ?? minorHorizon)) return [];
    return [{ text, version, lts: minor?.lts === true }];
  });
  return supported.sort(
    (a, b) =>
      (a.version.numbers[0] ?? 0) - (b.version.numbers[0] ?? 0) ||
      Number(a.lts) - Number(b.lts) ||
      compareEngineVersions(b.version, a.version),
  );
}

/** The versions of a major that are worth choosing on a day, without those that have to be pinned. */
export function supportedVersions(engine: Engine, asOf: string, major: string): readonly string[] {
  return candidates(engine, asOf).flatMap(({ text, version, lts }) =>
    lts || majorOf(engine, version) !== major ? [] : [text],
  );
}

/** What the classes of the instances need of a version, as far as they run on the present one. */
function classSupport(engine: Engine, version: string | undefined, clusters: readonly Cluster[]) {
  return clusters
    .flatMap(({ instances }) => instances.items)
    .map((instance) => instanceClassSupport(known(instance.class) ?? ''))
    .filter((support) => support !== undefined)
    .filter((support) => supportsFeature(engine, version, support) === 'yes');
}

/** Whether a cluster names a default parameter group, which belongs to one major. */
function namesDefaultGroup({ dbClusterParameterGroupName, instances }: Cluster): boolean {
  const groups = [dbClusterParameterGroupName, ...instances.items.map((instance) => instance.dbParameterGroupName)];
  return groups.some((group) => known(group)?.startsWith('default.') === true);
}
