import { promotion_tier_range } from '../facts/generated/limits.ts';
import { compareInstanceClassSize, instanceClassByName } from '../facts/instance-classes.ts';
import type { Cluster, Design, Instance } from './design.ts';
import { known, knownOr } from './node.ts';

/**
 * The instance that writes while nothing has failed: the first that says `role: writer`, else the first of the cluster.
 * Undefined for a cluster without instances and for a secondary of a global database, which has readers only.
 * Source: Aurora guide, global database requirements (zero writers in a secondary cluster).
 */
export function writerOf(design: Design, cluster: Cluster): Instance | undefined {
  if (followsByStorage(design, cluster)) return undefined;
  const instances = cluster.instances.items;
  return instances.find(({ role }) => known(role) === 'writer') ?? instances[0];
}

/** Whether a cluster is a secondary of the global database; one fed by binlog has a writer of its own. */
function followsByStorage(design: Design, cluster: Cluster): boolean {
  const secondary = design.secondaries.items.find((candidate) => candidate === cluster);
  return secondary !== undefined && known(secondary.replication) !== 'binlog';
}

/**
 * Whether every instance of a cluster writes: that of a primary with the retired engine mode `multimaster`.
 * Source: Aurora guide of 2023, multi-master clusters.
 */
export function isMultiMaster(design: Design, cluster: Cluster): boolean {
  return cluster === design.primary && known(cluster.engineMode) === 'multimaster';
}

/** Whether an instance of a cluster writes while nothing has failed. */
export function isWriter(design: Design, cluster: Cluster, instance: Instance): boolean {
  return isMultiMaster(design, cluster) || writerOf(design, cluster) === instance;
}

/** The readers of a cluster while nothing has failed, in file order; a multi-master cluster has none. */
export function readersOf(design: Design, cluster: Cluster): readonly Instance[] {
  return cluster.instances.items.filter((instance) => !isWriter(design, cluster, instance));
}

/** The promotion tier that counts: 1 when none is written; undefined when it is unknown. */
export function promotionTierOf(instance: Instance): number | undefined {
  return knownOr(instance.promotionTier, 1);
}

/** The promotion tier behind those of some readers, or the last there is; undefined without readers, or where one is unknown. */
export function tierBehind(readers: readonly Instance[]): number | undefined {
  const tiers = readers.flatMap((reader) => promotionTierOf(reader) ?? []);
  if (tiers.length === 0 || tiers.length < readers.length) return undefined;
  return Math.min(Math.max(...tiers) + 1, promotion_tier_range.max);
}

/** A reader that could become the writer. */
export interface PromotionCandidate {
  readonly id: string;
  readonly promotionTier: number;
  /** DB instance class; undefined when it is unknown. */
  readonly class: string | undefined;
}

/** Why a reader is promoted rather than another one. `over` is the best of those it was preferred to. */
export type PromotionReason<C> =
  | { readonly kind: 'only-candidate' }
  | { readonly kind: 'lowest-tier'; readonly over: C }
  | { readonly kind: 'largest-class'; readonly over: C }
  /** Tier and size leave several; Aurora may take any of `among`. Here it is the first in file order. */
  | { readonly kind: 'arbitrary'; readonly among: readonly C[] };

export interface Promotion<C> {
  readonly promoted: C;
  readonly reason: PromotionReason<C>;
}

/**
 * Who is promoted among the readers that can be: the lowest tier first, then the largest class, then any.
 * A class whose size is unknown (or `db.serverless`) is neither larger nor smaller than another.
 * Undefined when there is no candidate. Source: Aurora guide, high availability.
 */
export function choosePromotion<C extends PromotionCandidate>(candidates: readonly C[]): Promotion<C> | undefined {
  const best = bestOf(candidates);
  const promoted = best[0];
  if (promoted === undefined) return undefined;
  if (best.length > 1) return { promoted, reason: { kind: 'arbitrary', among: best } };
  const over = bestOf(candidates.filter((other) => other !== promoted))[0];
  if (over === undefined) return { promoted, reason: { kind: 'only-candidate' } };
  const kind = over.promotionTier === promoted.promotionTier ? 'largest-class' : 'lowest-tier';
  return { promoted, reason: { kind, over } };
}

/** The candidates of the lowest tier than which none of that tier is larger. */
function bestOf<C extends PromotionCandidate>(candidates: readonly C[]): readonly C[] {
  const lowestTier = candidates.reduce((lowest, { promotionTier }) => Math.min(lowest, promotionTier), Infinity);
  const lowest = candidates.filter(({ promotionTier }) => promotionTier === lowestTier);
  const sized = lowest.filter(isSized);
  const largest = sized.reduce<C | undefined>(
    (best, next) => (best === undefined || compareInstanceClassSize(best.class, next.class) > 0 ? next : best),
    undefined,
  );
  return lowest.filter((one) => !isSized(one) || compareInstanceClassSize(one.class, largest?.class) === 0);
}

function isSized(candidate: PromotionCandidate): boolean {
  return candidate.class !== undefined && instanceClassByName(candidate.class) !== undefined;
}

/** A reader of a design as a candidate. */
export interface ReaderCandidate extends PromotionCandidate {
  readonly instance: Instance;
}

/** The readers of a cluster as candidates; undefined when the id or tier of one is unknown, so that nothing can be said. */
export function readerCandidatesOf(design: Design, cluster: Cluster): readonly ReaderCandidate[] | undefined {
  const candidates: ReaderCandidate[] = [];
  for (const instance of readersOf(design, cluster)) {
    const id = known(instance.id);
    const promotionTier = promotionTierOf(instance);
    if (id === undefined || promotionTier === undefined) return undefined;
    candidates.push({ id, promotionTier, class: known(instance.class), instance });
  }
  return candidates;
}

/**
 * Who is promoted when the writer of a cluster fails and nothing else has.
 * Undefined when the cluster has no reader, or when the id or tier of one is unknown, so that nothing can be said.
 */
export function nextWriterOf(design: Design, cluster: Cluster): Promotion<ReaderCandidate> | undefined {
  return choosePromotion(readerCandidatesOf(design, cluster) ?? []);
}
