import { formatDuration } from '../../../design/format/duration.ts';
import { backtracked } from '../../explanations/backtrack.ts';
import { refused } from '../../explanations/request.ts';
import type { Row } from '../../run.ts';
import { loseWriter } from '../instances/outage.ts';
import { writesOf } from '../instances/service.ts';
import { loadNow } from '../load/load.ts';
import {
  clusterAt,
  drawForCluster,
  eventCode,
  instanceStateOf,
  presentInstances,
  primaryOf,
  type Simulation,
  schedule,
  setInstanceState,
} from '../simulation.ts';
import { undoDrops } from './dropped-bytes.ts';

/**
 * The primary goes back in place: every instance drops its connections, and what was committed since is gone, on purpose.
 * Source: Aurora guide, backtracking.
 */
export function backtrack(sim: Simulation, length: number): void {
  const cluster = primaryOf(sim);
  const refusal = refusalOf(sim, cluster, length);
  if (refusal !== undefined) {
    sim.notes.push(refused('backtrack', refusal));
    return;
  }
  const { takenBack } = sim.state.run;
  const commits = sim.commits.acknowledged - sim.commits.at(sim.now - length);
  const takes = drawForCluster(sim, cluster, 'backtrack');
  takenBack.set(0, takenBack.get(0) + commits);
  undoDrops(sim, sim.commits.acknowledged - commits);
  loseWriter(sim, cluster, 'the backtrack');
  for (const instance of presentInstances(sim, cluster)) {
    if (instanceStateOf(sim, instance) !== 'running') continue;
    schedule(sim, takes, eventCode.instanceBack, instance, setInstanceState(sim, instance, 'restarting'));
  }
  sim.notes.push(backtracked(length, commits, takes));
}

function refusalOf(sim: Simulation, cluster: Row, length: number): string | undefined {
  const { backtrack: possible } = clusterAt(sim, cluster);
  if ('refusal' in possible) return possible.refusal;
  if (length > possible.window) return `backtrackWindow is ${formatDuration(possible.window)}`;
  const kept = windowKept(sim, possible.window);
  if (length > kept) return `under this load only ${formatDuration(kept)} of change records are kept`;
  return writesOf(sim, cluster) === 'up' ? undefined : 'the cluster takes no writes at this moment';
}

/** How much of the window is there: above a rate of writes it shrinks in proportion. That it shrinks is documented. */
function windowKept(sim: Simulation, window: number): number {
  const writes = loadNow(sim, 'writesPerSecond') ?? 0;
  const most = sim.run.figures.backtrackWrites.min;
  return writes <= most ? window : Math.floor((window * most) / writes / 1000) * 1000;
}
