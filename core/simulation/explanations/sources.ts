import { citationsOf } from '../../facts/citation.ts';
import type { Fact } from '../../facts/fact.ts';
import * as engineFeatures from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { Explanation } from '../timeline.ts';

type Source = Exclude<Explanation['source'], 'assumed'>;

/** The first source of a fact under the short name by which a sentence gives it. */
function cite(fact: Fact, title: string): Source {
  const url = citationsOf(fact)[0]?.url;
  return url === undefined ? { title } : { title, url };
}

/** Where the sentences of the simulator come from. */
export const sources = {
  quorum: cite(resilience.write_quorum, 'Verbitski 2017, 2.1'),
  repair: cite(resilience.segment_repair_time, 'Verbitski 2017, 2.2'),
  gossip: cite(resilience.gossip, 'Verbitski 2017, 3.3'),
  scrubbing: cite(resilience.scrub_backup, 'Verbitski 2017, 3.3'),
  recovery: cite(resilience.crash_recovery, 'Verbitski 2017, 4.3'),
  epochs: cite(resilience.epochs, 'Verbitski 2018, 2.4'),
  degraded: cite(resilience.degraded_az, 'Verbitski 2018, 4.1; when it comes is assumed'),
  membership: cite(resilience.membership_change, 'Verbitski 2018, 4.1'),
  highAvailability: cite(resilience.promotion_rule, 'Aurora guide, high availability'),
  multiMaster: cite(resilience.multi_master_availability, 'Aurora guide of 2023, multi-master clusters'),
  multiMasterConflict: cite(
    resilience.multi_master_conflict,
    'Aurora guide of 2023, multi-master; how often is assumed',
  ),
  multiMasterPatch: cite(resilience.multi_master_patch, 'Aurora guide of 2023, multi-master clusters'),
  noReplica: cite(resilience.failover_no_replica, 'Aurora guide, high availability'),
  disasterRecovery: cite(resilience.global_failover_steps, 'Aurora guide, disaster recovery'),
  notAutomatic: cite(resilience.global_not_automatic, 'Aurora guide, disaster recovery'),
  replication: cite(limits.replicas_per_cluster_max, 'Aurora guide, replication'),
  deletion: cite(resilience.writer_deleted, 'Aurora guide, deleting instances'),
  modification: cite(resilience.class_change, 'Aurora guide, modifying instances'),
  autoScaling: cite(limits.as_new_replica, 'Aurora guide, auto scaling'),
  serverless: cite(limits.promotion_tier_serverless_v2_scaling, 'Aurora guide, how Serverless v2 works'),
  autoPause: cite(limits.sv2_resume_time, 'Aurora guide, auto-pause'),
  pausedPromotion: cite(resilience.pause_failover, 'Aurora guide, auto-pause'),
  undersized: cite(resilience.tier2_undersized, 'Aurora guide, how Serverless v2 works'),
  patch: cite(resilience.zero_downtime_patch, 'Aurora guide, zero-downtime patching'),
  replicaLag: cite(resilience.replica_lag_by_writes, 'Verbitski 2017, Table 4'),
  globalDatabase: cite(resilience.global_lag, 'Aurora guide, global database'),
  headless: cite(limits.global_headless, 'Aurora guide, disaster recovery; how long a copy takes is assumed'),
  writeForwarding: cite(engineFeatures.global_write_forwarding, 'Aurora guide, write forwarding'),
  replicaPromotion: cite(resilience.replica_promotion, 'Aurora guide, promoting a replica cluster'),
  segments: cite(resilience.segment_size, 'Verbitski 2017, 2.2'),
  shrinking: cite(limits.storage_shrinks, 'Aurora guide, storage scaling'),
  backtrack: cite(resilience.backtrack_sim, 'Aurora guide, backtracking'),
  maintenance: cite(limits.maintenance_cluster_owned, 'Aurora guide, maintaining a cluster'),
  backupWindow: cite(limits.backup_window_format, 'Aurora guide, backups'),
  backups: cite(limits.pitr_latest, 'Aurora guide, backups'),
  restore: cite(resilience.pitr, 'Aurora guide, point-in-time restore'),
  cloning: cite(resilience.cow_pages, 'Aurora guide, cloning'),
  cloneLimit: cite(limits.clone_cow_max, 'Aurora guide, cloning'),
  snapshotKept: cite(limits.manual_cluster_snapshots_quota, 'Aurora guide, quotas'),
  clusterDeletion: cite(limits.deletion_final_snapshot, 'Aurora guide, deleting clusters'),
  recoveryPoint: cite(limits.global_rpo_param, 'Aurora guide, disaster recovery'),
} as const;
