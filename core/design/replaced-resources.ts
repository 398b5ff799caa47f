import { keptOn } from '../facts/update-behavior.ts';
import {
  fixedChanges,
  isReplacedFor,
  type KeptResource,
  keptResources,
  propertyChange,
  type TemplateChange,
} from './resource-change.ts';
import { type GraphResource, isAbsent } from './resource-graph.ts';

/** A resource that is replaced, and those that are replaced with it because they name it where they are fixed. */
export function replacedWith(change: TemplateChange, root: KeptResource): readonly KeptResource[] {
  const all = keptResources(change);
  const replaced = [root];
  // The list grows while it is walked.
  for (const { later } of replaced) {
    for (const one of all) {
      const isKnown = replaced.some((other) => other.later.logicalId === one.later.logicalId);
      if (!isKnown && change.later.createdBefore(one.later).has(later.logicalId) && isFixedTo(one, later)) {
        replaced.push(one);
      }
    }
  }
  return replaced;
}

/** The logical IDs of all resources that an edit certainly makes CloudFormation replace. */
export function replacedIds(change: TemplateChange): ReadonlySet<string> {
  const roots = keptResources(change).filter((kept) =>
    fixedChanges(kept).some((changed) => changed.isCertain && isReplacedFor(kept, changed)),
  );
  return new Set(roots.flatMap((root) => replacedWith(change, root)).map(({ later }) => later.logicalId));
}

/** The clusters that are there before and after an edit, without those that it certainly makes CloudFormation replace. */
export function clustersInPlace(change: TemplateChange): readonly KeptResource[] {
  const replaced = replacedIds(change);
  return keptResources(change).filter(({ later }) => {
    return later.type === 'AWS::RDS::DBCluster' && !replaced.has(later.logicalId);
  });
}

/** Whether a resource names another one in a property for whose change it is replaced. */
function isFixedTo({ behavior, later }: KeptResource, other: GraphResource): boolean {
  const { create_only, conditional = [] } = behavior;
  return [...create_only, ...conditional.map(({ property }) => property)].some((property) => {
    if (/^(in_place|unchanged)$/.test(keptOn(behavior, property))) return false;
    const value = later.property(property);
    return value.kind === 'unknown' && value.resource === other.logicalId;
  });
}

/** Whether a resource has a name of its own, and keeps it. */
export function keepsName(kept: KeptResource): boolean {
  const { identifier } = kept.behavior;
  if (identifier === undefined || propertyChange(kept, identifier) !== undefined) return false;
  const name = kept.later.property(identifier);
  return !isAbsent(name) && !(name.kind === 'unknown' && name.identity === '');
}
