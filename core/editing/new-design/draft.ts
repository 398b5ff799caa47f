import { type Content, definedOnly } from '../../design/content/design-content.ts';
import type { Design } from '../../design/design.ts';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { type Note, newBlueprint } from '../../design/writers/new-blueprint.ts';
import { type Engine, engineName } from '../../facts/engine-versions.ts';
import { global_serverless_min_acu_recommended as globalMinimum } from '../../facts/generated/limits.ts';
import { serverlessClass, sizeOf } from '../../facts/instance-classes.ts';
import type { Region } from '../../facts/regions.ts';
import { isReservedWord } from '../../rules/identity/reserved-word.ts';
import { shortName } from '../snippets/secondary.ts';
import { classesToChoose } from '../values/instance-classes.ts';
import { backupWindowsToChoose, maintenanceWindowsToChoose } from '../values/windows.ts';
import type { InstanceChoice } from './instance-choices.ts';
import { recommendedVersion } from './recommended-version.ts';

/** The answers that make a design. */
export interface DesignAnswers {
  readonly name: string;
  readonly engine: Engine;
  readonly region: Region;
  readonly instances: InstanceChoice;
  readonly secondary?: Region | undefined;
}

/** A design with its text. */
export interface Draft {
  readonly text: string;
  readonly design: Design;
}

/** What stands on top of a blueprint and decides what can stand below. */
interface Header extends Content {
  readonly aurora: 1;
  readonly name: string;
  readonly engine: Engine;
  readonly engineVersion: string;
}

/** The class that people begin with, where it is offered. */
const usualClass = 'db.r7g.large';

/** The design that the answers make, without scenarios, in the versions that are usual on the day `asOf` (`YYYY-MM-DD`). */
export function draftOf(answers: DesignAnswers, asOf: string): Draft {
  const { name, engine, region, instances, secondary } = answers;
  const { version, isLongTerm } = recommendedVersion(engine, asOf);
  const header: Header = { aurora: 1, name, engine, engineVersion: version };
  const instanceClass = instances.isServerless ? serverlessClass : offeredClass(header, region);
  const cluster = (place: Region, prefix: string, count: number) =>
    clusterContent(header, { place, prefix, count, instanceClass, isLongTerm, isGlobal: secondary !== undefined });
  const follower = secondary && `${name}-${shortName(secondary)}`;
  return draft(
    definedOnly({
      ...header,
      databaseName: databaseName(engine, name),
      masterUsername: 'app_admin',
      masterUserPassword: `{{resolve:secretsmanager:${name}/admin:SecretString:password}}`,
      primary: cluster(region, name, instances.count),
      secondaries:
        secondary && follower ? [{ clusterIdentifier: follower, ...cluster(secondary, follower, 2) }] : undefined,
      profile: instances.count === 1 ? 'development' : undefined,
    }),
    notesOf(answers, isLongTerm),
  );
}

function draft(content: Content, notes: readonly Note[] = []): Draft {
  const text = newBlueprint(content, notes);
  const [document] = readBlueprint(text).documents;
  if (document === undefined) throw new Error('A blueprint that was written has a design.');
  return { text, design: document.design };
}

/** The usual class, or the smallest one of memory-optimised classes that is offered in the Region. */
function offeredClass(header: Header, { code }: Region): string {
  const { design } = draft({ ...header, primary: { region: code } });
  const offered = classesToChoose(design, design.primary, ['primary', 'instances', 0, 'class']).map(
    ({ value }) => value,
  );
  if (offered.includes(usualClass)) return usualClass;
  return offered.find((one) => sizeOf(one) === sizeOf(usualClass)) ?? usualClass;
}

interface NewCluster {
  readonly place: Region;
  /** What its instances are named by. */
  readonly prefix: string;
  readonly count: number;
  readonly instanceClass: string;
  readonly isLongTerm: boolean;
  readonly isGlobal: boolean;
}

function clusterContent(header: Header, cluster: NewCluster): Content {
  const { place, count, prefix, instanceClass, isLongTerm, isGlobal } = cluster;
  const instances = place.azs.slice(0, count).map((zone, index) => ({
    id: `${prefix}-${'abc'.charAt(index)}`,
    class: instanceClass,
    availabilityZone: zone,
    promotionTier: index,
  }));
  return definedOnly({
    region: place.code,
    serverlessV2ScalingConfiguration:
      instanceClass === serverlessClass
        ? { minCapacity: isGlobal ? globalMinimum.value : 2, maxCapacity: 16 }
        : undefined,
    instances,
    backupRetentionPeriod: 7,
    ...nightWindows(header, place),
    autoMinorVersionUpgrade: isLongTerm ? false : undefined,
    deletionProtection: true,
    storageEncrypted: true,
    enableCloudwatchLogsExports: header.engine === 'aurora-mysql' ? ['error'] : ['postgresql'],
  });
}

/** Windows in the night of a Region that do not overlap. */
function nightWindows(header: Header, { code: region }: Region): Content {
  const clusterWith = (windows: Content) => draft({ ...header, primary: { region, ...windows } }).design.primary;
  const preferredBackupWindow = backupWindowsToChoose(clusterWith({}))[0]?.value;
  const backup = definedOnly({ preferredBackupWindow });
  return definedOnly({
    ...backup,
    preferredMaintenanceWindow: maintenanceWindowsToChoose(clusterWith(backup))[0]?.value,
  });
}

/** The name as a database may have it; none where the engine keeps the word for its SQL. */
function databaseName(engine: Engine, name: string): string | undefined {
  const database = name.replaceAll('-', '_');
  return isReservedWord(engine, database) ? undefined : database;
}

function notesOf({ name, engine, region, instances, secondary }: DesignAnswers, isLongTerm: boolean): readonly Note[] {
  const what = instances.label.replace(/^A /, 'a ');
  const follower = secondary === undefined ? '' : ` A cluster in ${secondary.name} follows.`;
  const notes: Note[] = [
    { path: ['aurora'], text: `${engineName(engine)} in ${region.name}: ${what}.${follower}` },
    { path: ['masterUserPassword'], text: `The secret ${name}/admin has to be there before the cluster is.` },
  ];
  if (isLongTerm) {
    notes.push({ path: ['primary', 'autoMinorVersionUpgrade'], text: 'Stays on the version with long-term support.' });
  }
  return notes;
}
