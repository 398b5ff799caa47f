import { at, type Row } from '../../run.ts';
import type { Simulation } from '../simulation.ts';
import { presences } from '../state.ts';

function presenceOf({ state }: Simulation, cluster: Row): (typeof presences)[number] {
  return at(presences, state.clusters.presence.get(cluster));
}

/** Whether a cluster exists: one that the run adds does so from then on. */
export function exists(sim: Simulation, cluster: Row): boolean {
  return presenceOf(sim, cluster) !== 'absent';
}

/** Whether a cluster still waits for the first copy of its volume; `interrupted` while none is under way. */
export function firstCopyOf(sim: Simulation, cluster: Row): 'copying' | 'interrupted' | undefined {
  const presence = presenceOf(sim, cluster);
  return presence === 'copying' || presence === 'interrupted' ? presence : undefined;
}

/** Whether a cluster exists and has its volume: only such a one follows, or can be followed. */
export function isWhole(sim: Simulation, cluster: Row): boolean {
  return presenceOf(sim, cluster) === 'present';
}

/** Whether the primary has a secondary of a global database, with its volume or not yet. */
export function hasGlobalSecondary(sim: Simulation): boolean {
  return sim.run.clusters.some(({ replication }, row) => replication === 'global' && exists(sim, row));
}
