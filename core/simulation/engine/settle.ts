import { quorumDegraded, quorumRestored } from '../explanations/storage.ts';
import { at, type Row } from '../run.ts';
import { watchFirstCopies } from './added-regions.ts';
import { watchMetrics } from './auto-scaling.ts';
import { watchCapacities } from './capacity.ts';
import { followEngine } from './follow-engine.ts';
import { copyFailingGroups } from './group-failures.ts';
import { watchGroups } from './group-level.ts';
import { checkInvariants } from './invariants.ts';
import { measureService } from './measures.ts';
import { watchConnections } from './pause.ts';
import { isWhole } from './presence.ts';
import { changeMembership, quorumModelOf } from './quorums.ts';
import { finishRecovery } from './recovery.ts';
import { awaitReplication, updateRecoveryPoint } from './recovery-point.ts';
import { updateReplication } from './replication.ts';
import { copySegments } from './segments.ts';
import { writesOf } from './service.ts';
import { primaryOf, type Simulation } from './simulation.ts';
import { watchGrowth } from './volume-growth.ts';
import { watchCopies } from './watch-copies.ts';
import { isDark } from './zones.ts';

/** Lets everything follow that an event makes possible, then sees what it comes to. */
export function settle(sim: Simulation): void {
  watchFirstCopies(sim);
  updateReplication(sim);
  updateRecoveryPoint(sim);
  for (const cluster of sim.run.clusters.keys()) {
    if (!isWhole(sim, cluster)) continue;
    settleVolume(sim, cluster);
    finishRecovery(sim, cluster);
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
