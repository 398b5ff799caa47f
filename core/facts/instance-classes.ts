import type { Engine, EngineSupport } from './engine-versions.ts';
import type { Fact } from './fact.ts';
import { catalogue } from './generated/instance-classes.ts';

/** A DB instance class that Aurora knows. */
export interface InstanceClass {
  /** Such as `db.r7g.2xlarge`. */
  readonly class: string;
  readonly vcpu: number;
  readonly memoryGib: number;
  /** Whether it is on sale for Aurora MySQL in at least one Region. */
  readonly mysql: boolean;
  readonly postgresql: boolean;
}

/** The class of Serverless v2 instances; its size is the capacity they have at the moment. */
export const serverlessClass = 'db.serverless';

/** When the list of classes was taken (`YYYY-MM`). */
export const instanceClassesAsOf: string = catalogue.asOf;

/** Every provisioned class of the catalogue, by family and size. The list grows: absence proves nothing. */
export const instanceClasses: readonly InstanceClass[] = catalogue.families.flatMap(
  (family): readonly InstanceClass[] => family.classes,
);

/** The catalogue itself, for what rests on it. */
export const instanceClassesFact: Fact = {
  id: 'instances:classes',
  fact: `The DB instance classes that Aurora offers, as of ${catalogue.asOf}. The list grows.`,
  source: catalogue.source,
  confidence: 'high',
};

/** Families with the engine versions that take them; a class that differs from its family has its own. */
interface InstanceFamily {
  readonly family: string;
  readonly kind: string;
  readonly engines: EngineSupport;
  readonly classes: readonly { readonly class: string; readonly engines?: EngineSupport }[];
}

const families: readonly InstanceFamily[] = catalogue.families;

const supportByName = new Map(
  families.flatMap(({ engines, classes }) => classes.map((entry) => [entry.class, entry.engines ?? engines])),
);

const byName = new Map(instanceClasses.map((entry) => [entry.class, entry]));

/** The class with this name, or undefined when the catalogue does not have it. */
export function instanceClassByName(name: string): InstanceClass | undefined {
  return byName.get(name);
}

/**
 * Orders two instance classes by size, larger first: by memory, then by vCPU.
 * Returns 0 when either is unknown or serverless: then nothing is known about which is larger.
 */
export function compareInstanceClassSize(a: string | undefined, b: string | undefined): number {
  const left = a === undefined ? undefined : byName.get(a);
  const right = b === undefined ? undefined : byName.get(b);
  if (left === undefined || right === undefined) return 0;
  return right.memoryGib - left.memoryGib || right.vcpu - left.vcpu;
}

/**
 * The engine versions that take a class, by the guide; undefined when the catalogue does not have the class. Minimums of
 * newer families are lowered at times: a miss is worth a warning (fact `minimum_is_a_floor_today`).
 */
export function instanceClassSupport(name: string): EngineSupport | undefined {
  return supportByName.get(name);
}

/** The Regions in which classes are on sale, for what rests on them. The lists grow. */
export const classesOnSaleFact: Fact = {
  id: 'instances:region_missing',
  fact: `Per Region and engine the classes that have a price there, as of ${catalogue.asOf}.`,
  source: catalogue.source,
  confidence: 'high',
};

const notOnSale: Readonly<Record<string, Readonly<Record<Engine, readonly string[]>> | undefined>> =
  catalogue.notOnSale;

/**
 * Whether a class of the catalogue is on sale for an engine in a Region; in a Region that the catalogue does not have it is,
 * and for an engine that nobody knows.
 */
export function isOnSale(instanceClass: InstanceClass, engine: Engine | undefined, region: string): boolean {
  if (engine === undefined) return true;
  const inSomeRegion = engine === 'aurora-mysql' ? instanceClass.mysql : instanceClass.postgresql;
  const missing = notOnSale[region]?.[engine] ?? [];
  return (
    inSomeRegion && !missing.some((name) => name === instanceClass.class || name === familyOf(instanceClass.class))
  );
}

/** The family of a class: `db.r7g` of `db.r7g.large`. */
export function familyOf(instanceClass: string): string {
  return instanceClass.split('.').slice(0, 2).join('.');
}

/** The size of a class: `2xlarge` of `db.r7g.2xlarge`; empty for one without, such as db.serverless. */
export function sizeOf(instanceClass: string): string {
  return instanceClass.split('.')[2] ?? '';
}

/** Whether a class is burstable, which all T classes are and no other. */
export function isBurstable(instanceClass: string): boolean {
  return familyOf(instanceClass).startsWith('db.t');
}

/** Whether no newer version takes a class any more: what is listed for it is closed. */
export function isRetired(support: EngineSupport): boolean {
  const lists = [support['aurora-mysql'], support['aurora-postgresql']];
  return lists.every((list) => list !== 'all' && (list === 'none' || !list.some((entry) => entry.startsWith('>='))));
}

const withLocalStorage = new Set(families.flatMap(({ family, kind }) => (kind.includes('NVMe') ? [family] : [])));

/** Whether a class has local NVMe storage, which Optimized Reads uses. */
export function hasLocalStorage(instanceClass: string): boolean {
  return withLocalStorage.has(familyOf(instanceClass));
}
