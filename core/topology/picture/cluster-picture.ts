/** A value as the picture shows it: null is one that stands there but is unknown, and is drawn as `?`. */
export type Shown<T> = T | null;

/** One DB instance. */
export interface InstancePicture {
  /** Path in the design, as `formatPath` writes it. */
  readonly path: string;
  readonly id: Shown<string>;
  readonly role: 'writer' | 'reader';
  readonly tier: Shown<number>;
  readonly class: Shown<string>;
  /** Null for a class that the catalogue does not have, and for `db.serverless`. */
  readonly vcpu: number | null;
  readonly memoryGib: number | null;
  /** Capacity range of a `db.serverless` instance, in ACU. */
  readonly acu?: { readonly min: number; readonly max: number };
  /** Whether it is the reader that is promoted when the writer fails. */
  readonly nextWriter: boolean;
}

/** Where instances stand: one of the three AZs of the volume, another AZ, an AZ nobody knows, or one that Aurora chooses. */
export interface PillarPicture {
  readonly kind: 'volume' | 'outside' | 'unknown' | 'chosen';
  /** Where the AZ is written; the cluster when it follows from the Region. */
  readonly path: string;
  /** Name of the AZ; null when unknown, and for a pillar that stands for no single AZ. */
  readonly zone: Shown<string>;
  /** In file order. */
  readonly instances: readonly InstancePicture[];
}

/** One endpoint and who answers it while nothing has failed. */
export interface EndpointPicture {
  readonly path: string;
  readonly kind: 'custom' | 'reader' | 'cluster' | 'global';
  readonly name: Shown<string>;
  /** Paths of the instances that answer; null when the members are unknown. */
  readonly answers: Shown<readonly string[]>;
}

/** The cluster volume. */
export interface VolumePicture {
  readonly path: string;
  readonly bytes: Shown<number>;
  /** Protection groups of 10 GiB, each with six segments. */
  readonly groups: Shown<number>;
}

/** Replica auto scaling of a cluster. */
export interface ScalingPicture {
  readonly path: string;
  readonly readers: number;
  readonly min: Shown<number>;
  readonly max: Shown<number>;
  /** Percent of CPU of the readers that it aims at, where it follows that. */
  readonly cpuTarget?: number;
}

/** One cluster in its Region. */
export interface ClusterPicture {
  readonly path: string;
  readonly role: 'primary' | 'secondary';
  readonly region: Shown<string>;
  readonly clusterIdentifier: Shown<string>;
  /** The three AZs of the volume in order, then a pillar for each other kind of place in use. */
  readonly pillars: readonly PillarPicture[];
  /** Custom endpoints in file order, then reader, cluster and global. */
  readonly endpoints: readonly EndpointPicture[];
  readonly volume: VolumePicture;
  readonly scaling?: ScalingPicture;
  /** How changes reach a secondary. */
  readonly replication?: Shown<'global' | 'binlog'>;
}
