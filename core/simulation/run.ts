import type { PromotionCandidate } from '../design/promotion.ts';
import type { AssumptionFigures } from './assumptions.ts';
import type { Expectation, Load } from './scenario.ts';
import type { Assumption, Instant } from './timeline.ts';

/** Index of a row: clusters, zones, instances and groups are lists over the whole design. */
export type Row = number;

export interface RunCluster {
  readonly region: string;
  readonly name: string;
  /** How its volume is fed: by its own writer, by the storage of the primary, or by binlog. */
  readonly replication: 'primary' | 'global' | 'binlog';
  /** How far all secondaries may be behind, in milliseconds, while it is the primary: `rds.global_db_rpo`. */
  readonly recoveryPoint: number | undefined;
  /** Whether readers pass writes on: to the writer of the cluster, and to that of the primary Region. */
  readonly forwards: { readonly locally: boolean; readonly globally: boolean };
  /** Of a cluster that the run adds: why Aurora would not, by what the design says; absent for those of the design. */
  readonly added?: { readonly refusal: string | undefined };
  /** In bytes. */
  readonly volume: { readonly bytes: number; readonly growthPerDay: number };
  /** For how long its automated backups are kept, in milliseconds. */
  readonly backupRetention: number;
  readonly deletionProtection: boolean;
  /** Bytes of one page of the engine. */
  readonly pageBytes: number;
  /** Snapshots that it has at the start. */
  readonly snapshots: readonly string[];
  /** How far it can be backtracked, in milliseconds, or why it cannot be. */
  readonly backtrack: { readonly window: number } | { readonly refusal: string };
  /** The three AZs of the volume first, then others in which an instance stands. */
  readonly zones: readonly Row[];
  /** In file order. */
  readonly instances: readonly Row[];
  /** Whether every instance of it writes. */
  readonly isMultiMaster: boolean;
  /** Who writes at the start, or to whom the cluster endpoint leads where all do; undefined in a cluster of readers. */
  readonly writer: Row | undefined;
  readonly endpoints: readonly RunEndpoint[];
  /** Absent without auto scaling, or when its bounds are not known. */
  readonly scaling?: RunScaling;
  readonly storageType: 'aurora' | 'aurora-iopt1';
  /** Absent where the design does not say it, or it is not known. */
  readonly serverless?: RunServerless;
  /** The row that stands for what all groups share that no event names, then the named ones. */
  readonly groups: readonly Row[];
  /** Its groups that fail by themselves, the named ones among them, in a count over all volumes; pg-0 is the first. */
  readonly failing: { readonly first: number; readonly count: number };
}

/** Capacity of the Serverless v2 instances of a cluster, in half ACU. */
export interface RunServerless {
  readonly minCapacity: number;
  readonly maxCapacity: number;
  /** Milliseconds without a connection; undefined when something keeps the instances of the cluster from pausing. */
  readonly pauseAfter: number | undefined;
}

/** Replica auto scaling of a cluster. */
export interface RunScaling {
  readonly minCapacity: number;
  readonly maxCapacity: number;
  /** Rows for the readers that it may add. */
  readonly readers: readonly Row[];
  readonly policies: readonly Row[];
}

/** One policy of target tracking; cooldowns in milliseconds. */
export interface RunPolicy {
  readonly cluster: Row;
  readonly metric: 'RDSReaderAverageCPUUtilization' | 'RDSReaderAverageDatabaseConnections';
  /** Percent, or connections. */
  readonly targetValue: number;
  readonly scaleOutCooldown: number;
  readonly scaleInCooldown: number;
  readonly disableScaleIn: boolean;
}

export interface RunZone {
  readonly name: string;
  readonly cluster: Row;
  /** Its place among the three AZs of the volume; undefined for one that holds no segment. */
  readonly slot: number | undefined;
}

export interface RunInstance extends PromotionCandidate {
  readonly cluster: Row;
  readonly zone: Row;
  readonly row: Row;
  /** Whether it is of the design; another one does not exist until the run adds it. */
  readonly designed: boolean;
}

/** A custom endpoint. */
export interface RunEndpoint {
  readonly id: string;
  /** Whether a member that is promoted drops out. */
  readonly readersOnly: boolean;
  readonly members: readonly Row[];
}

/** A protection group; `shared` stands for all groups of its volume that no event names. */
export interface RunGroup {
  readonly id: string;
  /** The number in its id. */
  readonly number: number;
  readonly cluster: Row;
  readonly shared: boolean;
}

