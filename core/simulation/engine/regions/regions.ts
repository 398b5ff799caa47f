import { formatDuration } from '../../../design/format/duration.ts';
import { choosePromotion } from '../../../design/promotion.ts';
import { moveAbandoned, moveCalled, moveDone, nobodyInRegion } from '../../explanations/region.ts';
import { refused } from '../../explanations/request.ts';
import type { Row } from '../../run.ts';
import { beginRestart, rebuildCluster, runningReaders } from '../instances/instances.ts';
import { beginDetection, spent } from '../instances/outage.ts';
import { beginRecovery, seekWriter } from '../instances/recovery.ts';
import { writesOf } from '../instances/service.ts';
import { reportViolation } from '../invariants.ts';
import {
  clusterAt,
  drawForCluster,
  eventCode,
  instanceAt,
  instanceStateOf,
  presentInstances,
  primaryOf,
  rowOrNone,
  type Simulation,
  schedule,
  setInstanceState,
  setPhase,
} from '../simulation.ts';
import { none } from '../state.ts';
import { isWritable } from '../storage/quorums.ts';
import { exists, firstCopyOf } from './presence.ts';
import { catchUpTime, commitsIn, globalSecondaries } from './replication.ts';
import { areApart, isRegionDark } from './zones.ts';

/** A failover (what has not arrived is lost) or a switchover (nothing is) to another Region, called by hand. */
export function moveRegion(sim: Simulation, target: Row, planned: boolean): void {
  const primary = primaryOf(sim);
  const refusal = refusalOfMove(sim, primary, target, planned);
  if (refusal !== undefined) {
    sim.notes.push(refused(planned ? 'switchover' : 'failover', refusal));
    return;
  }
  const { clusters, run } = sim.state;
  const lost = planned ? 0 : sim.commits.acknowledged - commitsIn(sim, target);
  const catchUp = planned ? (catchUpTime(sim, target, false) ?? 0) : 0;
  const takes = catchUp + drawForCluster(sim, target, planned ? 'regionSwitchover' : 'regionFailover');
  run.moveTarget.set(0, target);
  run.movePlanned.set(0, planned ? 1 : 0);
  run.moveLoss.set(0, lost);
  if (run.regionLostAt.get(0) === none) run.regionLostAt.set(0, sim.now);
  const { region } = clusterAt(sim, target);
  sim.recoveries.begin(`the ${planned ? 'switchover' : 'failover'} to ${region} was called`, sim.now);
  spent(sim, primary, 'operatorDelay');
  releaseCandidate(sim, primary);
  setPhase(sim, primary, 'fenced');
  clusters.noticing.set(primary, none);
  sim.notes.push(moveCalled(region, planned, lost, takes));
  schedule(sim, takes, eventCode.regionMoveDue, target, 0);
}

function refusalOfMove(sim: Simulation, primary: Row, target: Row, planned: boolean): string | undefined {
  const { region } = clusterAt(sim, target);
  if (sim.state.run.moveTarget.get(0) !== none) return 'a change of the primary Region is under way';
  if (target === primary) return `${region} is the primary Region already`;
  if (!exists(sim, target)) return `${region} has no cluster yet`;
  if (firstCopyOf(sim, target) !== undefined) return `${region} has yet to get its copy of the storage`;
  if (isRegionDark(sim, target)) return `${region} is dark`;
  if (sim.state.clusters.standsAlone.get(target) === 1) return `${region} follows nobody any more`;
  if (presentInstances(sim, target).length === 0) return `${region} has no instance; it needs one first`;
  if (!isWritable(sim, target)) return `the volume in ${region} has no write quorum`;
  if (sim.state.clusters.needsRebuild.get(target) === 1) return `${region} has yet to be rebuilt`;
  if (sim.now < sim.state.clusters.rebuiltAt.get(target)) return `${region} is being rebuilt`;
  if (planned && areApart(sim, primary, target))
    return `${clusterAt(sim, primary).region} and ${region} cannot reach each other`;
  if (planned && writesOf(sim, primary) !== 'up') return 'a switchover needs a primary that takes writes';
  return undefined;
}

