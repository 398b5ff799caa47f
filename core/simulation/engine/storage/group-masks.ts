import { segmentsPerGroup } from '../../quorum.ts';
import { at, type Row, type Run, type RunGroup } from '../../run.ts';
import { clusterAt, type Simulation } from '../simulation.ts';

/** All six segments of a group, as a mask: bit 0 is segment A. */
export const allSegments = 0b11_1111;

/** In a byte of a group: it is named, and what happens to its segments stands in its own row. */
const named = 0b100_0000;

const masks = allSegments + 1;

const bitCounts = Uint8Array.from({ length: masks }, (_, mask) => {
  let bits = 0;
  for (let left = mask; left > 0; left &= left - 1) bits++;
  return bits;
});

/** How many segments a mask has. */
export function bitCount(mask: number): number {
  return bitCounts[mask] as number;
}

/** The cluster to whose volume a group belongs that fails by itself. */
export function clusterOfFailing({ clusters }: Run, group: number): Row {
  return clusters.findIndex(({ failing }) => group < failing.first + failing.count);
}

/** Which of the groups that fail by themselves a named group is; undefined while none does. */
export function failingOf(run: Run, { cluster, number }: RunGroup): number | undefined {
  const { first, count } = at(run.clusters, cluster).failing;
  return number < count ? first + number : undefined;
}

/** At the start every group has all its segments. */
export function beginMasks(sim: Simulation): void {
  for (const [cluster, { failing, groups }] of sim.run.clusters.entries()) {
    if (failing.count === 0) continue;
    const ownRows = groups.map((row) => at(sim.run.groups, row)).filter(({ shared }) => !shared);
    for (const { number } of ownRows) sim.state.destroyed[failing.first + number] = named;
    sim.state.masks.groups.set(cluster * masks, failing.count - ownRows.length);
  }
}

/** Whether what happens to a group that fails by itself stands in a row of its own. */
export function isNamed({ state }: Simulation, group: number): boolean {
  return ((state.destroyed[group] as number) & named) !== 0;
}

/** The destroyed segments of a group that fails by itself and is not named. */
export function destroyedOf({ state }: Simulation, group: number): number {
  return state.destroyed[group] as number;
}

/** Whether a destroyed segment of such a group is being copied. */
export function isCopying({ state }: Simulation, group: number, segment: number): boolean {
  return ((state.copies[group * segmentsPerGroup + segment] as number) & 1) === 1;
}

/** Puts down which segments of such a group are destroyed. */
export function setDestroyed(sim: Simulation, cluster: Row, group: number, mask: number): void {
  const { destroyed, masks: table } = sim.state;
  const before = cluster * masks + destroyedOf(sim, group);
  const after = cluster * masks + mask;
  table.groups.set(before, table.groups.get(before) - 1);
  table.groups.set(after, table.groups.get(after) + 1);
  destroyed[group] = mask;
}

/** Whether something holds for every mask that groups of a cluster have which lack a segment. */
export function everyMask(sim: Simulation, cluster: Row, holds: (destroyed: number) => boolean): boolean {
  if (clusterAt(sim, cluster).failing.count === 0) return true;
  for (let mask = 1; mask < masks; mask++) {
    if (groupsWith(sim, cluster, mask) > 0 && !holds(mask)) return false;
  }
  return true;
}

/** How many groups of a cluster that are not named lack just these segments. */
export function groupsWith({ state }: Simulation, cluster: Row, mask: number): number {
  return state.masks.groups.get(cluster * masks + mask);
}

/** The first group of a cluster whose destroyed segments are such; undefined when there is none. */
export function findFailing(sim: Simulation, cluster: Row, is: (destroyed: number) => boolean): number | undefined {
  const { first, count } = clusterAt(sim, cluster).failing;
  for (let group = first; group < first + count; group++) {
    const mask = destroyedOf(sim, group);
    if (mask > 0 && mask < masks && is(mask)) return group;
  }
  return undefined;
}

/** Bits of a mask, as segments. */
export function segmentsOf(mask: number): readonly number[] {
  return Array.from({ length: segmentsPerGroup }, (_, segment) => segment).filter((segment) => (mask >> segment) & 1);
}
