import type { Fact } from './fact.ts';
import * as facts from './generated/replacement.ts';

/** When a property that replaces its resource in some cases keeps it. */
export type Kept = 'never' | 'in_place' | 'unchanged' | 'removed' | 'added' | 'upgrade';

/** How CloudFormation takes changes to the resources of one type. */
export interface UpdateBehavior extends Fact {
  /** Such as `AWS::RDS::DBCluster`. */
  readonly type: string;
  /** The property with the resource's own name; undefined for a type whose resources have none. */
  readonly identifier?: string;
  /** Properties whose change, addition or removal replaces the resource. */
  readonly create_only: readonly string[];
  /** Properties that replace it in some cases. */
  readonly conditional?: readonly { readonly property: string; readonly kept: Kept }[];
  /** Names that AWS stores in lower case. */
  readonly any_case?: readonly string[];
  /** Properties of which one stays, once one of them is there: CloudFormation cannot take the last one away in place. */
  readonly one_stays?: readonly string[];
}

const behaviors: readonly UpdateBehavior[] = [
  facts.db_cluster,
  facts.db_instance,
  facts.global_cluster,
  facts.db_cluster_parameter_group,
  facts.db_parameter_group,
  facts.db_subnet_group,
  facts.scalable_target,
  facts.scaling_policy,
  facts.db_proxy,
  facts.db_cluster_endpoint,
  facts.db_shard_group,
];

const byType = new Map(behaviors.map((behavior) => [behavior.type, behavior]));

/** How CloudFormation takes changes to resources of a type; undefined for a type of which nothing is known. */
export function updateBehavior(type: string): UpdateBehavior | undefined {
  return byType.get(type);
}

/** When a property keeps its resource: `in_place` for every property that is not said to replace it. */
export function keptOn({ create_only, conditional = [] }: UpdateBehavior, property: string): Kept {
  if (create_only.includes(property)) return 'never';
  return conditional.find((one) => one.property === property)?.kept ?? 'in_place';
}

/** Whether CloudFormation keeps a resource of the type whatever the property is changed to, and changes it. */
export function isChangedInPlace(type: string, property: string): boolean {
  const behavior = updateBehavior(type);
  return behavior !== undefined && keptOn(behavior, property) === 'in_place';
}
