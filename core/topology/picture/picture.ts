import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { clusterPicturesOf } from './cluster-of-design.ts';
import type { ClusterPicture, Shown } from './cluster-picture.ts';

/** What there is to see of a design: plain JSON, in file order, with the path of everything in the design. */
export interface Picture {
  readonly name: Shown<string>;
  /** Such as `aurora-postgresql 16.9`. */
  readonly engine: Shown<string>;
  /** The load that the design has to carry, as far as it is known. */
  readonly workload: { readonly readsPerSecond: number | null; readonly writesPerSecond: number | null };
  /** The primary first, then the secondaries. */
  readonly clusters: readonly ClusterPicture[];
}

/** The picture of a design. What is unknown in the design is unknown in the picture; nothing is guessed. */
export function pictureOf(design: Design): Picture {
  const engine = known(design.engine);
  const version = known(design.engineVersion);
  const { readsPerSecond, writesPerSecond } = design.workload;
  return {
    name: known(design.name) ?? null,
    engine: engine === undefined ? null : [engine, version].filter(Boolean).join(' '),
    workload: { readsPerSecond: known(readsPerSecond) ?? null, writesPerSecond: known(writesPerSecond) ?? null },
    clusters: clusterPicturesOf(design),
  };
}
