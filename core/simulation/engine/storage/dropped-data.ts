import { protectionGroupsOf } from '../../../design/volume.ts';
import { refused } from '../../explanations/request.ts';
import { volumeShrunk } from '../../explanations/volume-growth.ts';
import { writesOf } from '../instances/service.ts';
import { primaryOf, type Simulation } from '../simulation.ts';
import { volumeBytesIn } from './volume-growth.ts';

/**
 * Tables or databases of the primary are dropped, and their space goes back at once; a follower has it back when the drop
 * arrives there. Source: Aurora guide, storage scaling (billed space decreases by a comparable amount when tablespaces are
 * dropped); that it takes no time, and that the last groups go, is assumed.
 */
export function dropData(sim: Simulation, index: number, bytes: number): void {
  const primary = primaryOf(sim);
  if (writesOf(sim, primary) !== 'up') {
    sim.notes.push(refused('drop', 'the cluster takes no writes at this moment'));
    return;
  }
  const before = volumeBytesIn(sim, primary);
  const dropped = Math.min(bytes, before);
  const { drops, run } = sim.state;
  drops.bytes.set(index, dropped);
  drops.commits.set(index, sim.commits.acknowledged);
  drops.since.set(index, sim.now);
  const [had, has] = [protectionGroupsOf(before), protectionGroupsOf(before - dropped)];
  run.groups.set(0, has);
  sim.notes.push(volumeShrunk(before - dropped, had - has));
}
