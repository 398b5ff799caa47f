import type { Cluster, Design } from '../design/design.ts';
import { engineVersionOf, precedesAll, supportsFeature } from '../design/engine-version.ts';
import { known } from '../design/node.ts';
import type { Engine, EngineSupport } from '../facts/engine-versions.ts';
import { familyOf, instanceClassByName, instanceClassSupport, isOnSale, sizeOf } from '../facts/instance-classes.ts';
import type { DesignFix } from './rule.ts';

/** Families to move to, the first that serves: current Graviton first, then Intel. */
const memoryFamilies = ['db.r7g', 'db.r6g', 'db.r8g', 'db.r6i', 'db.r7i', 'db.r5'];
const burstableFamilies = ['db.t4g', 'db.t3'];

/** Sizes that only burstable families have. */
const smallSizes = ['micro', 'small', 'medium'];

/**
 * The class to use in place of one that does not serve: of the same size where there is one. A small one stays burstable
 * unless `burstable` is false. Undefined when no class of the catalogue serves the cluster.
 */
export function classInPlaceOf(
  design: Design,
  cluster: Cluster,
  instanceClass: string,
  { burstable = true }: { readonly burstable?: boolean } = {},
): string | undefined {
  const size = sizeOf(instanceClass);
  const isSmall = smallSizes.includes(size);
  const wanted =
    isSmall && burstable
      ? burstableFamilies.map((family) => `${family}.medium`)
      : memoryFamilies.map((family) => `${family}.${isSmall ? 'large' : size}`);
  return wanted.find((name) => familyOf(name) !== familyOf(instanceClass) && serves(design, cluster, name));
}

/** Whether nothing is known against a class for a cluster: its engine, its version, its Region. */
function serves(design: Design, cluster: Cluster, name: string): boolean {
  const found = instanceClassByName(name);
  const support = instanceClassSupport(name);
  const engine = known(design.engine);
  if (found === undefined || support === undefined || engine === undefined) return false;
  if (!isOnSale(found, engine, known(cluster.region) ?? '')) return false;
  return supportsFeature(engine, known(engineVersionOf(design, cluster)), support) !== 'no';
}

/** The fix that gives another class to every instance of a cluster whose class is one of `from`: they stay alike. */
export function replaceClass(cluster: Cluster, from: readonly string[], to: string | undefined): readonly DesignFix[] {
  if (to === undefined) return [];
  const replaced = cluster.instances.items.filter((instance) => from.includes(known(instance.class) ?? ''));
  const edits = replaced.map((instance) => ({ kind: 'set', path: instance.class.path, value: to }) as const);
  return [{ title: `Use ${to}`, edits }];
}

/**
 * Whether a version takes a class with this support. Of versions that are older than all that the guide still lists for
 * the class it says nothing.
 */
export function takesClass(engine: Engine | undefined, version: string | undefined, support: EngineSupport) {
  const taken = supportsFeature(engine, version, support);
  const isOlder = engine !== undefined && version !== undefined && precedesAll(engine, version, support);
  return taken === 'no' && isOlder ? 'unknown' : taken;
}
