import type { AssumptionName } from '../../assumptions.ts';
import { candidateLost } from '../../explanations/writer.ts';
import type { Row } from '../../run.ts';
import type { Basis } from '../../timeline.ts';
import { isRegionDark } from '../regions/zones.ts';
import { drawForInstance, eventCode, instanceAt, type Simulation, schedule, setPhase } from '../simulation.ts';
import { none } from '../state.ts';

/** What people call the parts of an outage, where it is not the name of the figure. */
const partNames: Readonly<Partial<Record<AssumptionName, string>>> = {
  dns: 'DNS',
  globalDns: 'DNS',
  classChange: 'change of class',
  operatorDelay: 'waiting for the call',
  regionFailover: 'Region failover',
  regionSwitchover: 'Region switchover',
  replicaPromotion: 'promoting the replica',
};

/** The time since the last step of an outage of the primary went to what a figure of the model stands for. */
export function spent(sim: Simulation, cluster: Row, figure: AssumptionName): void {
  spentOn(sim, cluster, partNames[figure] ?? figure, sim.run.figures[figure].basis);
}

/** The time since the last step of an outage of the primary went to `part`. */
export function spentOn(sim: Simulation, cluster: Row, part: string, basis: Basis): void {
  if (sim.state.clusters.isPrimary.get(cluster) === 1) sim.recoveries.spent(part, basis, sim.now);
}

/** The cluster has lost its writer. The outage of the primary begins here, unless one lasts already. */
export function loseWriter(sim: Simulation, cluster: Row, cause: string): void {
  const { clusters, run } = sim.state;
  setPhase(sim, cluster, 'lost');
  clusters.candidate.set(cluster, none);
  clusters.noticing.set(cluster, none);
  if (clusters.isPrimary.get(cluster) !== 1) return;
  sim.recoveries.begin(cause, sim.now);
  if (isRegionDark(sim, cluster)) return;
  if (run.writerLostAt.get(0) === none) run.writerLostAt.set(0, sim.now);
}

/** From now on the cluster waits until the loss of this instance is noticed. Returns how long that takes. */
export function beginDetection(sim: Simulation, instance: Row): number {
  const { cluster } = instanceAt(sim, instance);
  sim.state.clusters.noticing.set(cluster, instance);
  return beginNoticing(sim, instance);
}

/** The loss of an instance is noticed after a while. */
export function beginNoticing(sim: Simulation, instance: Row): number {
  const takes = drawForInstance(sim, instance, 'detection');
  schedule(sim, takes, eventCode.noticed, instance, sim.state.instances.token.get(instance));
  return takes;
}

/** The reader that was being promoted is gone as well. */
export function loseCandidate(sim: Simulation, instance: Row): void {
  const { cluster, id } = instanceAt(sim, instance);
  setPhase(sim, cluster, 'lost');
  sim.state.clusters.candidate.set(cluster, none);
  if (!isRegionDark(sim, cluster)) sim.notes.push(candidateLost(id, beginDetection(sim, instance)));
}
