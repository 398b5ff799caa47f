import type { Instant } from '../timeline.ts';

/** What must never happen between the instances and the storage of a volume. */
export const protocolInvariants = [
  'acked-commit-lost',
  'two-writers-in-one-epoch',
  'vdl-went-back',
  'read-above-vdl',
  'collection-past-pgmrpl',
  'write-at-stale-epoch',
  'write-and-read-sets-disjoint',
] as const;

export type ProtocolInvariant = (typeof protocolInvariants)[number];

export interface ProtocolViolation {
  readonly invariant: ProtocolInvariant;
  readonly at: Instant;
  readonly detail: string;
}