/** An event with its target looked up. */
export type RunEvent = {
  readonly at: Instant;
} /** Without an instance: whoever is the writer of the primary then; so also for a crash and a restart. */ & (
  | { readonly kind: 'fail-instance'; readonly instance: Row | undefined; readonly for: number | undefined }
  /** One row for each cluster that has the AZ. */
  | { readonly kind: 'fail-zone'; readonly zones: readonly Row[]; readonly for: number | undefined }
  | { readonly kind: 'fail-region'; readonly clusters: readonly Row[]; readonly for: number | undefined }
  | { readonly kind: 'fail-segment' | 'corrupt-segment'; readonly group: Row; readonly segment: number }
  | { readonly kind: 'crash' | 'restart'; readonly instance: Row | undefined }
  | { readonly kind: 'failover-cluster'; readonly target: Row | undefined }
  | { readonly kind: 'move-region'; readonly target: Row; readonly planned: boolean }
  /** Promotion of a cross-Region replica cluster that is fed by binlog. */
  | { readonly kind: 'promote-replica'; readonly target: Row }
  | { readonly kind: 'backtrack'; readonly length: number }
  | { readonly kind: 'drop-data'; readonly bytes: number }
  | { readonly kind: 'load'; readonly load: Load }
  | CopyEvent
  /** The load of a copy: its writes. */
  | { readonly kind: 'load-copy'; readonly name: string; readonly writesPerSecond: number }
  | { readonly kind: 'remove-copy'; readonly name: string }
  | { readonly kind: 'remove-cluster' }
  /** Without a zone Aurora chooses. */
  | { readonly kind: 'add-reader'; readonly instance: Row; readonly zone: Row | undefined }
  | { readonly kind: 'add-region'; readonly target: Row }
  | { readonly kind: 'patch'; readonly zeroDowntime: boolean }
  /** A patch waits for the maintenance window, this many milliseconds. */
  | { readonly kind: 'pending-patch'; readonly window: string; readonly wait: number }
  /** The daily backup window opens. */
  | { readonly kind: 'automated-backup'; readonly window: string }
  | { readonly kind: 'remove-instance'; readonly instance: Row | undefined }
  | { readonly kind: 'modify-instances'; readonly changes: readonly InstanceChange[] }
  /** Of the primary cluster of the design, in half ACU. */
  | { readonly kind: 'modify-capacity'; readonly minCapacity?: number; readonly maxCapacity?: number }
  | {
      readonly kind: 'partition';
      /** What the rows of the sides are. */
      readonly of: 'zones' | 'clusters';
      readonly sides: readonly (readonly Row[])[];
      readonly for: number | undefined;
    }
  | { readonly kind: 'not-simulated'; readonly event: string; readonly reason: string }
);

/** An event that copies the volume of the primary: its row among the events is the row of the copy. */
export type CopyEvent = {
  readonly at: Instant;
  readonly name: string;
  /** Index in the classes of the run of its instance; undefined when it has none. */
  readonly class: number | undefined;
} & (
  | { readonly kind: 'snapshot' | 'clone' }
  | { readonly kind: 'restore-to-time'; readonly toTime: Instant }
  | { readonly kind: 'restore-snapshot'; readonly snapshot: string }
);

/** What an event changes of an instance. */
export interface InstanceChange {
  readonly instance: Row;
  /** Index in the classes of the run. */
  readonly class?: number;
  readonly promotionTier?: number;
}

/** A design as rows. */
export interface RunRows {
  /** The primary first. */
  readonly clusters: readonly RunCluster[];
  readonly zones: readonly RunZone[];
  readonly instances: readonly RunInstance[];
  readonly groups: readonly RunGroup[];
  readonly policies: readonly RunPolicy[];
  /** Names of the instance classes that the design and the events name. */
  readonly classes: readonly string[];
}

/** What the engine plays: a design and a scenario as plain rows, every unknown value replaced by a stated default. */
export interface Run extends RunRows {
  readonly scenario: string;
  readonly seed: number;
  readonly duration: number;
  /** The workload of the design, which is the load at the start. */
  readonly load: Load;
  /** What the scenario says of prices, in millionths of a USD, by name. */
  readonly prices: Readonly<Record<string, number>>;
  /** In the order of time. */
  readonly events: readonly RunEvent[];
  /** Which of them drop data. */
  readonly drops: readonly Row[];
  readonly figures: AssumptionFigures;
  /** The figures and the defaults taken for unknown values, for people. */
  readonly assumptions: readonly Assumption[];
  readonly expectations: readonly Expectation[];
}

/** The element at `row`. Rows come from the run itself, so one that is missing is a defect of the simulator. */
export function at<T>(rows: readonly T[], row: Row): T {
  const element = rows[row];
  if (element === undefined) throw new RangeError(`no row ${row} of ${rows.length}`);
  return element;
}
