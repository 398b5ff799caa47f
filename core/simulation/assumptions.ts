import type { Basis } from './timeline.ts';

/** What a figure counts when it is no duration. */
export type FigureUnit = 'requests/s' | '%' | 'ACU' | 'pages' | 'of 10,000 writes';

/** A figure of the model: whole numbers. Unless it is a mean, a run draws from `min` to `max`, or takes the value when the two are one. */
export interface AssumptionFigure {
  /** What takes that long, or what there is so much of. */
  readonly meaning: string;
  /** Milliseconds when it is left out. */
  readonly unit?: FigureUnit;
  /** Whether it is the mean of times that are drawn anew each time: one value, or infinite, which a scenario writes `off`. */
  readonly isMean?: true;
  /** What a scenario may set when it is no duration: whole numbers from here to there; from 1 when it is left out. */
  readonly range?: { readonly from: number; readonly to: number };
  readonly min: number;
  readonly max: number;
  readonly basis: Basis;
  /** Where it comes from, or why it is taken to be so. */
  readonly source: string;
}

/**
 * Every figure that the simulator rests on. AWS publishes few of them; a scenario sets another one under `assumptions`.
 * Detection, promotion and DNS come to 10 to 16 s together, as measured on Aurora PostgreSQL; how the time divides among
 * the three is not published.
 */
