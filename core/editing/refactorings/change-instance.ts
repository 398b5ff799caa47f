import { type Cluster, clustersOf, type Design, type Instance } from '../../design/design.ts';
import type { DesignEdit } from '../../design/edit.ts';
import { known } from '../../design/node.ts';
import { isInside } from '../../design/path.ts';
import { isMultiMaster, promotionTierOf, readersOf, writerOf } from '../../design/promotion.ts';
import { writeBlueprint } from '../../design/writers/blueprint.ts';
import { compareInstanceClassSize, familyOf } from '../../facts/instance-classes.ts';
import { classesToChoose } from '../values/instance-classes.ts';
import type { BlueprintSelection, Refactoring } from './refactoring.ts';

interface Change {
  readonly title: string;
  readonly edits: readonly DesignEdit[];
}

/** What can be changed of the instance that is selected: who writes, who is promoted first, the next class up and down. */
export function changeInstance({ text, document, range, wrongPaths }: BlueprintSelection): readonly Refactoring[] {
  const { design, locator } = document;
  const path = locator.pathAt(range.start) ?? [];
  for (const cluster of clustersOf(design)) {
    const instance = cluster.instances.items.find((candidate) => isInside(path, candidate.path));
    const id = instance && known(instance.id);
    if (instance === undefined || id === undefined) continue;
    if (wrongPaths().some((wrong) => isInside(wrong, cluster.instances.path))) return [];
    return [
      ...toWriter(design, cluster, instance, id),
      ...toFirstPromoted(design, cluster, instance, id),
      ...toNextClasses(design, cluster, instance, id),
    ].flatMap(({ title, edits }) => {
      const written = writeBlueprint(text, document, edits);
      return written === undefined ? [] : [{ title, kind: 'refactor.rewrite', edits: () => written } as const];
    });
  }
  return [];
}

function toWriter(design: Design, cluster: Cluster, instance: Instance, id: string): readonly Change[] {
  const writer = writerOf(design, cluster);
  const { items } = cluster.instances;
  const isUnclear = items.some(({ role }) => role.presence === 'unknown');
  if (writer === undefined || writer === instance || isUnclear || isMultiMaster(design, cluster)) return [];
  const former = items.filter(({ role }) => known(role) === 'writer');
  const edits: readonly DesignEdit[] = [
    ...former.map(({ role }) => ({ kind: 'remove', path: role.path }) as const),
    { kind: 'set', path: instance.role.path, value: 'writer' },
  ];
  return [{ title: `Make ${id} the writer`, edits }];
}

/** A tier below those of all other readers, where there is one. */
function toFirstPromoted(design: Design, cluster: Cluster, instance: Instance, id: string): readonly Change[] {
  const readers = readersOf(design, cluster);
  if (!readers.includes(instance) || writerOf(design, cluster) === undefined) return [];
  const others = readers.filter((reader) => reader !== instance).map(promotionTierOf);
  const lowest = Math.min(...others.map((tier) => tier ?? 0));
  const own = promotionTierOf(instance);
  if (others.length === 0 || lowest === 0 || own === undefined || own < lowest) return [];
  const edits: readonly DesignEdit[] = [{ kind: 'set', path: instance.promotionTier.path, value: lowest - 1 }];
  return [{ title: `Promote ${id} first, with tier ${lowest - 1}`, edits }];
}

/** The classes of its family that are next in size and on sale for the engine and the Region. */
function toNextClasses(design: Design, cluster: Cluster, instance: Instance, id: string): readonly Change[] {
  const now = known(instance.class);
  if (now === undefined) return [];
  const family = classesToChoose(design, cluster, instance.class.path)
    .map(({ value }) => value)
    .filter((name) => familyOf(name) === familyOf(now))
    .toSorted(compareInstanceClassSize);
  const larger = family.findLast((name) => compareInstanceClassSize(name, now) < 0);
  const smaller = family.find((name) => compareInstanceClassSize(name, now) > 0);
  return [larger, smaller].flatMap((name): readonly Change[] => {
    if (name === undefined) return [];
    const edits: readonly DesignEdit[] = [{ kind: 'set', path: instance.class.path, value: name }];
    return [{ title: `Change ${id} to ${name}`, edits }];
  });
}
