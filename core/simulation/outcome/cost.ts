import { leastBilled } from '../engine/load/meter.ts';
import { exists } from '../engine/regions/presence.ts';
import { primaryOf, type Simulation } from '../engine/simulation.ts';
import { none } from '../engine/state.ts';
import { copyAt } from '../engine/storage/copy-rows.ts';
import { droppedBytesIn, savedByDrops } from '../engine/storage/dropped-bytes.ts';
import { volumeBytesIn } from '../engine/storage/volume-growth.ts';
import { listPrice, type PriceName } from '../prices.ts';
import { at, type RunCluster } from '../run.ts';
import { byteTimeOf, copiesMade } from './copies.ts';

/** What a run costs in millionths of a USD, or why nobody can say. */
export type Cost = { readonly millionths: number } | { readonly unknown: string };

const hour = 3_600_000;
/** Hours by which AWS turns prices of a month into prices of an hour. */
const hoursPerMonth = 730;
const gibibyte = 1_073_741_824;

/**
 * What a run costs: instances and ACU by the second, storage of every Region (the mean of what it
 * holds at the start and at the end), requests to the volume of the primary, and
 * writes replicated to each Region of a global database. One price that is missing leaves the whole unknown.
 */
export function costOf(sim: Simulation): Cost {
  const parts = [
    instances(sim),
    ...sim.run.clusters.map((cluster, row) => capacityAndStorage(sim, cluster, row)),
    requests(sim),
    ...copiesMade(sim).map((copy) => copyCost(sim, copy)),
  ];
  let millionths = 0;
  for (const part of parts) {
    if ('unknown' in part) return part;
    millionths += part.millionths;
  }
  return { millionths };
}

function instances({ run, state }: Simulation): Cost {
  let millionths = 0;
  for (const [row, name] of run.classes.entries()) {
    const use = state.classes.use.get(row);
    if (use === 0) continue;
    const price = ownPrice(run.prices, name);
    if (price === undefined) return missing(name, 'an hour');
    millionths += Math.round((use / hour) * price);
  }
  const isUnknown = state.classes.use.get(run.classes.length) > 0;
  return isUnknown ? { unknown: 'The class of an instance is not known.' } : { millionths };
}

function capacityAndStorage(sim: Simulation, cluster: RunCluster, row: number): Cost {
  const acu = sim.state.clusters.acuUse.get(row) / 2 / hour;
  const capacity = priced(sim, 'acuHour', cluster, acu);
  const beforeDrops = volumeBytesIn(sim, row) + droppedBytesIn(sim, row);
  const byteMilliseconds = ((cluster.volume.bytes + beforeDrops) / 2) * existed(sim, row) - savedByDrops(sim, row);
  const gibibyteMonths = byteMilliseconds / gibibyte / hour / hoursPerMonth;
  return sum(capacity, priced(sim, 'storageGbMonth', cluster, gibibyteMonths));
}

/** Milliseconds of the run in which a cluster existed. */
function existed(sim: Simulation, row: number): number {
  if (!exists(sim, row)) return 0;
  const deletedAt = row === primaryOf(sim) ? sim.state.run.deletedAt.get(0) : none;
  return (deletedAt === none ? sim.run.duration : deletedAt) - sim.state.clusters.addedAt.get(row);
}

/** The storage of a copy, whoever is billed for it, its instance, and a snapshot from when backups do not cover it. */
function copyCost(sim: Simulation, copy: number): Cost {
  const { branches, run } = sim.state;
  const { name, class: index, kind } = copyAt(sim, copy);
  const cluster = at(sim.run.clusters, branches.cluster.get(copy));
  const end = branches.deletedAt.get(copy) === none ? sim.now : branches.deletedAt.get(copy);
  if (kind === 'snapshot') {
    const beyond = Math.max(0, end - branches.since.get(copy) - cluster.backupRetention);
    return priced(
      sim,
      'backupGbMonth',
      cluster,
      (branches.bytes.get(copy) / gibibyte) * (beyond / hour / hoursPerMonth),
    );
  }
  if (branches.sharesPages.get(copy) === 1 && run.unknownRequests.get(0) === 1) {
    return { unknown: `What ${name} shares is not known without writes per second; set them under workload.` };
  }
  const { billed, billedToSource } = byteTimeOf(sim, copy);
  const storage = priced(sim, 'storageGbMonth', cluster, (billed + billedToSource) / gibibyte / hour / hoursPerMonth);
  if (index === undefined || branches.answers.get(copy) === 0) return storage;
  const runs = Math.max(leastBilled, end - branches.instanceAt.get(copy));
  const className = at(sim.run.classes, index);
  const price = ownPrice(sim.run.prices, className);
  if (price === undefined) return missing(className, 'an hour');
  return sum(storage, { millionths: Math.round((runs / hour) * price) });
}

function requests(sim: Simulation): Cost {
  const { run, state } = sim;
  const [primary] = run.clusters;
  if (primary === undefined) return { millionths: 0 };
  const replicated = state.run.writesReplicated.get(0) / 1000;
  const isReplicated = run.clusters.some(({ replication }, row) => replication === 'global' && exists(sim, row));
  const isBilled = primary.storageType === 'aurora';
  if (!isBilled && !isReplicated) return { millionths: 0 };
  if (state.run.unknownRequests.get(0) === 1) {
    return { unknown: 'Reads and writes per second are not known; set them under workload.' };
  }
  const reads = (state.run.readsServed.get(0) / 1000) * (run.figures.readsFromVolume.min / 100);
  const writes = state.run.writesServed.get(0) / 1000;
  const volume = priced(sim, 'ioMillion', primary, isBilled ? (reads + writes) / 1_000_000 : 0);
  return sum(volume, priced(sim, 'replicatedWriteMillion', primary, replicated / 1_000_000));
}

/** So much of something at its price, rounded to whole millionths. */
function priced({ run }: Simulation, name: PriceName, cluster: RunCluster, amount: number): Cost {
  if (amount === 0) return { millionths: 0 };
  const price = ownPrice(run.prices, name) ?? listPrice(name, cluster);
  return price === undefined ? missing(name, `in ${cluster.region}`) : { millionths: Math.round(amount * price) };
}

function ownPrice(prices: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(prices, name) ? prices[name] : undefined;
}

function missing(name: string, of: string): Cost {
  return { unknown: `No sourced price of ${name} ${of} is known; set ${name} under prices.` };
}

function sum(one: Cost, other: Cost): Cost {
  if ('unknown' in one) return one;
  return 'unknown' in other ? other : { millionths: one.millionths + other.millionths };
}