export const assumptionTable = {
  detection: {
    meaning: 'to notice that an instance is gone',
    min: 3000,
    max: 5000,
    basis: 'assumed',
    source: 'a share of the 10 to 16 s of a whole failover',
  },
  promotion: {
    meaning: 'to promote a reader',
    min: 4000,
    max: 6000,
    basis: 'measured',
    source: 'Aurora PostgreSQL: 10 to 16 s for the whole failover; the share is assumed',
  },
  dns: {
    meaning: 'until the cluster endpoint leads to the new writer',
    min: 3000,
    max: 5000,
    basis: 'assumed',
    source: 'a share of the 10 to 16 s of a whole failover',
  },
  restart: {
    meaning: 'to restart an instance in place, recovery of the volume included',
    min: 5000,
    max: 10_000,
    basis: 'measured',
    source: 'Verbitski 2017, 4.3: recovery usually takes less than 10 s',
  },
  recreation: {
    meaning: 'to recreate the writer in its AZ when there is no reader',
    min: 300_000,
    max: 600_000,
    basis: 'documented',
    source: 'Aurora guide, high availability: usually less than 10 min; the lower end is assumed',
  },
  segmentRepair: {
    meaning: 'to copy a 10 GB segment from its peers',
    min: 10_000,
    max: 10_000,
    basis: 'documented',
    source: 'Verbitski 2017, 2.2: 10 s at 10 Gbps',
  },
  segmentMttf: {
    meaning: 'on average until a segment fails by itself',
    isMean: true,
    min: Number.POSITIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
    basis: 'assumed',
    source: 'off: nothing fails but what the events name; AWS publishes no figure, so use your own, such as 8766h',
  },
  segmentCatchUp: {
    meaning: 'until a segment that was dark holds what it missed',
    min: 10_000,
    max: 10_000,
    basis: 'assumed',
    source: 'no longer than copying the whole segment',
  },
  segmentScrub: {
    meaning: 'until scrubbing comes to wrong bytes of a segment',
    min: 60_000,
    max: 600_000,
    basis: 'assumed',
    source: 'Verbitski 2017, 3.3: pages are checked periodically; how often is not published',
  },
  storageMessage: {
    meaning: 'that a message takes between an instance and a segment, or two segments, of a group that is named',
    min: 1,
    max: 5,
    basis: 'assumed',
    source: 'AZs of a Region are a few milliseconds apart at most',
  },
  recordSample: {
    meaning:
      'between the mini-transactions that are followed record by record in groups that are named, at most 300 in a run; a record stands for 10,000 LSNs',
    min: 500,
    max: 500,
    basis: 'assumed',
    source: 'a sample of what the workload writes',
  },
  azDarkUntilQuorumChange: {
    meaning: 'that an AZ is dark before a write needs 3 of 4 copies',
    min: 300_000,
    max: 300_000,
    basis: 'assumed',
    source: 'Verbitski 2018, 4.1 describes the change, not when it comes',
  },
  globalLag: {
    meaning: 'that a secondary Region is behind the primary',
    min: 200,
    max: 1000,
    basis: 'documented',
    source: 'Aurora guide, global database: usually below 1 s; the lower end is assumed',
  },
  regionCopy: {
    meaning: 'to copy a GiB of the volume to a Region that is added',
    min: 1000,
    max: 3000,
    basis: 'assumed',
    source: 'Aurora guide, disaster recovery: minutes to hours by size and distance for a rebuild; the rate is assumed',
  },
  replicationCatchUp: {
    meaning: 'to send a minute of commits that a Region has missed',
    min: 6000,
    max: 6000,
    basis: 'assumed',
    source: 'ten times as fast as they were written; AWS publishes no figure',
  },
  binlogLag: {
    meaning: 'that a binlog replica in another Region is behind its source',
    min: 1000,
    max: 5000,
    basis: 'assumed',
    source: 'Aurora guide, cross-Region replication: longer than inside a Region; grows with the writes',
  },
  operatorDelay: {
    meaning: 'until a person calls for the failover to another Region',
    min: 180_000,
    max: 180_000,
    basis: 'assumed',
    source: 'no Region takes over by itself; use your own figure',
  },
  regionFailover: {
    meaning: 'to promote a secondary Region',
    min: 60_000,
    max: 180_000,
    basis: 'documented',
    source: 'Aurora guide, disaster recovery: usually a few minutes; both ends are assumed',
  },
  regionSwitchover: {
    meaning: 'to change the primary Region as planned, until nothing is left to replicate',
    min: 30_000,
    max: 120_000,
    basis: 'assumed',
    source: 'Aurora guide, disaster recovery: minutes; both ends are assumed',
  },
  replicaPromotion: {
    meaning: 'to promote a binlog replica cluster, its restart included',
    min: 180_000,
    max: 600_000,
    basis: 'documented',
    source: 'Aurora guide, cross-Region replication: several minutes or longer, by its size; both ends are assumed',
  },
  globalDns: {
    meaning: 'until the global endpoint leads to the new Region',
    min: 5000,
    max: 30_000,
    basis: 'documented',
    source: 'Aurora guide, disaster recovery: usually less than 30 s; the lower end is assumed',
  },
  regionRebuild: {
    meaning: 'to rebuild a cluster from the new primary Region after an unplanned failover',
    min: 600_000,
    max: 1_800_000,
    basis: 'documented',
    source: 'Aurora guide, disaster recovery: minutes to hours; both ends are assumed',
  },
  creation: {
    meaning: 'to create a reader',
    min: 300_000,
    max: 600_000,
    basis: 'assumed',
    source: 'no longer than recreating a writer, which usually takes less than 10 min',
  },
  scaleOutAlarm: {
    meaning: 'that the metric lies above its target before auto scaling adds readers',
    min: 180_000,
    max: 180_000,
    basis: 'assumed',
    source: 'the alarms that target tracking makes: three periods of a minute',
  },
  scaleInAlarm: {
    meaning: 'that the metric lies below nine tenths of its target before auto scaling removes a reader',
    min: 900_000,
    max: 900_000,
    basis: 'assumed',
    source: 'the alarms that target tracking makes: fifteen periods of a minute',
  },
  patch: {
    meaning: 'to patch the engine, its restart included',
    min: 20_000,
    max: 120_000,
    basis: 'assumed',
    source: 'the guide says that the database is away meanwhile, not for how long',
  },
  zeroDowntimePatch: {
    meaning: 'for which requests wait while the engine is patched without closing connections',
    min: 3000,
    max: 60_000,
    basis: 'documented',
    source: 'Aurora guide, zero-downtime patching: a few seconds to about a minute; the lower end is assumed',
  },
  classChange: {
    meaning: 'to restart an instance with another class',
    min: 120_000,
    max: 300_000,
    basis: 'assumed',
    source: 'the guide says that the instance is away meanwhile, not for how long',
  },
  capacityGrowth: {
    meaning: 'until the capacity of a Serverless v2 instance has doubled under load',
    min: 15_000,
    max: 15_000,
    basis: 'assumed',
    source: 'the guide says that a larger instance grows faster, not how fast',
  },
  capacityShrink: {
    meaning: 'until the capacity of a Serverless v2 instance has halved without load',
    min: 60_000,
    max: 60_000,
    basis: 'assumed',
    source: 'slower than it grows; how fast is not stated',
  },
  capacityInUse: {
    meaning: 'of its capacity that a Serverless v2 instance uses when it has followed its load',
    unit: '%',
    min: 70,
    max: 70,
    basis: 'assumed',
    source: 'what makes it scale is not stated as a number',
  },
  readsFromVolume: {
    meaning: 'of all reads that the cache of the instance does not hold, one request to the volume each',
    unit: '%',
    min: 10,
    max: 10,
    basis: 'assumed',
    source: 'depends on the data and on the memory of the class; use your own figure',
  },
  acuPerVcpu: {
    meaning: 'that do the work of one vCPU',
    unit: 'ACU',
    min: 4,
    max: 4,
    basis: 'assumed',
    source: 'an ACU has about 2 GiB, and r classes have 8 GiB for each vCPU',
  },
  resume: {
    meaning: 'to resume a paused instance',
    min: 15_000,
    max: 15_000,
    basis: 'documented',
    source: 'Aurora guide, auto-pause: about 15 s',
  },
  resumeAfterDay: {
    meaning: 'to resume an instance that has been paused for more than a day',
    min: 30_000,
    max: 30_000,
    basis: 'documented',
    source: 'Aurora guide, auto-pause: 30 s or more',
  },
  backtrack: {
    meaning: 'to backtrack a cluster in place',
    min: 60_000,
    max: 300_000,
    basis: 'documented',
    source: 'Aurora guide, backtracking: minutes; both ends are assumed',
  },
  backtrackWrites: {
    meaning: 'of writes up to which the whole backtrackWindow is kept',
    unit: 'requests/s',
    min: 20_000,
    max: 20_000,
    basis: 'assumed',
    source: 'Aurora guide, backtracking: under heavy writes the window is shorter; by how much it does not say',
  },
  snapshot: {
    meaning: 'until a manual snapshot can be restored',
    min: 60_000,
    max: 300_000,
    basis: 'assumed',
    source: 'AWS publishes no figure; it depends on what changed since the last backup',
  },
  clone: {
    meaning: 'until a clone is available, whatever its size',
    min: 180_000,
    max: 600_000,
    basis: 'assumed',
    source: 'Aurora guide, cloning: quick, as no page is copied; how quick it does not say',
  },
  restore: {
    meaning: 'to make the cluster of a restore, beside its data',
    min: 300_000,
    max: 900_000,
    basis: 'assumed',
    source: 'AWS publishes no figure; measure a restore of your own',
  },
  restorePerGib: {
    meaning: 'to restore one GiB, also of a clone beyond those that share pages',
    min: 500,
    max: 2000,
    basis: 'assumed',
    source: 'Aurora guide, point-in-time restore: longer for larger volumes; by how much it does not say',
  },
  latestRestorable: {
    meaning: 'that the latest instant to which can be restored lies behind',
    min: 300_000,
    max: 300_000,
    basis: 'documented',
    source: 'Aurora guide, backups: usually within the last 5 min',
  },
  pagesPerWrite: {
    meaning: 'that one write changes, each page as likely as another',
    unit: 'pages',
    min: 1,
    max: 1,
    basis: 'assumed',
    source: 'depends on the statements and the indexes they touch; use your own figure',
  },
  keptPagesToClone: {
    meaning: 'of the pages that only clones see, since the source has written them, that are billed to the clones',
    unit: '%',
    min: 100,
    max: 100,
    basis: 'assumed',
    source: 'Aurora guide, cloning, says who pays for pages that a clone writes, and not for these',
  },
  contendedWrites: {
    meaning:
      'that change a page at nearly the same time as another write; on two writers of a multi-master cluster they conflict',
    unit: 'of 10,000 writes',
    range: { from: 0, to: 10_000 },
    min: 100,
    max: 100,
    basis: 'assumed',
    source: 'Aurora guide of 2023, multi-master: rare when the application divides its data; how rare it does not say',
  },
  readsPerVcpu: {
    meaning: 'that one vCPU of an instance answers',
    unit: 'requests/s',
    min: 5000,
    max: 5000,
    basis: 'assumed',
    source: 'depends on the statements and on what the cache holds; use your own figure',
  },
  writesPerVcpu: {
    meaning: 'that one vCPU of the writer takes',
    unit: 'requests/s',
    min: 2000,
    max: 2000,
    basis: 'assumed',
    source: 'depends on the statements and the indexes they touch; use your own figure',
  },
} as const satisfies Readonly<Record<string, AssumptionFigure>>;

export type AssumptionName = keyof typeof assumptionTable;

/** The figures of one run: those of the table, some of them replaced by the scenario. */
export type AssumptionFigures = Readonly<Record<AssumptionName, AssumptionFigure>>;
