import { protectionGroupsOf } from '../../../design/volume.ts';
import type { GroupWords } from '../../explanations/storage.ts';
import { segmentLetters } from '../../quorum.ts';
import { at, type Row } from '../../run.ts';
import type { GroupMoment, SegmentState, VolumeMoment } from '../../timeline.ts';
import { isCutOff, isDark } from '../regions/zones.ts';
import { clusterAt, type Simulation } from '../simulation.ts';
import { destroyedOf, isCopying } from './group-masks.ts';
import {
  clusterOfGroup,
  completeCopies,
  contentOf,
  failingWithoutRow,
  isGroupReadable,
  quorumModelOf,
  segmentRow,
  sharedGroupOf,
  worstGroupOf,
  zoneOfSegment,
} from './quorums.ts';
import { volumeBytesIn } from './volume-growth.ts';

function segmentStateOf(sim: Simulation, row: Row): SegmentState {
  const content = contentOf(sim.state, row);
  const copying = sim.state.segments.copying.get(row) === 1;
  if (content === 'destroyed') return copying ? 'copying' : 'failed';
  const zone = zoneOfSegment(sim, row);
  if (isDark(sim, zone)) return 'dark';
  if (isCutOff(sim, zone)) return 'cut-off';
  return content === 'complete' ? 'complete' : 'copying';
}

/** The state of a segment of a group; without a row it is that of the shared row, unless it is destroyed. */
function stateInGroup(sim: Simulation, group: number, segment: number): SegmentState {
  const failing = failingWithoutRow(sim, group);
  if (failing === undefined) return segmentStateOf(sim, segmentRow(group, segment));
  if ((destroyedOf(sim, failing) >> segment) & 1) return isCopying(sim, failing, segment) ? 'copying' : 'failed';
  return segmentStateOf(sim, segmentRow(sharedGroupOf(sim, clusterOfGroup(sim, group)), segment));
}

/** The name of a group. */
export function groupId(sim: Simulation, group: number): string {
  const failing = failingWithoutRow(sim, group);
  if (failing === undefined) return at(sim.run.groups, group).id;
  return `pg-${failing - clusterAt(sim, clusterOfGroup(sim, group)).failing.first}`;
}

function groupMoment(sim: Simulation, group: number): GroupMoment {
  const segments = segmentLetters.map((_, segment) => stateInGroup(sim, group, segment));
  return { id: groupId(sim, group), segments, complete: completeCopies(sim, group) };
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
export function groupInWords(sim: Simulation, group: number): GroupWords {
  const cluster = clusterOfGroup(sim, group);
  const { id, segments, complete } = groupMoment(sim, group);
  const every = clusterAt(sim, cluster).groups.every((other) => isAlike(groupMoment(sim, other).segments, segments));
  return { id, every, complete, readable: isGroupReadable(sim, group), segments, model: quorumModelOf(sim, cluster) };
}

/** The worst group of a cluster as a sentence speaks of it. */
export function worstGroupInWords(sim: Simulation, cluster: Row): GroupWords {
  return groupInWords(sim, worstGroupOf(sim, cluster));
}
