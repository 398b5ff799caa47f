import { protectionGroupsOf } from '../../design/volume.ts';
import type { GroupWords } from '../explanations/storage.ts';
import { segmentLetters } from '../quorum.ts';
import { at, type Row } from '../run.ts';
import type { GroupMoment, SegmentState, VolumeMoment } from '../timeline.ts';
import { completeCopies, contentOf, quorumModelOf, segmentRow, worstGroupOf, zoneOfSegment } from './quorums.ts';
import { clusterAt, type Simulation } from './simulation.ts';
import { volumeBytesIn } from './volume-growth.ts';
import { isCutOff, isDark } from './zones.ts';

function segmentStateOf(sim: Simulation, row: Row): SegmentState {
  const content = contentOf(sim.state, row);
  const copying = sim.state.segments.copying.get(row) === 1;
  if (content === 'destroyed') return copying ? 'copying' : 'failed';
  const zone = zoneOfSegment(sim, row);
  if (isDark(sim, zone)) return 'dark';
  if (isCutOff(sim, zone)) return 'cut-off';
  return content === 'complete' ? 'complete' : 'copying';
}

function groupMoment(sim: Simulation, group: Row): GroupMoment {
  const segments = segmentLetters.map((_, segment) => segmentStateOf(sim, segmentRow(group, segment)));
  return { id: at(sim.run.groups, group).id, segments, complete: completeCopies(sim, group) };
}

function isAlike(one: readonly SegmentState[], other: readonly SegmentState[]): boolean {
  return one.every((state, segment) => state === other[segment]);
}

/** The volume of a cluster as the picture shows it. */
export function volumeMoment(sim: Simulation, cluster: Row): VolumeMoment {
  const { write, read } = quorumModelOf(sim, cluster);
  const worst = worstGroupOf(sim, cluster);
  const [shared = 0, ...named] = clusterAt(sim, cluster).groups;
  const others = groupMoment(sim, shared).segments;
  const bytes = volumeBytesIn(sim, cluster);
  return {
    bytes,
    groups: protectionGroupsOf(bytes),
    writeQuorum: write,
    readQuorum: read,
    worst: groupMoment(sim, worst),
    named: named
      .filter((group) => group !== worst)
      .map((group) => groupMoment(sim, group))
      .filter(({ segments }) => !isAlike(segments, others)),
    others,
  };
}

/** A group as a sentence speaks of it. */
export function groupInWords(sim: Simulation, group: Row): GroupWords {
  const { cluster } = at(sim.run.groups, group);
  const { id, segments, complete } = groupMoment(sim, group);
  const every = clusterAt(sim, cluster).groups.every((other) => isAlike(groupMoment(sim, other).segments, segments));
  return { id, every, complete, segments, model: quorumModelOf(sim, cluster) };
}

/** The worst group of a cluster as a sentence speaks of it. */
export function worstGroupInWords(sim: Simulation, cluster: Row): GroupWords {
  return groupInWords(sim, worstGroupOf(sim, cluster));
}
