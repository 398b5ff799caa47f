import { protectionGroupBytes, protectionGroupsOf } from '../../../design/volume.ts';
import { volumeGrown } from '../../explanations/volume-growth.ts';
import type { Row } from '../../run.ts';
import { commitsIn } from '../regions/replication.ts';
import { clusterAt, eventCode, primaryOf, type Simulation, schedule } from '../simulation.ts';
import { droppedBytesIn } from './dropped-bytes.ts';

const day = 86_400_000;

/** A volume that grows fast is looked at this often in a run at most. */
const looksPerRun = 200;

/** Bytes in the volume of a cluster: what it began with, and its growth for each day of commits that it was given, without what was dropped. */
export function volumeBytesIn(sim: Simulation, cluster: Row): number {
  const { bytes, growthPerDay } = clusterAt(sim, cluster).volume;
  const grown = Math.floor((growthPerDay * Math.max(0, commitsIn(sim, cluster))) / day);
  return bytes + grown - droppedBytesIn(sim, cluster);
}

/**
 * Says when the volume of the primary needs another protection group; `writesGoOn` says whether it grows at present.
 * Source: Verbitski 2017, 2.2 and 3.2.
 */
export function watchGrowth(sim: Simulation, writesGoOn: boolean): void {
  const { groups, growthDue } = sim.state.run;
  const primary = primaryOf(sim);
  const bytes = volumeBytesIn(sim, primary);
  const before = groups.get(0);
  const count = protectionGroupsOf(bytes);
  if (before > 0 && count > before) sim.notes.push(volumeGrown(bytes, before, count));
  groups.set(0, count);
  const { growthPerDay } = clusterAt(sim, primary).volume;
  if (growthPerDay <= 0 || !writesGoOn) return;
  const left = Math.ceil(((count * protectionGroupBytes - bytes + 1) * day) / growthPerDay);
  const due = sim.now + Math.max(1, left, Math.floor(sim.run.duration / looksPerRun));
  if (growthDue.get(0) > sim.now && growthDue.get(0) <= due) return;
  growthDue.set(0, due);
  schedule(sim, due - sim.now, eventCode.growthDue, 0, 0);
}

/** The volume has come to a point at which it may need another group; that is seen after every event. */
export function onGrowthDue(): void {}
