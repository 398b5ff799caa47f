import { caughtUp, forwardingLost } from '../../explanations/replication.ts';
import type { Row } from '../../run.ts';
import type { ClusterMoment } from '../../timeline.ts';
import { clusterAt, drawForCluster, primaryOf, type Simulation } from '../simulation.ts';
import { none } from '../state.ts';
import { firstCopyOf, isWhole } from './presence.ts';
import { areApart, isRegionDark } from './zones.ts';

const minute = 60_000;

/** How changes reach a cluster that follows another; undefined for one that follows nobody. */
export function replicationOf(sim: Simulation, cluster: Row): ClusterMoment['replication'] {
  const { state, now } = sim;
  const { rebuiltAt, cutOff, catchingUpSince, standsAlone } = state.clusters;
  if (firstCopyOf(sim, cluster) !== undefined) return 'copying';
  if (standsAlone.get(cluster) === 1) return undefined;
  if (now < rebuiltAt.get(cluster)) return 'rebuilding';
  if (cutOff.get(cluster) === 1) return 'cut-off';
  return catchingUpSince.get(cluster) === none ? 'streaming' : 'catching-up';
}

/** Every cluster but the primary, those that stand alone, and those that have yet to get their volume. */
function followersOf(sim: Simulation): readonly Row[] {
  const primary = primaryOf(sim);
  return [...sim.run.clusters.keys()].filter(
    (row) => row !== primary && sim.state.clusters.standsAlone.get(row) === 0 && isWhole(sim, row),
  );
}

/** Secondaries of the global database: every cluster but the primary and those fed by binlog. */
export function globalSecondaries(sim: Simulation): readonly Row[] {
  return followersOf(sim).filter((row) => clusterAt(sim, row).replication !== 'binlog');
}

/**
 * Replication runs while both Regions are lit and reach each other. What had arrived when it was cut off is all there is
 * until it runs again; then a cluster fetches what it missed, faster than new commits come.
 * Source: Aurora guide, global database (the lag is usually below 1 s).
 */
export function updateReplication(sim: Simulation): void {
  const { cutOff } = sim.state.clusters;
  const primary = primaryOf(sim);
  for (const cluster of followersOf(sim)) {
    const isCutOff = isRegionDark(sim, primary) || isRegionDark(sim, cluster) || areApart(sim, primary, cluster);
    if (isCutOff && cutOff.get(cluster) === 0) stopReplication(sim, cluster);
    else if (!isCutOff && cutOff.get(cluster) === 1) resumeReplication(sim, cluster);
    else endCatchUp(sim, cluster);
  }
}

/** A cluster follows nobody from now on: it keeps what has arrived. */
export function endReplication(sim: Simulation, cluster: Row): void {
  const { arrived, standsAlone, catchingUpSince } = sim.state.clusters;
  arrived.set(cluster, commitsIn(sim, cluster));
  catchingUpSince.set(cluster, none);
  standsAlone.set(cluster, 1);
}

function stopReplication(sim: Simulation, cluster: Row): void {
  const { arrived, cutOff, catchingUpSince } = sim.state.clusters;
  arrived.set(cluster, commitsIn(sim, cluster));
  cutOff.set(cluster, 1);
  catchingUpSince.set(cluster, none);
  const { region, forwards } = clusterAt(sim, cluster);
  if (forwards.globally && !isRegionDark(sim, cluster)) {
    sim.notes.push(forwardingLost(region, clusterAt(sim, primaryOf(sim)).region));
  }
}

/** A cluster that is being rebuilt gets everything; any other one fetches what it missed. */
function resumeReplication(sim: Simulation, cluster: Row): void {
  const { cutOff, catchingUpSince, catchUpPerMinute, rebuiltAt } = sim.state.clusters;
  cutOff.set(cluster, 0);
  if (sim.now < rebuiltAt.get(cluster) || missingIn(sim, cluster) === 0) return;
  catchUpPerMinute.set(cluster, drawForCluster(sim, cluster, 'replicationCatchUp'));
  catchingUpSince.set(cluster, sim.now);
}

function endCatchUp(sim: Simulation, cluster: Row): void {
  const { catchingUpSince } = sim.state.clusters;
  const since = catchingUpSince.get(cluster);
  if (since === none || missingIn(sim, cluster) > 0) return;
  catchingUpSince.set(cluster, none);
  if (sim.now > since) sim.notes.push(caughtUp(clusterAt(sim, cluster).region, sim.now - since));
}

/** Commits that a cluster would have if nothing had kept them from it. */
function dueIn({ state, commits, now }: Simulation, cluster: Row): number {
  return commits.at(now - state.clusters.lag.get(cluster));
}

/** Commits that a cluster still has to fetch. */
function missingIn(sim: Simulation, cluster: Row): number {
  const { catchingUpSince, arrived } = sim.state.clusters;
  const has = catchingUpSince.get(cluster) === none ? arrived.get(cluster) : commitsIn(sim, cluster);
  return Math.max(0, dueIn(sim, cluster) - has);
}

/** Commits that the volume of a cluster has been given: all that were acknowledged, or what has arrived at a follower. */
export function commitsIn(sim: Simulation, cluster: Row): number {
  const { isPrimary, cutOff, arrived, standsAlone, rebuiltAt, catchingUpSince, catchUpPerMinute } = sim.state.clusters;
  if (isPrimary.get(cluster) === 1) return sim.commits.acknowledged;
  if (standsAlone.get(cluster) === 1) return arrived.get(cluster);
  if (!isWhole(sim, cluster) || cutOff.get(cluster) === 1 || sim.now < rebuiltAt.get(cluster))
    return arrived.get(cluster);
  const since = catchingUpSince.get(cluster);
  if (since === none) return dueIn(sim, cluster);
  const fetched = Math.floor(((sim.now - since) * minute) / Math.max(1, catchUpPerMinute.get(cluster)));
  return Math.min(dueIn(sim, cluster), arrived.get(cluster) + fetched);
}

/** How far a follower is behind, in milliseconds of commits; the usual lag while replication runs. */
export function lagOf(sim: Simulation, cluster: Row): number {
  const usual = sim.state.clusters.lag.get(cluster);
  const behind = sim.commits.acknowledged - commitsIn(sim, cluster);
  return replicationOf(sim, cluster) === 'streaming' ? usual : Math.max(0, behind);
}

/** How long it takes until a cluster that catches up has nothing to fetch any more; undefined when it never has. */
export function catchUpTime(sim: Simulation, cluster: Row, writesGoOn: boolean): number | undefined {
  const { catchingUpSince, catchUpPerMinute } = sim.state.clusters;
  if (catchingUpSince.get(cluster) === none) return undefined;
  const perMinute = catchUpPerMinute.get(cluster);
  const gain = writesGoOn ? minute - perMinute : minute;
  return gain <= 0 ? undefined : Math.ceil((missingIn(sim, cluster) * perMinute) / gain);
}
