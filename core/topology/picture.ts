import type { ClusterPicture, Shown } from './cluster-picture.ts';

/** What there is to see of a design: plain JSON, in file order, with the path of everything in the design. */
export interface Picture {
  readonly name: Shown<string>;
  /** Such as `aurora-postgresql 16.9`. */
  readonly engine: Shown<string>;
  /** The primary first, then the secondaries. */
  readonly clusters: readonly ClusterPicture[];
}
