import { segmentFailed, segmentRepaired, zoneCaughtUp } from '../../explanations/storage.ts';
import { segmentLetters, segmentsPerGroup } from '../../quorum.ts';
import { at, type Row } from '../../run.ts';
import type { Simulation } from '../simulation.ts';
import { contentOf, segmentRow, zoneOfSegment } from './quorums.ts';
import { canCopy, destroySegment, finishCopy, segmentsIn } from './segments.ts';
import { groupInWords } from './volume.ts';

/** A segment as the format names it, such as `pg-17/A`. */
export function nameOfSegment(sim: Simulation, row: Row): string {
  const group = at(sim.run.groups, Math.floor(row / segmentsPerGroup));
  return `${group.id}/${at(segmentLetters, row % segmentsPerGroup)}`;
}

/** A segment loses what it holds. */
export function failSegment(sim: Simulation, group: Row, segment: number): void {
  const row = segmentRow(group, segment);
  const { cluster } = at(sim.run.groups, group);
  destroySegment(sim, row);
  const repair = canCopy(sim, cluster, group, row) ? sim.run.figures.segmentRepair.max : undefined;
  sim.notes.push(segmentFailed(nameOfSegment(sim, row), groupInWords(sim, group), repair));
}

/** A segment is complete again. Of those that only had something to catch up with, the last of an AZ is worth a word. */
export function onCopied(sim: Simulation, row: Row, token: number): void {
  const was = finishCopy(sim, row, token);
  const zone = zoneOfSegment(sim, row);
  if (was === 'destroyed') {
    const words = groupInWords(sim, Math.floor(row / segmentsPerGroup));
    sim.notes.push(segmentRepaired(nameOfSegment(sim, row), words));
  }
  if (was === 'behind' && segmentsIn(sim, zone).every((other) => contentOf(sim.state, other) !== 'behind')) {
    sim.notes.push(zoneCaughtUp(at(sim.run.zones, zone).name));
  }
}
