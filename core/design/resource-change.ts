import { keptOn, type UpdateBehavior, updateBehavior } from '../facts/update-behavior.ts';
import {
  type GraphResource,
  type GraphValue,
  isAbsent,
  isGiven,
  itemsOf,
  type ResourceGraph,
  textOf,
} from './resource-graph.ts';

/** A template before and after an edit, in one case of its conditions. */
export interface TemplateChange {
  readonly earlier: ResourceGraph;
  readonly later: ResourceGraph;
  /** Whether the edit may give a property of a resource another value, as far as that can be told from what is written. */
  readonly isTouched: (logicalId: string, property: string) => boolean;
}

/** A resource that is there before and after the edit: the same logical ID, and the same type. */
export interface KeptResource {
  readonly earlier: GraphResource;
  readonly later: GraphResource;
  readonly behavior: UpdateBehavior;
  readonly isTouched: (property: string) => boolean;
}

/** A property that an edit gives another value, adds or takes away. */
export interface PropertyChange {
  readonly property: string;
  readonly earlier: GraphValue;
  readonly later: GraphValue;
  /** Whether the value is certainly another one; otherwise only the expression is. */
  readonly isCertain: boolean;
}

/**
 * The resources of Aurora that are there before and after: clusters, instances, global clusters, custom endpoints, DB
 * shard groups and the groups to which they refer.
 */
export function keptResources({ earlier, later, isTouched }: TemplateChange): readonly KeptResource[] {
  return auroraResources(earlier).flatMap((before) => {
    const after = later.ofType(before.type).find(({ logicalId }) => logicalId === before.logicalId);
    const behavior = updateBehavior(before.type);
    if (after === undefined || behavior === undefined) return [];
    const isOwnTouched = (property: string) => isTouched(before.logicalId, property);
    return [{ earlier: before, later: after, behavior, isTouched: isOwnTouched }];
  });
}

function auroraResources(graph: ResourceGraph): readonly GraphResource[] {
  const databases = [...graph.clusters, ...graph.instances];
  const groups = databases.flatMap((resource) =>
    ['DBSubnetGroupName', 'DBClusterParameterGroupName', 'DBParameterGroupName'].flatMap(
      (property) => graph.referredTo(resource.property(property)) ?? [],
    ),
  );
  const others = ['AWS::RDS::GlobalCluster', 'AWS::RDS::DBClusterEndpoint', 'AWS::RDS::DBShardGroup'].flatMap((type) =>
    graph.ofType(type),
  );
  return [...new Set([...databases, ...others, ...groups])];
}

/** The properties that AWS does not change in place, where the edit touches them. */
export function fixedChanges(kept: KeptResource): readonly PropertyChange[] {
  const { create_only, conditional = [] } = kept.behavior;
  const properties = [...create_only, ...conditional.map(({ property }) => property)];
  return properties.flatMap((property) => {
    return keptOn(kept.behavior, property) === 'in_place' ? [] : (propertyChange(kept, property) ?? []);
  });
}

/** What the edit does to one property; undefined when its value is the same, or cannot be seen. */
export function propertyChange(kept: KeptResource, property: string): PropertyChange | undefined {
  if (!kept.isTouched(property)) return undefined;
  const [earlier, later] = [kept.earlier.property(property), kept.later.property(property)];
  const isName = kept.behavior.any_case?.includes(property) === true;
  const difference = compare(earlier, later, isName ? lowerCase : comparableText);
  return difference === 'none' ? undefined : { property, earlier, later, isCertain: difference === 'certain' };
}

/** Whether CloudFormation replaces the resource for a change of one of its properties. */
export function isReplacedFor({ behavior }: KeptResource, { property, earlier, later }: PropertyChange): boolean {
  const kept = keptOn(behavior, property);
  if (kept === 'removed') return !isAbsent(later);
  if (kept === 'added') return !isAbsent(earlier);
  if (kept === 'upgrade') return textOf(earlier) !== 'aurora' || textOf(later) !== 'aurora-mysql';
  return kept === 'never';
}

type Difference = 'none' | 'possible' | 'certain';

function compare(earlier: GraphValue, later: GraphValue, normal: (text: string) => string): Difference {
  if (isHidden(earlier) || isHidden(later) || (isAbsent(earlier) && isAbsent(later))) return 'none';
  if (isAbsent(earlier)) return isGiven(later) ? 'certain' : 'possible';
  if (isAbsent(later)) return isGiven(earlier) ? 'certain' : 'possible';
  if (earlier.kind === 'unknown' && later.kind === 'unknown') {
    if (earlier.identity === later.identity) return 'none';
    const [one, other] = [earlier.resource, later.resource];
    return one !== undefined && other !== undefined && one !== other ? 'certain' : 'possible';
  }
  const [before, after] = [wordsOf(earlier, normal), wordsOf(later, normal)];
  if (before === undefined || after === undefined) return 'possible';
  return before.length === after.length && before.every((word, index) => word === after[index]) ? 'none' : 'certain';
}

/** Whether it cannot be told what stands there, or whether anything does. */
function isHidden(value: GraphValue): boolean {
  return value.kind === 'unknown' && value.identity === '';
}

/** A text or the texts of a list, in an order that does not matter; undefined for anything else. */
function wordsOf(value: GraphValue, normal: (text: string) => string): readonly string[] | undefined {
  const items = value.kind === 'scalar' ? [value] : itemsOf(value);
  const texts = items?.map(textOf).filter((text) => text !== undefined);
  return texts?.length === items?.length ? texts?.map(normal).sort() : undefined;
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

/** A text as it is compared: a KMS key is named by its ARN or by its id, a truth value is written in any case. */
export function comparableText(text: string): string {
  const word = /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
  return word.replace(/^arn:[^:]+:kms:[^:]*:[^:]*:(key\/)?/, '');
}
