import { groupAtLevel, groupsRecovered } from '../../explanations/group-level.ts';
import { isReached } from '../../quorum.ts';
import { at, type Row } from '../../run.ts';
import { writesOf } from '../instances/service.ts';
import { clusterAt, primaryOf, type Simulation } from '../simulation.ts';
import { writeStates } from '../state.ts';
import { bitCount, everyMask, groupsWith } from './group-masks.ts';
import { completeBits, completeCopies, quorumModelOf, sharedGroupOf, worstFailingOf } from './quorums.ts';
import { groupId } from './volume.ts';

/**
 * Says when the level changes of the worst group of the primary that fails by itself. One segment more or less changes
 * nothing for anybody; what counts is whether a group can spare one, takes writes, can be repaired, can be read. When
 * commits begin to wait or go on, that is said instead.
 */
export function watchGroups(sim: Simulation): void {
  const primary = primaryOf(sim);
  const { groupLevel, writes } = sim.state.run;
  if (clusterAt(sim, primary).failing.count === 0) return;
  const before = groupLevel.get(0);
  const worst = worstFailingOf(sim, primary);
  const copies = worst === undefined ? undefined : completeCopies(sim, worst);
  const level = copies === undefined ? canSpare : levelOf(sim, primary, copies);
  if (level === before) return;
  groupLevel.set(0, level);
  if (writesOf(sim, primary) !== at(writeStates, writes.get(0))) return;
  if (worst === undefined || copies === undefined || level === canSpare) {
    sim.notes.push(groupsRecovered());
    return;
  }
  const alike = groupsWithCopies(sim, primary, copies) - 1;
  const words = { id: groupId(sim, worst), copies, alike, model: quorumModelOf(sim, primary) };
  sim.notes.push(groupAtLevel(words, level > before));
}

const canSpare = 0;

/** The more, the worse: a copy to spare, just enough for writes, for repairs, for reads, none. */
function levelOf(sim: Simulation, cluster: Row, copies: number): number {
  const { write, read } = quorumModelOf(sim, cluster);
  if (copies > write.needs) return canSpare;
  if (isReached(write, copies)) return 1;
  if (isReached(read, copies)) return 2;
  return copies > 0 ? 3 : 4;
}

function groupsWithCopies(sim: Simulation, cluster: Row, copies: number): number {
  const shared = completeBits(sim, sharedGroupOf(sim, cluster));
  let groups = 0;
  everyMask(sim, cluster, (destroyed) => {
    if (bitCount(shared & ~destroyed) === copies) groups += groupsWith(sim, cluster, destroyed);
    return true;
  });
  return groups;
}
