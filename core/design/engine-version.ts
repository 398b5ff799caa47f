import { type Engine, type EngineSupport, engineName } from '../facts/engine-versions.ts';
import { type Cluster, clustersOf, type Design } from './design.ts';
import { known, type Value } from './node.ts';

/** A full engine version, as numbers that compare within one engine. */
export interface EngineVersion {
  /**
   * PostgreSQL: `16.10` is [16, 10]. MySQL: the Aurora version, `8.0.mysql_aurora.3.10.1` is [3, 10, 1];
   * `8.4.mysql_aurora.8.4.7` is [8, 4, 7] and follows every 3.x.
   */
  readonly numbers: readonly number[];
  /** Limitless Database is a line of its own beside the versions of the same number. */
  readonly limitless: boolean;
}

/** The engine version that counts for a cluster: its own where it states one, otherwise the one on top. */
export function engineVersionOf(design: Design, cluster: Cluster): Value<string> {
  return cluster.engineVersion.presence === 'absent' ? design.engineVersion : cluster.engineVersion;
}

/** A stated engine version with the clusters it counts for. */
export interface VersionStatement {
  readonly engine: Engine;
  readonly version: Value<string>;
  /** The version as written. */
  readonly text: string;
  readonly clusters: readonly Cluster[];
}

/** Each engine version that a design states, once, with the clusters it counts for; none where the engine is unknown. */
export function versionStatements(design: Design): readonly VersionStatement[] {
  const engine = known(design.engine);
  if (engine === undefined) return [];
  const clusters = clustersOf(design);
  const versions = new Set(clusters.map((cluster) => engineVersionOf(design, cluster)));
  return [...versions].flatMap((version) => {
    if (version.presence !== 'known') return [];
    const own = clusters.filter((cluster) => engineVersionOf(design, cluster) === version);
    return [{ engine, version, text: version.value, clusters: own }];
  });
}

/**
 * Reads a full version. Undefined for anything else: a bare major (`16`, `8.0`) stands for the default minor of the
 * day, so that nothing is known of it.
 */
export function parseEngineVersion(engine: Engine, text: string): EngineVersion | undefined {
  const pattern =
    engine === 'aurora-mysql' ? /^\d+\.\d+\.mysql_aurora\.(\d+(?:\.\d+){1,3})$/ : /^(\d+\.\d+(?:\.\d+)?)(-limitless)?$/;
  const [, numbers, suffix] = pattern.exec(text) ?? [];
  if (numbers === undefined) return undefined;
  return { numbers: numbers.split('.').map(Number), limitless: suffix !== undefined };
}

/** Orders two versions of one engine, older first; a missing number counts as 0. Limitless is not compared. */
export function compareEngineVersions(a: EngineVersion, b: EngineVersion): number {
  const length = Math.max(a.numbers.length, b.numbers.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The major as AWS's calendars name it: `16`, `3`, `8.4`. */
export function majorOf(engine: Engine, { numbers: [first = 0, second = 0] }: EngineVersion): string {
  return engine === 'aurora-mysql' && first >= 8 ? `${first}.${second}` : `${first}`;
}

/** The minor as AWS's calendars name it: `16.9`, `3.09`, `8.4.7`. */
export function minorOf(engine: Engine, { numbers: [first = 0, second = 0, third = 0] }: EngineVersion): string {
  if (engine === 'aurora-postgresql') return `${first}.${second}`;
  return first >= 8 ? `${first}.${second}.${third}` : `${first}.${`${second}`.padStart(2, '0')}`;
}

/** The family of the parameter groups that a full version takes: `aurora-postgresql16`, `aurora-mysql8.0`. */
export function versionFamily(engine: Engine, text: string): string | undefined {
  if (parseEngineVersion(engine, text) === undefined) return undefined;
  const [, major = ''] = (engine === 'aurora-mysql' ? /^(\d+\.\d+)/ : /^(\d+)/).exec(text) ?? [];
  return `${engine}${major}`;
}

/**
 * Whether an engine version offers something. Unknown for an unknown engine or version, a bare major, and for Limitless
 * versions where the list does not speak of them. Majors newer than those listed have what older ones have.
 */
export function supportsFeature(
  engine: Engine | undefined,
  version: string | undefined,
  feature: EngineSupport,
): 'yes' | 'no' | 'unknown' {
  if (engine === undefined) return 'unknown';
  const support = feature[engine];
  if (support === 'all') return 'yes';
  if (support === 'none') return 'no';
  const parsed = version === undefined ? undefined : parseEngineVersion(engine, version);
  if (parsed === undefined) return 'unknown';
  const entries = support.map(parseEntry).filter(({ version: { limitless } }) => limitless === parsed.limitless);
  if (entries.length === 0) return parsed.limitless ? 'unknown' : 'no';
  if (entries.some((entry) => covers(entry, parsed))) return 'yes';
  const newest = entries.reduce((latest, entry) => (majorNumber(entry) > majorNumber(latest) ? entry : latest));
  return newest.kind === 'from' && majorNumber(newest) < majorNumber({ version: parsed }) ? 'yes' : 'no';
}

/** An engine version that does not offer something. */
export interface VersionWithout {
  readonly engine: Engine;
  readonly version: Value<string>;
  /** Engine and version as people say them: `Aurora PostgreSQL 13.9`. */
  readonly name: string;
}

/** The engine version of a cluster where it certainly does not offer something. */
export function versionWithout(design: Design, cluster: Cluster, feature: EngineSupport): VersionWithout | undefined {
  const [engine, version] = [known(design.engine), engineVersionOf(design, cluster)];
  const text = known(version);
  if (engine === undefined || supportsFeature(engine, text, feature) !== 'no') return undefined;
  return { engine, version, name: text === undefined ? engineName(engine) : `${engineName(engine)} ${text}` };
}

/** Whether a version is older than every version that a list names: of those the guide no longer says anything. */
export function precedesAll(engine: Engine, version: string, { [engine]: support }: EngineSupport): boolean {
  const parsed = parseEngineVersion(engine, version);
  if (parsed === undefined || support === 'all' || support === 'none') return false;
  return support.every((entry) => majorNumber({ version: parsed }) < majorNumber(parseEntry(entry)));
}

/** One entry of a list of versions. */
interface SupportEntry {
  readonly kind: 'from' | 'only' | 'major';
  readonly version: EngineVersion;
}

function parseEntry(text: string): SupportEntry {
  const [, from, numbers = '', suffix] = /^(>=)?([\d.]+?)(?:\.x)?(-limitless)?$/.exec(text) ?? [];
  const kind = from !== undefined ? 'from' : text.endsWith('.x') ? 'major' : 'only';
  return { kind, version: { numbers: numbers.split('.').map(Number), limitless: suffix !== undefined } };
}

function covers({ kind, version }: SupportEntry, asked: EngineVersion): boolean {
  if (kind === 'only') return compareEngineVersions(version, asked) === 0;
  const sameMajor = majorNumber({ version }) === majorNumber({ version: asked });
  return sameMajor && compareEngineVersions(version, asked) <= 0;
}

function majorNumber({ version }: Pick<SupportEntry, 'version'>): number {
  return version.numbers[0] ?? 0;
}
