import { formatDuration } from '../../../design/format/duration.ts';
import { promotionAbandoned, promotionCalled, replicaPromoted } from '../../explanations/replica-promotion.ts';
import { refused } from '../../explanations/request.ts';
import type { Row } from '../../run.ts';
import { loseWriter, spent } from '../instances/outage.ts';
import { reportViolation } from '../invariants.ts';
import {
  clusterAt,
  drawForCluster,
  eventCode,
  instanceStateOf,
  presentInstances,
  primaryOf,
  rowOrNone,
  type Simulation,
  schedule,
  setInstanceState,
} from '../simulation.ts';
import { none } from '../state.ts';
import { isWritable } from '../storage/quorums.ts';
import { commitsIn, endReplication } from './replication.ts';
import { isRegionDark } from './zones.ts';

/**
 * Somebody promotes a cross-Region replica cluster that is fed by binlog: replication to it ends at once, its instances
 * restart, and then it is a cluster of its own. The former primary is not fenced and goes on for its clients until then.
 * Source: Aurora guide, promoting a read replica cluster for Aurora MySQL.
 */
export function promoteReplica(sim: Simulation, target: Row): void {
  const refusal = refusalOf(sim, target);
  if (refusal !== undefined) {
    sim.notes.push(refused('failover', refusal));
    return;
  }
  const { region } = clusterAt(sim, target);
  const missing = sim.commits.acknowledged - commitsIn(sim, target);
  const takes = drawForCluster(sim, target, 'replicaPromotion');
  spent(sim, primaryOf(sim), 'operatorDelay');
  endReplication(sim, target);
  loseWriter(sim, target, 'the promotion');
  for (const instance of presentInstances(sim, target)) {
    if (instanceStateOf(sim, instance) !== 'running') continue;
    schedule(sim, takes, eventCode.instanceBack, instance, setInstanceState(sim, instance, 'restarting'));
  }
  sim.state.run.moveTarget.set(0, target);
  sim.notes.push(promotionCalled(region, missing, takes));
  schedule(sim, takes, eventCode.replicaPromoted, target, 0);
}

function refusalOf(sim: Simulation, target: Row): string | undefined {
  const { region } = clusterAt(sim, target);
  const { run, clusters } = sim.state;
  const writer = rowOrNone(clusters.writer.get(target));
  if (run.moveTarget.get(0) !== none) return 'a change of the primary Region is under way';
  if (target === primaryOf(sim)) return `${region} is the primary Region already`;
  if (isRegionDark(sim, target)) return `${region} is dark`;
  if (clusters.standsAlone.get(target) === 1) return `${region} follows nobody any more`;
  if (writer === undefined || instanceStateOf(sim, writer) !== 'running') return `${region} has no writer that runs`;
  return undefined;
}

/** The replica is a cluster of its own, and the clients are led to it; nobody follows it. */
export function onReplicaPromoted(sim: Simulation, target: Row): void {
  const { clusters, run } = sim.state;
  const { region } = clusterAt(sim, target);
  run.moveTarget.set(0, none);
  if (isRegionDark(sim, target) || !isWritable(sim, target)) {
    sim.notes.push(promotionAbandoned(region));
    return;
  }
  const former = primaryOf(sim);
  const lost = sim.commits.acknowledged - commitsIn(sim, target);
  spent(sim, former, 'replicaPromotion');
  for (const cluster of sim.run.clusters.keys()) if (cluster !== target) endReplication(sim, cluster);
  clusters.isPrimary.set(former, 0);
  clusters.isPrimary.set(target, 1);
  clusters.standsAlone.set(target, 0);
  run.promoted.set(0, clusters.writer.get(target));
  run.regionDataLoss.set(0, run.regionDataLoss.get(0) + lost);
  if (lost > 0)
    reportViolation(sim, 'acked-commit-lost', `${formatDuration(lost)} of commits had not arrived in ${region}`);
  sim.notes.push(replicaPromoted(region, clusterAt(sim, former).region, lost));
}
