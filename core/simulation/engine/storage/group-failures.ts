import { protectionGroupsOf } from '../../../design/volume.ts';
import { naturalLog } from '../../../durability/arithmetic.ts';
import type { QueuedEvent } from '../../event-queue.ts';
import { isReached, segmentsPerGroup, zoneSlotOfSegment } from '../../quorum.ts';
import { nextFraction, nextInteger } from '../../random.ts';
import { at, type Row } from '../../run.ts';
import { isOutOfReach, zoneAtSlot } from '../regions/zones.ts';
import { clusterAt, draw, eventCode, type Simulation, schedule, streamOfGroup } from '../simulation.ts';
import { none } from '../state.ts';
import {
  allSegments,
  beginMasks,
  bitCount,
  clusterOfFailing,
  destroyedOf,
  isCopying,
  isNamed,
  segmentsOf,
  setDestroyed,
} from './group-masks.ts';
import { completeBits, contentOf, quorumModelOf, segmentRow } from './quorums.ts';
import { failSegment } from './storage-events.ts';
import { volumeBytesIn } from './volume-growth.ts';

/**
 * Groups that fail by themselves. Each has a stream of failures of its own, seeded by its name, so that the same happens to
 * it whether the scenario names it or not: times between failures are exponentially distributed, and each segment is hit
 * as often as the others.
 */
export function beginFailures(sim: Simulation): void {
  beginMasks(sim);
  for (let group = 0; group < sim.state.destroyed.length; group++) scheduleHit(sim, group, streamOfGroup(sim, group));
}

function scheduleHit(sim: Simulation, group: number, words: Uint32Array): void {
  const mean = sim.run.figures.segmentMttf.min / segmentsPerGroup;
  const delay = Math.max(1, Math.round(-naturalLog(1 - nextFraction(words)) * mean));
  if (sim.now + delay <= sim.run.duration) schedule(sim, delay, eventCode.segmentHit, group, 0);
}

/** Something happens to a segment of a group. */
export function onSegmentHit(sim: Simulation, group: number): void {
  if (hitSegment(sim, group) !== none) sim.state.run.touchedGroup.set(0, group + 1);
}

/**
 * A segment of a group loses what it held. One that is destroyed already, or not there yet, loses nothing. Returns the
 * segment; none when nothing of a group without a row has changed.
 */
function hitSegment(sim: Simulation, group: number): number {
  const words = streamOfGroup(sim, group);
  const segment = nextInteger(words, 0, segmentsPerGroup - 1);
  scheduleHit(sim, group, words);
  const cluster = clusterOfFailing(sim.run, group);
  const { failing } = clusterAt(sim, cluster);
  if (group - failing.first >= protectionGroupsOf(volumeBytesIn(sim, cluster))) return none;
  if (isNamed(sim, group)) {
    hitNamed(sim, cluster, group - failing.first, segment);
    return none;
  }
  setDestroyed(sim, cluster, group, destroyedOf(sim, group) | (1 << segment));
  return segment;
}

function hitNamed(sim: Simulation, cluster: Row, number: number, segment: number): void {
  const row = clusterAt(sim, cluster).groups.find((candidate) => {
    const group = at(sim.run.groups, candidate);
    return !group.shared && group.number === number;
  });
  if (row !== undefined && contentOf(sim.state, segmentRow(row, segment)) !== 'destroyed') {
    failSegment(sim, row, segment);
  }
}

/** A new copy of a segment of a group is there. */
export function onSegmentRepaired(sim: Simulation, group: number, token: number): void {
  repairSegment(sim, group, token);
  sim.state.run.touchedGroup.set(0, group + 1);
}

/** A segment is complete again, unless its copy was broken off. */
function repairSegment(sim: Simulation, group: number, token: number): void {
  const segment = token % segmentsPerGroup;
  const cell = group * segmentsPerGroup + segment;
  if (sim.state.copies[cell] !== Math.floor(token / segmentsPerGroup)) return;
  sim.state.copies[cell] = (sim.state.copies[cell] as number) + 1;
  setDestroyed(sim, clusterOfFailing(sim.run, group), group, destroyedOf(sim, group) & ~(1 << segment));
}

