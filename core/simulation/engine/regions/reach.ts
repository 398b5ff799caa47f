import { at, type Row } from '../../run.ts';
import { spentOn } from '../instances/outage.ts';
import {
  drawForCluster,
  eventCode,
  instanceAt,
  phaseOf,
  presentInstances,
  rowOrNone,
  type Simulation,
  schedule,
} from '../simulation.ts';
import { darkenSegments, lightSegments } from '../storage/segments.ts';

/** An AZ is out of reach from now on: its copies miss what is written, and after a while they no longer count. */
export function leaveReach(sim: Simulation, zone: Row): void {
  const { zones } = sim.state;
  const token = zones.token.get(zone) + 1;
  zones.token.set(zone, token);
  const { cluster } = at(sim.run.zones, zone);
  schedule(sim, drawForCluster(sim, cluster, 'azDarkUntilQuorumChange'), eventCode.darkForLong, zone, token);
  darkenSegments(sim, zone);
}

/** An AZ can be reached again; `was` says what it had been. */
export function comeIntoReach(sim: Simulation, zone: Row, was: 'dark' | 'cut off'): void {
  const { zones } = sim.state;
  const { cluster, name } = at(sim.run.zones, zone);
  zones.token.set(zone, zones.token.get(zone) + 1);
  zones.darkForLong.set(zone, 0);
  lightSegments(sim, zone);
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  const awaitsWriter = phaseOf(sim, cluster) === 'lost' || phaseOf(sim, cluster) === 'waiting';
  if (awaitsWriter && writer !== undefined && instanceAt(sim, writer).zone === zone) {
    spentOn(sim, cluster, `${name} ${was}`, 'assumed');
  }
}

/** An AZ has been out of reach for so long that the quorum may change. */
export function onDarkForLong(sim: Simulation, zone: Row, token: number): void {
  if (token === sim.state.zones.token.get(zone)) sim.state.zones.darkForLong.set(zone, 1);
}

/** Instances that stand in an AZ. */
export function instancesIn(sim: Simulation, zone: Row): readonly Row[] {
  const { cluster } = at(sim.run.zones, zone);
  return presentInstances(sim, cluster).filter((row) => instanceAt(sim, row).zone === zone);
}
