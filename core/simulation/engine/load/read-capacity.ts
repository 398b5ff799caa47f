import type { Row } from '../../run.ts';
import type { ClusterMoment } from '../../timeline.ts';
import { answeringReads, readsOf, writesOf } from '../instances/service.ts';
import type { Simulation } from '../simulation.ts';
import { loadNow, vcpusOf } from './load.ts';

/**
 * Reads per second that those who answer the reader endpoint of the primary can serve, and those that are asked of it.
 * A writer that answers reads has its writes to do too. Nothing when no reads are known, or for a secondary.
 */
export function readCapacityOf(sim: Simulation, cluster: Row): Pick<ClusterMoment, 'readCapacity' | 'readDemand'> {
  const readDemand = loadNow(sim, 'readsPerSecond');
  const { clusters } = sim.state;
  if (readDemand === undefined || clusters.isPrimary.get(cluster) !== 1) return {};
  const { readsPerVcpu, writesPerVcpu } = sim.run.figures;
  const isWriting = writesOf(sim, cluster) === 'up';
  const writing = isWriting ? (loadNow(sim, 'writesPerSecond') ?? 0) / writesPerVcpu.min : 0;
  const answering = readsOf(sim, cluster) === 'up' ? answeringReads(sim, cluster) : [];
  const vcpus = answering.reduce((sum, instance) => {
    const left = vcpusOf(sim, instance) - (instance === clusters.writer.get(cluster) ? writing : 0);
    return sum + Math.max(0, left);
  }, 0);
  return { readCapacity: Math.round(vcpus * readsPerVcpu.min), readDemand };
}
