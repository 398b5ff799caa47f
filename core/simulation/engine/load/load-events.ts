import { type Busy, loadChanged, type WriteEffect } from '../../explanations/load.ts';
import type { Row } from '../../run.ts';
import type { Load } from '../../scenario.ts';
import { clusterAt, instanceAt, primaryOf, type Simulation } from '../simulation.ts';
import { loadNow, loadParts, utilisationOf } from './load.ts';
import { mostWritesMeasured, replicaLag } from './replica-lag.ts';
import { conflictsPerSecond } from './write-conflicts.ts';

/** The load changes; what is left out stays as it is. */
export function changeLoad(sim: Simulation, load: Load): void {
  for (const part of loadParts) {
    const amount = load[part];
    if (amount !== undefined) sim.state.run[part].set(0, amount);
  }
  const primary = primaryOf(sim);
  sim.notes.push(loadChanged(loadOf(sim), busiestOf(sim, primary), effectOf(sim, primary)));
}

/** What the writes come to: conflicts between several writers, or how far readers are behind. */
function effectOf(sim: Simulation, primary: Row): WriteEffect | undefined {
  const writes = loadNow(sim, 'writesPerSecond');
  if (writes === undefined) return undefined;
  if (clusterAt(sim, primary).isMultiMaster) return { conflictsPerSecond: conflictsPerSecond(sim, primary) };
  return { takes: replicaLag(writes), measured: writes <= mostWritesMeasured };
}

function loadOf(sim: Simulation): Load {
  return Object.fromEntries(
    loadParts.flatMap((part) => {
      const amount = loadNow(sim, part);
      return amount === undefined ? [] : [[part, amount]];
    }),
  );
}

/** The instance that has most to do, the first of several. */
function busiestOf(sim: Simulation, cluster: Row): Busy | undefined {
  let busiest: Busy | undefined;
  for (const row of clusterAt(sim, cluster).instances) {
    const load = utilisationOf(sim, cluster, row);
    if (load !== undefined && load > (busiest?.load ?? -1)) busiest = { id: instanceAt(sim, row).id, load };
  }
  return busiest;
}
