import { paused, pausedForPromotion, resumed, resumes, undersized } from '../../explanations/capacity.ts';
import type { Row } from '../../run.ts';
import { hasGlobalSecondary } from '../regions/presence.ts';
import {
  clusterAt,
  drawForInstance,
  eventCode,
  instanceAt,
  instanceStateOf,
  presentInstances,
  rowOrNone,
  type Simulation,
  schedule,
  setInstanceState,
} from '../simulation.ts';
import { isPaused, lastTierWithWriter, leastRunning } from './capacity.ts';
import { isServerless, loadNow, loadParts } from './load.ts';

const day = 86_400_000;

/** Notices when nobody is connected any more, and when somebody is again: paused instances resume then. */
export function watchConnections(sim: Simulation): void {
  const { idle, idleToken, isPrimary } = sim.state.clusters;
  for (const [cluster, { serverless }] of sim.run.clusters.entries()) {
    if (serverless === undefined) continue;
    const wasIdle = idle.get(cluster) === 1;
    const isIdle = isPrimary.get(cluster) === 1 && mayPause(sim, cluster) && isUnused(sim);
    idle.set(cluster, isIdle ? 1 : 0);
    if (wasIdle !== isIdle) idleToken.set(cluster, idleToken.get(cluster) + 1);
    if (isIdle && !wasIdle) {
      schedule(sim, serverless.pauseAfter ?? 0, eventCode.pauseDue, cluster, idleToken.get(cluster));
    }
    if (!isIdle) resumeAll(sim, cluster);
  }
}

/** Whether instances of a cluster pause at all. Source: Aurora guide, auto-pause (the least capacity has to be 0). */
function mayPause(sim: Simulation, cluster: Row): boolean {
  const { serverless } = clusterAt(sim, cluster);
  return (
    !hasGlobalSecondary(sim) &&
    serverless?.pauseAfter !== undefined &&
    sim.state.clusters.minCapacity.get(cluster) === 0
  );
}

/** Whether it is known that nobody is connected and nothing is asked. */
function isUnused(sim: Simulation): boolean {
  return loadNow(sim, 'connections') === 0 && loadParts.every((part) => (loadNow(sim, part) ?? 0) === 0);
}

/** Nobody has been connected for long. Readers that scale with a provisioned writer do not pause, as it never does. */
export function onPauseDue(sim: Simulation, cluster: Row, token: number): void {
  const { clusters, instances } = sim.state;
  if (clusters.idle.get(cluster) === 0 || token !== clusters.idleToken.get(cluster)) return;
  const writer = rowOrNone(clusters.writer.get(cluster));
  const writerPauses = writer !== undefined && isServerless(sim, writer);
  const pausing = presentInstances(sim, cluster).filter(
    (row) =>
      isServerless(sim, row) &&
      instanceStateOf(sim, row) === 'running' &&
      (writerPauses || instanceAt(sim, row).promotionTier > lastTierWithWriter),
  );
  for (const row of pausing) {
    setInstanceState(sim, row, 'running');
    instances.capacity.set(row, 0);
  }
  const ids = pausing.map((row) => instanceAt(sim, row).id);
  if (ids.length > 0) sim.notes.push(paused(ids, clusterAt(sim, cluster).serverless?.pauseAfter ?? 0));
}

function resumeAll(sim: Simulation, cluster: Row): void {
  const asleep = presentInstances(sim, cluster).filter(
    (row) => isPaused(sim, row) && instanceStateOf(sim, row) === 'running',
  );
  let takes = 0;
  for (const row of asleep) {
    const time = timeToResume(sim, row);
    takes = Math.max(takes, time);
    sim.state.instances.capacity.set(row, leastRunning(sim, row));
    schedule(sim, time, eventCode.resumed, row, setInstanceState(sim, row, 'resuming'));
  }
  const ids = asleep.map((row) => instanceAt(sim, row).id);
  if (ids.length > 0) sim.notes.push(resumes(ids, takes));
}

function timeToResume(sim: Simulation, instance: Row): number {
  const sleptFor = sim.now - sim.state.instances.since.get(instance);
  return drawForInstance(sim, instance, sleptFor > day ? 'resumeAfterDay' : 'resume');
}

/** An instance answers again. */
export function onResumed(sim: Simulation, instance: Row): void {
  setInstanceState(sim, instance, 'running');
  sim.notes.push(resumed(instanceAt(sim, instance).id));
}

/**
 * What a promotion of a Serverless v2 reader has to wait for: a paused one resumes first. One of tier 2 to 15 may be too
 * small for what the writer carried, and grows only afterwards. Returns milliseconds. Source: Aurora guide, auto-pause
 * and how Serverless v2 works.
 */
export function resumeForPromotion(sim: Simulation, candidate: Row): number {
  if (!isServerless(sim, candidate)) return 0;
  const { id, cluster } = instanceAt(sim, candidate);
  const { capacity } = sim.state.instances;
  if (isPaused(sim, candidate)) {
    const takes = timeToResume(sim, candidate);
    capacity.set(candidate, leastRunning(sim, candidate));
    sim.notes.push(pausedForPromotion(id, takes));
    return takes;
  }
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  const had = writer !== undefined && isServerless(sim, writer) ? capacity.get(writer) : 0;
  if (capacity.get(candidate) < had) sim.notes.push(undersized(id, capacity.get(candidate) / 2, had / 2));
  return 0;
}
