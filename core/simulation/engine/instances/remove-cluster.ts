import { clusterRemoved } from '../../explanations/copies.ts';
import { refused } from '../../explanations/request.ts';
import type { Row } from '../../run.ts';
import { exists } from '../regions/presence.ts';
import { isRegionDark } from '../regions/zones.ts';
import { clusterAt, presentInstances, primaryOf, type Simulation, setPhase } from '../simulation.ts';
import { none } from '../state.ts';
import { copiesOf } from '../storage/copy-rows.ts';
import { meterCopies } from '../storage/stored-pages.ts';
import { dropInstance } from './changes.ts';
import { loseWriter } from './outage.ts';

/**
 * The primary cluster is deleted with its instances. Clones, restored clusters and snapshots of it stay: what a clone
 * shared with it is spread over the clones from then on. Source: Aurora guide, deleting clusters, cloning.
 */
export function removeCluster(sim: Simulation): void {
  const cluster = primaryOf(sim);
  const { name } = clusterAt(sim, cluster);
  const refusal = refusalOf(sim, cluster);
  if (refusal !== undefined) {
    sim.notes.push(refused('deletion', refusal));
    return;
  }
  meterCopies(sim);
  const instances = presentInstances(sim, cluster);
  sim.notes.push(clusterRemoved(name, instances.length, copiesOf(sim, cluster).length));
  for (const instance of instances) dropInstance(sim, instance);
  sim.state.run.deletedAt.set(0, sim.now);
  sim.state.clusters.writer.set(cluster, none);
  loseWriter(sim, cluster, `${name} was deleted`);
  setPhase(sim, cluster, 'waiting');
}

function refusalOf(sim: Simulation, cluster: Row): string | undefined {
  const { name, region, deletionProtection } = clusterAt(sim, cluster);
  if (sim.state.run.deletedAt.get(0) !== none) return `${name} is deleted already`;
  if (isRegionDark(sim, cluster)) return `${region} is dark`;
  if (deletionProtection) return `deletionProtection of ${name} is on`;
  const others = sim.run.clusters.some((_, row) => row !== cluster && exists(sim, row));
  return others ? `${name} has clusters in other Regions, which have to go first` : undefined;
}
