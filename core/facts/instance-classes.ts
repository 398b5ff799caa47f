import type { EngineSupport } from './engine-versions.ts';
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