/**
 * Begins the copies of these groups that can begin, and breaks off those whose source is gone: of all groups when an AZ or
 * the quorum has changed, otherwise of the one that the event concerned.
 */
export function copyFailingGroups(sim: Simulation, cluster: Row): void {
  const { first, count } = clusterAt(sim, cluster).failing;
  if (count === 0) return;
  const { clusters, run } = sim.state;
  const touched = run.touchedGroup.get(0) - 1;
  const isOwn = touched >= first && touched < first + count;
  if (isOwn) run.touchedGroup.set(0, 0);
  const standing = standingOf(sim, cluster);
  if (standing === clusters.standing.get(cluster)) {
    if (isOwn) copyGroup(sim, cluster, touched);
    return;
  }
  clusters.standing.set(cluster, standing);
  for (let group = first; group < first + count; group++) copyGroup(sim, cluster, group);
}

/**
 * What all groups of a volume share: which segments are complete, and which of its AZs are in reach. Whether one of these
 * counts makes no difference to a copy: an AZ is left out, and taken back, only while every group has a read quorum.
 */
function standingOf(sim: Simulation, cluster: Row): number {
  const { groups, zones } = clusterAt(sim, cluster);
  let standing = completeBits(sim, groups[0] ?? 0, none);
  for (let slot = 0; slot < volumeZones; slot++) {
    if (!isOutOfReach(sim, at(zones, slot))) standing += 1 << (segmentsPerGroup + slot);
  }
  return standing;
}

const volumeZones = 3;

/** All segments are complete, and all AZs in reach. */
const calm = 511;

function copyGroup(sim: Simulation, cluster: Row, group: number): void {
  const mask = destroyedOf(sim, group);
  if (mask === 0 || mask > allSegments) return;
  const shared = clusterAt(sim, cluster).groups[0] ?? 0;
  const copies = bitCount(completeBits(sim, shared) & ~mask);
  const hasSource = isReached(quorumModelOf(sim, cluster).read, copies);
  for (const segment of segmentsOf(mask)) {
    const possible = hasSource && !isOutOfReach(sim, zoneAtSlot(sim, cluster, zoneSlotOfSegment(segment)));
    if (possible !== isCopying(sim, group, segment)) turnCopy(sim, group, segment);
  }
}

/** Begins a copy, or breaks it off. */
function turnCopy(sim: Simulation, group: number, segment: number): void {
  const cell = group * segmentsPerGroup + segment;
  sim.state.copies[cell] = (sim.state.copies[cell] as number) + 1;
  if (!isCopying(sim, group, segment)) return;
  const takes = draw(sim, streamOfGroup(sim, group), 'segmentRepair');
  const token = (sim.state.copies[cell] as number) * segmentsPerGroup + segment;
  schedule(sim, takes, eventCode.segmentRepaired, group, token);
}

/**
 * Plays an event of a group that fails by itself if nobody waits for what comes of it: its AZs are lit and no copy is
 * behind, and the group has at least five copies before and after. Then there is nothing to settle. Returns whether it
 * has been played.
 */
export function playQuietly(sim: Simulation, { code, subject, token }: QueuedEvent): boolean {
  if (code !== eventCode.segmentHit && code !== eventCode.segmentRepaired) return false;
  const cluster = clusterOfFailing(sim.run, subject);
  const mask = destroyedOf(sim, subject);
  const isQuiet = code === eventCode.segmentHit ? mask === 0 : bitCount(mask) === 1;
  if (!isQuiet || sim.state.clusters.standing.get(cluster) !== calm) return false;
  if (code === eventCode.segmentRepaired) {
    repairSegment(sim, subject, token);
    return true;
  }
  const segment = hitSegment(sim, subject);
  if (segment !== none) turnCopy(sim, subject, segment);
  return true;
}
