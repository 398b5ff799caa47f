import { choosePromotion } from '../../design/promotion.ts';
import { assumptionTable } from '../assumptions.ts';
import { at, type Row, type RunCluster, type RunInstance } from '../run.ts';
import { copiesThatStay, type Damage, damageOf, isAway, isDark, isRegionDark, writableFrom } from './damage.ts';
import type { DesignRows } from './design-rows.ts';
import type { FaultSet } from './fault-sets.ts';

/** What faults come to, in milliseconds, by the upper value of each assumption; null means never while they last. */
export interface FaultOutcome {
  /** Until the cluster endpoint takes writes again; 0 when the writer is not lost, or with its whole Region. */
  readonly writerRecovery: number | null;
  /** Acknowledged commits lost inside the Region: none, or (null) all there are. */
  readonly dataLoss: 0 | null;
  readonly regionRecovery: number | null;
  readonly regionDataLoss: number;
  /** The instances of which one is promoted. */
  readonly candidates: readonly RunInstance[];
  /** Whether writes are taken again while the faults last. */
  readonly writesReturn: boolean;
  /** Whether commits wait because every secondary is further behind than `rds.global_db_rpo` allows. */
  readonly waitsForReplication: boolean;
}

const { detection, promotion, dns, restart, recreation } = assumptionTable;
const { operatorDelay, regionFailover, globalDns, globalLag } = assumptionTable;

/** Until writes are back when a reader is ready to be promoted: no design does better. */
export const failoverToReader = detection.max + promotion.max + dns.max;

/** Until a secondary takes writes when the primary Region is lost: no design does better. */
export const failoverToRegion = operatorDelay.max + regionFailover.max + globalDns.max;

/**
 * What faults of the same instant come to, without playing them: the same as the engine plays with every assumption at
 * its upper value.
 */
export function judgeFaults(rows: DesignRows, faults: FaultSet): FaultOutcome {
  const damage = damageOf(rows, faults);
  const primary = at(rows.clusters, 0);
  const dataLoss = copiesThatStay(damage) > 0 ? 0 : null;
  if (isRegionDark(damage, 0)) return { ...judgeRegion(rows, damage), dataLoss, waitsForReplication: false };
  const { recovery, candidates } = primary.isMultiMaster
    ? recoverAnyWriter(rows, primary, damage)
    : recoverWriter(rows, primary, damage);
  const quorumAt = writableFrom(rows, damage);
  const endpointIn = primary.isMultiMaster ? 0 : dns.max;
  const writerRecovery = recovery === 0 ? 0 : afterQuorum(recovery, quorumAt, endpointIn);
  const isWritten = quorumAt !== null && writerRecovery !== null;
  const isBehind = waitsForReplication(rows, damage);
  return {
    writerRecovery,
    dataLoss,
    regionRecovery: 0,
    regionDataLoss: 0,
    candidates: isWritten ? candidates : [],
    writesReturn: isWritten && !isBehind,
    waitsForReplication: isBehind,
  };
}

/** Id of the instance that is promoted, or `nobody`. */
export function promotedBy({ candidates }: FaultOutcome): string {
  return choosePromotion(candidates)?.promoted.id ?? 'nobody';
}

/** Whether no secondary is left that gets what is written, and the primary may not be ahead of all of them for long. */
function waitsForReplication({ clusters }: DesignRows, damage: Damage): boolean {
  const isGlobal = clusters.some(({ replication }) => replication === 'global');
  const isCutOff = clusters.every(({ replication }, row) => replication !== 'global' || isRegionDark(damage, row));
  return clusters[0]?.recoveryPoint !== undefined && isGlobal && isCutOff;
}

/** A new writer is ready, then waits for the quorum if it has to, then the endpoint leads to it. */
function afterQuorum(ready: number | null, quorumAt: number | null, endpointIn: number): number | null {
  return ready === null || quorumAt === null ? null : Math.max(ready, quorumAt) + endpointIn;
}

/** What becomes of the writer of the primary, and who may take its place. */
interface WriterRecovery {
  readonly recovery: number | null;
  readonly candidates: readonly RunInstance[];
}

/**
 * When an instance of a multi-master cluster writes: at once while one runs, else when one that crashed has restarted.
 * Nobody is promoted, and the endpoints of the instances lead where they did. Source: Aurora guide of 2023, multi-master.
 */
function recoverAnyWriter({ instances }: DesignRows, { instances: own }: RunCluster, damage: Damage): WriterRecovery {
  const writers = own.map((row) => at(instances, row));
  if (writers.some((writer) => !isAway(damage, writer))) return { recovery: 0, candidates: [] };
  const restarts = writers.some((writer) => !isDark(damage, writer));
  return { recovery: restarts ? detection.max + restart.max : null, candidates: [] };
}

/**
 * When the next writer of the primary is ready, and who it may be: a reader that still runs, else one that crashed as well and
 * has restarted, else the writer recreated in its AZ. Source: Aurora guide, high availability.
 */
function recoverWriter(
  { instances }: DesignRows,
  { writer, instances: own }: RunCluster,
  damage: Damage,
): WriterRecovery {
  const none = { recovery: null, candidates: [] };
  if (writer === undefined || !isAway(damage, at(instances, writer))) return { ...none, recovery: 0 };
  const readers = own.filter((row) => row !== writer).map((row) => at(instances, row));
  const running = readers.filter((reader) => !isAway(damage, reader));
  if (running.length > 0) return { recovery: detection.max + promotion.max, candidates: running };
  const restarted = readers.filter((reader) => !isDark(damage, reader)).slice(0, 1);
  const restartedAfter = detection.max + restart.max + promotion.max;
  if (restarted.length > 0) return { recovery: restartedAfter, candidates: restarted };
  return isDark(damage, at(instances, writer)) ? none : { ...none, recovery: detection.max + recreation.max };
}

/** The primary Region is lost: somebody calls for a failover to a secondary that can take over. */
function judgeRegion(rows: DesignRows, damage: Damage): Omit<FaultOutcome, 'dataLoss' | 'waitsForReplication'> {
  const target = failoverTarget(rows, damage);
  if (target === undefined) {
    return { writerRecovery: 0, regionRecovery: null, regionDataLoss: 0, candidates: [], writesReturn: false };
  }
  const candidates = litInstances(rows, target, damage);
  const regionDataLoss = globalLag.max;
  return { writerRecovery: 0, regionRecovery: failoverToRegion, regionDataLoss, candidates, writesReturn: true };
}

/**
 * The secondary to which a person fails over: the first that follows by storage, is lit, and has an instance that is not in
 * the dark; one that crashed has long restarted by then. Undefined when there is none.
 */
export function failoverTarget(rows: DesignRows, damage: Damage): Row | undefined {
  const row = rows.clusters.findIndex(
    ({ replication }, cluster) => replication === 'global' && litInstances(rows, cluster, damage).length > 0,
  );
  return row === -1 ? undefined : row;
}

function litInstances({ clusters, instances }: DesignRows, cluster: Row, damage: Damage): readonly RunInstance[] {
  return at(clusters, cluster)
    .instances.map((row) => at(instances, row))
    .filter((one) => !isDark(damage, one));
}
