import type { blueprintShape } from './format/blueprint.ts';
import type { primaryShape, secondaryShape } from './format/cluster.ts';
import type { instanceShape } from './format/instance.ts';
import type { NodeOf } from './node.ts';

/** One DB instance, as written. */
export type Instance = NodeOf<typeof instanceShape>;

/** The primary cluster or a secondary, with what both share. */
export type Cluster = NodeOf<typeof primaryShape>;

/** A secondary cluster with what only secondaries have. */
export type SecondaryCluster = NodeOf<typeof secondaryShape>;

/** A cluster design: everything that was written, each value with its path, whatever text it was read from. */
export type Design = NodeOf<typeof blueprintShape>;

/** One role associated with the cluster for machine learning. */
export type MachineLearning = Design['machineLearning']['items'][number];

/** One scenario of the design. */
export type Scenario = Design['scenarios']['items'][number];

/** The clusters of a design, the primary first. */
export function clustersOf(design: Design): readonly Cluster[] {
  return [design.primary, ...design.secondaries.items];
}
