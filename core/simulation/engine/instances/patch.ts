import { patchedInTurn } from '../../explanations/multi-master.ts';
import { patched } from '../../explanations/patch.ts';
import { refused } from '../../explanations/request.ts';
import { hasGlobalSecondary } from '../regions/presence.ts';
import {
  clusterAt,
  instanceStateOf,
  phaseOf,
  presentInstances,
  primaryOf,
  rowOrNone,
  type Simulation,
} from '../simulation.ts';
import { beginPatch } from './instances.ts';
import { beginStaggeredPatch } from './multi-master.ts';
import { loseWriter } from './outage.ts';
import { runningWriters } from './writers.ts';

const noWriter = 'a patch needs a writer that runs';

/**
 * The engine of the primary cluster is patched: the writer and the readers at the same time, so that nobody is promoted.
 * Without downtime connections stay open and requests wait; a global database is always patched with downtime.
 * Those of a multi-master cluster are patched one after another.
 * Source: Aurora guide, zero-downtime patching of Aurora MySQL; for Aurora PostgreSQL the same is assumed.
 */
export function patchEngine(sim: Simulation, zeroDowntime: boolean): void {
  const cluster = primaryOf(sim);
  if (clusterAt(sim, cluster).isMultiMaster) {
    if (runningWriters(sim, cluster).length === 0) sim.notes.push(refused('patch', noWriter));
    else sim.notes.push(patchedInTurn(beginStaggeredPatch(sim, cluster), zeroDowntime));
    return;
  }
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  if (writer === undefined || instanceStateOf(sim, writer) !== 'running' || phaseOf(sim, cluster) !== 'settled') {
    sim.notes.push(refused('patch', noWriter));
    return;
  }
  const isGlobal = hasGlobalSecondary(sim);
  const figure = zeroDowntime && !isGlobal ? 'zeroDowntimePatch' : 'patch';
  const running = presentInstances(sim, cluster).filter((row) => instanceStateOf(sim, row) === 'running');
  loseWriter(sim, cluster, 'the patch');
  let takes = 0;
  for (const row of running) takes = Math.max(takes, beginPatch(sim, row, figure));
  sim.notes.push(patched(figure === 'zeroDowntimePatch', zeroDowntime && isGlobal, takes));
}
