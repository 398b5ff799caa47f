import { type Content, contentOfCluster, definedOnly, groupsAt } from '../../design/content/design-content.ts';
import { type Cluster, clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { isInside, type Path } from '../../design/path.ts';
import { writeBlueprint } from '../../design/writers/blueprint.ts';
import { nextReader } from './next-reader.ts';
import type { BlueprintSelection, Refactoring } from './refactoring.ts';

/** Adds a reader to the cluster that is selected, like its other instances: in the AZ that is selected, or that lacks one. */
export function addReader({ text, document, range, wrongPaths }: BlueprintSelection): readonly Refactoring[] {
  const { design, locator } = document;
  const path = locator.pathAt(range.start) ?? [];
  const cluster = clustersOf(design).find((candidate) => isAbout(path, candidate));
  const zone = cluster?.availabilityZones.items.find((listed) => isInside(path, listed.path));
  const reader = cluster && nextReader(design, cluster, zone && known(zone));
  if (cluster === undefined || reader?.id === undefined) return [];
  if (wrongPaths().some((wrong) => isInside(wrong, cluster.instances.path))) return [];
  const { id, availabilityZone, promotionTier } = reader;
  const shared = settingsOfAll(groupsAt(contentOfCluster(cluster), 'instances'));
  const value = definedOnly({ id, class: reader.class, availabilityZone, promotionTier, ...shared });
  const edits = writeBlueprint(text, document, [{ kind: 'insert', path: cluster.instances.path, value }]);
  if (edits === undefined) return [];
  return [{ title: `Add the reader ${id} in ${availabilityZone}`, kind: 'refactor.rewrite', edits: () => edits }];
}

/** Whether a place is the head of a cluster, or says what instances it has and where they stand. */
export function isAbout(path: Path, { path: cluster, instances, availabilityZones, region }: Cluster): boolean {
  const isHead = path.length === cluster.length && isInside(path, cluster);
  return isHead || [instances, availabilityZones, region].some((part) => isInside(path, part.path));
}

/** What says something of one instance alone. */
const own = new Set(['id', 'class', 'availabilityZone', 'promotionTier', 'role']);

/** The settings that all instances have, with one value: another instance has them too. */
function settingsOfAll([first = {}, ...others]: readonly Content[]): Content {
  const isShared = (name: string) =>
    others.every((other) => JSON.stringify(other[name]) === JSON.stringify(first[name]));
  return Object.fromEntries(Object.entries(first).filter(([name]) => !own.has(name) && isShared(name)));
}
