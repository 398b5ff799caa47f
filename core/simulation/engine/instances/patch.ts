import { patched } from '../../explanations/patch.ts';
import { refused } from '../../explanations/request.ts';
import { hasGlobalSecondary } from '../regions/presence.ts';
import { instanceStateOf, phaseOf, presentInstances, primaryOf, rowOrNone, type Simulation } from '../simulation.ts';
import { beginPatch } from './instances.ts';
import { loseWriter } from './outage.ts';

/**
 * The engine of the primary cluster is patched: the writer and the readers at the same time, so that nobody is promoted.
 * Without downtime connections stay open and requests wait; a global database is always patched with downtime.
 * Source: Aurora guide, zero-downtime patching of Aurora MySQL; for Aurora PostgreSQL the same is assumed.
 */
export function patchEngine(sim: Simulation, zeroDowntime: boolean): void {
  const cluster = primaryOf(sim);
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  if (writer === undefined || instanceStateOf(sim, writer) !== 'running' || phaseOf(sim, cluster) !== 'settled') {
    sim.notes.push(refused('patch', 'a patch needs a writer that runs'));
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
