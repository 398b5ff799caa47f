import type { Row } from '../../run.ts';
import { commitsIn } from '../regions/replication.ts';
import type { Simulation } from '../simulation.ts';

/** Bytes that the volume of a cluster has given back: of what was dropped, as far as the cluster has its commits. */
export function droppedBytesIn(sim: Simulation, cluster: Row): number {
  const { drops } = sim.state;
  let bytes = 0;
  for (const drop of sim.run.drops) {
    if (drops.bytes.get(drop) > 0 && commitsIn(sim, cluster) >= drops.commits.get(drop)) bytes += drops.bytes.get(drop);
  }
  return bytes;
}

/** Byte milliseconds that the drops have saved a cluster until now; a follower that has one is taken to have had it at once. */
export function savedByDrops(sim: Simulation, cluster: Row): number {
  const { drops } = sim.state;
  let saved = 0;
  for (const drop of sim.run.drops) {
    if (commitsIn(sim, cluster) >= drops.commits.get(drop))
      saved += drops.bytes.get(drop) * (sim.now - drops.since.get(drop));
  }
  return saved;
}

/** What was dropped after this many commits is there again: the primary has gone back before it. */
export function undoDrops({ run, state: { drops } }: Simulation, commits: number): void {
  for (const drop of run.drops) if (drops.commits.get(drop) > commits) drops.bytes.set(drop, 0);
}
