import { quorumDegraded, quorumRestored } from '../explanations/storage.ts';
import { at, type Row } from '../run.ts';
import { settleWriters } from './instances/multi-master.ts';
import { finishRecovery } from './instances/recovery.ts';
import { writesOf } from './instances/service.ts';
import { checkInvariants } from './invariants.ts';
import { watchMetrics } from './load/auto-scaling.ts';
import { watchCapacities } from './load/capacity.ts';
import { measureService } from './load/measures.ts';
import { watchConnections } from './load/pause.ts';
import { watchFirstCopies } from './regions/added-regions.ts';
import { isWhole } from './regions/presence.ts';
import { awaitReplication, updateRecoveryPoint } from './regions/recovery-point.ts';
import { updateReplication } from './regions/replication.ts';
import { isDark } from './regions/zones.ts';
import { clusterAt, primaryOf, type Simulation } from './simulation.ts';
import { followEngine } from './storage/follow-engine.ts';
import { copyFailingGroups } from './storage/group-failures.ts';
import { watchGroups } from './storage/group-level.ts';
import { changeMembership, quorumModelOf } from './storage/quorums.ts';
import { copySegments } from './storage/segments.ts';
import { watchGrowth } from './storage/volume-growth.ts';
import { watchCopies } from './storage/watch-copies.ts';

/** Lets everything follow that an event makes possible, then sees what it comes to. */
export function settle(sim: Simulation): void {
  watchFirstCopies(sim);
  updateReplication(sim);
  updateRecoveryPoint(sim);
  for (const cluster of sim.run.clusters.keys()) {
    if (!isWhole(sim, cluster)) continue;
    settleVolume(sim, cluster);
    if (clusterAt(sim, cluster).isMultiMaster) settleWriters(sim, cluster);
    else finishRecovery(sim, cluster);
  }
  watchConnections(sim);
  watchCapacities(sim);
  watchMetrics(sim);
  watchGroups(sim);
  measureService(sim);
  const writesGoOn = writesOf(sim, primaryOf(sim)) === 'up';
  awaitReplication(sim, writesGoOn);
  watchGrowth(sim, writesGoOn);
  watchCopies(sim);
  checkInvariants(sim);
  followEngine(sim);
}

function settleVolume(sim: Simulation, cluster: Row): void {
  const { excluded, restored } = changeMembership(sim, cluster);
  const model = quorumModelOf(sim, cluster);
  if (excluded !== undefined) {
    const { darkSince, cutOffSince } = sim.state.zones;
    const was = isDark(sim, excluded) ? 'dark' : 'cut off';
    const since = (was === 'dark' ? darkSince : cutOffSince).get(excluded);
    sim.notes.push(quorumDegraded(at(sim.run.zones, excluded).name, was, sim.now - since, model));
  }
  if (restored !== undefined) sim.notes.push(quorumRestored(at(sim.run.zones, restored).name, model));
  copySegments(sim, cluster);
  copyFailingGroups(sim, cluster);
}
