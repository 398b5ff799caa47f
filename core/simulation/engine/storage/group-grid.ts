import { protectionGroupsOf } from '../../../design/volume.ts';
import { segmentsPerGroup } from '../../quorum.ts';
import { at, type Row } from '../../run.ts';
import { clusterAt, type Simulation } from '../simulation.ts';
import { destroyedOf, isNamed } from './group-masks.ts';
import { contentOf, segmentRow } from './quorums.ts';
import { volumeBytesIn } from './volume-growth.ts';

/**
 * The destroyed segments of every protection group that the volume of a cluster has now, a byte for each group from pg-0
 * on: bit 0 is segment A, bit 5 segment F. A segment that is being copied counts as destroyed until the copy is done. What
 * all groups share, such as a dark AZ, is not in it.
 */
export function destroyedSegments(sim: Simulation, cluster: Row): Uint8Array {
  const { failing, groups } = clusterAt(sim, cluster);
  const grid = new Uint8Array(protectionGroupsOf(volumeBytesIn(sim, cluster)));
  for (let number = 0; number < Math.min(grid.length, failing.count); number++) {
    if (!isNamed(sim, failing.first + number)) grid[number] = destroyedOf(sim, failing.first + number);
  }
  for (const row of groups) {
    const { shared, number } = at(sim.run.groups, row);
    if (!shared && number < grid.length) grid[number] = destroyedInRow(sim, row);
  }
  return grid;
}

function destroyedInRow(sim: Simulation, group: Row): number {
  let destroyed = 0;
  for (let segment = 0; segment < segmentsPerGroup; segment++) {
    if (contentOf(sim.state, segmentRow(group, segment)) === 'destroyed') destroyed |= 1 << segment;
  }
  return destroyed;
}