/** Whoever was being promoted in the Region that is left stays a reader. */
function releaseCandidate(sim: Simulation, cluster: Row): void {
  const { candidate, writer } = sim.state.clusters;
  const row = rowOrNone(candidate.get(cluster));
  if (row !== undefined && row !== writer.get(cluster)) setInstanceState(sim, row, 'running');
  candidate.set(cluster, none);
}

/** The change of the primary Region is done, or ends because the Region that was to take over is dark. */
export function onRegionMoveDue(sim: Simulation, target: Row): void {
  const { clusters, run } = sim.state;
  const former = primaryOf(sim);
  const planned = run.movePlanned.get(0) === 1;
  const { region } = clusterAt(sim, target);
  run.moveTarget.set(0, none);
  const isApart = planned && areApart(sim, former, target);
  if (isApart || !isWritable(sim, target)) {
    sim.notes.push(moveAbandoned(region, isApart));
    resumeWriter(sim, former);
    return;
  }
  spent(sim, former, planned ? 'regionSwitchover' : 'regionFailover');
  const lost = run.moveLoss.get(0);
  run.regionDataLoss.set(0, run.regionDataLoss.get(0) + lost);
  if (lost > 0)
    reportViolation(sim, 'acked-commit-lost', `${formatDuration(lost)} of commits had not arrived in ${region}`);
  leavePrimary(sim, former);
  clusters.isPrimary.set(target, 1);
  clusters.catchingUpSince.set(target, none);
  clusters.globalMove.set(target, 1);
  const followed = sim.protocol && former === 0 ? clusterAt(sim, former).region : undefined;
  sim.notes.push(moveDone(region, planned, followed));
  const choice = choosePromotion(runningReaders(sim, target).map((row) => instanceAt(sim, row)));
  if (choice === undefined) {
    setPhase(sim, target, 'waiting');
    sim.notes.push(nobodyInRegion(region));
  } else {
    setInstanceState(sim, choice.promoted.row, 'promoting');
    beginRecovery(sim, target, choice.promoted.row);
  }
  for (const secondary of globalSecondaries(sim)) {
    clusters.lag.set(secondary, drawForCluster(sim, secondary, 'globalLag'));
    if (!planned) rebuild(sim, secondary);
  }
}

/** The former primary has readers only from now on. */
function leavePrimary(sim: Simulation, cluster: Row): void {
  const { clusters, instances } = sim.state;
  const writer = rowOrNone(clusters.writer.get(cluster));
  clusters.isPrimary.set(cluster, 0);
  clusters.writer.set(cluster, none);
  clusters.endpoint.set(cluster, none);
  setPhase(sim, cluster, 'settled');
  if (writer === undefined) return;
  instances.epoch.set(writer, 0);
  if (['running', 'restarting', 'modifying', 'upgrading'].includes(instanceStateOf(sim, writer)))
    beginRestart(sim, writer);
}

/** After an unplanned failover a cluster is made anew from the new primary, as soon as its Region is lit and in reach. */
function rebuild(sim: Simulation, cluster: Row): void {
  const waits = isRegionDark(sim, cluster) || areApart(sim, primaryOf(sim), cluster);
  if (waits) sim.state.clusters.needsRebuild.set(cluster, 1);
  else rebuildCluster(sim, cluster);
}

/** The primary takes writes again when the change to another Region came to nothing. */
function resumeWriter(sim: Simulation, cluster: Row): void {
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  if (writer === undefined) {
    seekWriter(sim, cluster);
    return;
  }
  setPhase(sim, cluster, 'lost');
  const state = instanceStateOf(sim, writer);
  if (state === 'running') beginRecovery(sim, cluster, writer);
  else if (['restarting', 'modifying', 'upgrading'].includes(state)) beginRestart(sim, writer);
  else if (state !== 'recreating' && !isRegionDark(sim, cluster)) beginDetection(sim, writer);
}
