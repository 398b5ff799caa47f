import { EventQueue } from '../event-queue.ts';
import { writersStart } from '../explanations/multi-master.ts';
import type { Note } from '../explanations/note.ts';
import { runStarts } from '../explanations/run.ts';
import { at, type Run } from '../run.ts';
import { RecoveryLog } from './instances/recovery-log.ts';
import { runningWriters } from './instances/writers.ts';
import { beginScaling } from './load/auto-scaling.ts';
import { beginCapacities } from './load/capacity.ts';
import { CommitClock } from './load/commit-clock.ts';
import { beginLoad } from './load/load.ts';
import { beginMeter } from './load/meter.ts';
import { conflictsPerSecond } from './load/write-conflicts.ts';
import {
  clusterAt,
  drawForCluster,
  eventCode,
  instanceAt,
  presentInstances,
  primaryOf,
  type Simulation,
  schedule,
  setInstanceState,
} from './simulation.ts';
import { createState, none, presences } from './state.ts';
import { beginFailures } from './storage/group-failures.ts';
import { createProtocolGroups } from './storage/protocol-groups.ts';

/** Version of the engine: it changes when the same input gives another trace. */
export const engineVersion = 2;

/** A simulation in which nothing has happened yet. */
export function createSimulation(run: Run): Simulation {
  const state = createState(run);
  const sim: Simulation = {
    run,
    state,
    queue: new EventQueue(),
    commits: new CommitClock(),
    recoveries: new RecoveryLog(),
    notes: [],
    violations: [],
    protocol: createProtocolGroups(run),
    now: 0,
  };
  const { clusters, instances } = state;
  for (const [row, { replication, writer, added, isMultiMaster, instances: own }] of run.clusters.entries()) {
    clusters.presence.set(row, presences.indexOf(added === undefined ? 'present' : 'absent'));
    clusters.isPrimary.set(row, row === 0 ? 1 : 0);
    clusters.writer.set(row, writer ?? none);
    clusters.endpoint.set(row, writer ?? none);
    clusters.candidate.set(row, none);
    clusters.noticing.set(row, none);
    clusters.excludedSlot.set(row, none);
    const writers = isMultiMaster ? own.filter((instance) => at(run.instances, instance).designed) : [writer];
    clusters.epoch.set(row, Math.max(1, writers.length));
    for (const [index, one] of writers.entries()) if (one !== undefined) instances.epoch.set(one, index + 1);
    clusters.catchingUpSince.set(row, none);
    if (replication !== 'primary') {
      clusters.lag.set(row, drawForCluster(sim, row, replication === 'global' ? 'globalLag' : 'binlogLag'));
    }
  }
  for (const column of ['moveTarget', 'writerLostAt', 'regionLostAt', 'promoted', 'deletedAt'] as const)
    state.run[column].set(0, none);
  for (const { row, designed } of run.instances) if (!designed) setInstanceState(sim, row, 'absent');
  beginLoad(sim);
  beginScaling(sim);
  beginCapacities(sim);
  beginMeter(sim);
  beginFailures(sim);
  for (const [index, event] of run.events.entries()) {
    state.partitions.home.set(index, none);
    if (event.at <= run.duration) schedule(sim, event.at, eventCode.scenario, index, 0);
  }
  return sim;
}

/** What there is to say before anything has happened. */
export function noteOfStart(sim: Simulation): Note {
  const primary = primaryOf(sim);
  if (clusterAt(sim, primary).isMultiMaster) {
    const ids = runningWriters(sim, primary).map((row) => instanceAt(sim, row).id);
    return writersStart(ids, conflictsPerSecond(sim, primary));
  }
  const { id } = instanceAt(sim, sim.state.clusters.writer.get(primary));
  return runStarts(id, presentInstances(sim, primary).length - 1);
}
