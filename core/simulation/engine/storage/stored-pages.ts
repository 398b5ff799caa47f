import { exponential } from '../../../durability/arithmetic.ts';
import { clone_cow_max } from '../../../facts/generated/limits.ts';
import { type ClonedPages, dividePages } from '../../copy-on-write.ts';
import type { Row } from '../../run.ts';
import { clusterAt, type Simulation } from '../simulation.ts';
import { none } from '../state.ts';
import { copiesOf, copyAt, copyStateOf } from './copy-rows.ts';

/** Clones of a volume that share its pages at most. Source: Aurora guide, cloning. */
export const mostSharing = clone_cow_max.value;

/** Where the bytes that a copy holds are, and which of them are billed: as its own storage, or to its source. */
export interface StoredBytes {
  readonly own: number;
  readonly kept: number;
  readonly shared: number;
  readonly billed: number;
  readonly billedToSource: number;
}

/** The clones of a cluster that share its pages, in the order in which they were made. */
export function clonesThatShare(sim: Simulation, cluster: Row): readonly Row[] {
  const { sharesPages, since } = sim.state.branches;
  return copiesOf(sim, cluster)
    .filter((copy) => sharesPages.get(copy) === 1)
    .toSorted((one, other) => since.get(one) - since.get(other));
}

/** Writes that a copy has taken, in thousandths. */
export function writesTakenBy({ state: { branches }, now }: Simulation, copy: Row): number {
  return branches.writesTaken.get(copy) + branches.writesPerSecond.get(copy) * (now - branches.writesSince.get(copy));
}

/** The bytes of every copy of a cluster that is being made or is there. */
export function storedBytesOf(sim: Simulation, cluster: Row): ReadonlyMap<Row, StoredBytes> {
  const stored = new Map(copiesOf(sim, cluster).map((copy) => [copy, storedInFull(sim, copy)]));
  const clones = clonesThatShare(sim, cluster);
  const { pageBytes } = clusterAt(sim, cluster);
  const isDeleted = sim.state.run.deletedAt.get(0) !== none;
  const toClone = isDeleted ? 1 : sim.run.figures.keptPagesToClone.min / 100;
  const divided = dividePages(clones.map((copy, index) => clonedPages(sim, copy, clones[index + 1], pageBytes)));
  for (const [index, { own, kept, keptPart }] of divided.entries()) {
    const copy = clones[index] as Row;
    const bytes = sim.state.branches.bytes.get(copy);
    const ownBytes = Math.min(bytes, Math.floor(own * pageBytes));
    const keptBytes = Math.min(bytes - ownBytes, Math.floor(kept * pageBytes));
    const part = Math.min(keptBytes, Math.floor(keptPart * pageBytes));
    const billed = ownBytes + Math.floor(part * toClone);
    const shared = bytes - ownBytes - keptBytes;
    stored.set(copy, { own: ownBytes, kept: keptBytes, shared, billed, billedToSource: ownBytes + part - billed });
  }
  return stored;
}

/** A restored cluster has all its pages for itself once it is there; a snapshot is no storage of a cluster. */
function storedInFull(sim: Simulation, copy: Row): StoredBytes {
  const bytes = sim.state.branches.bytes.get(copy);
  const isBilled = copyAt(sim, copy).kind !== 'snapshot' && copyStateOf(sim, copy) === 'available';
  return { own: bytes, kept: 0, shared: 0, billed: isBilled ? bytes : 0, billedToSource: 0 };
}

/** Each write changes pages that are as likely as any other: of those untouched, the same share again and again. */
function clonedPages(sim: Simulation, copy: Row, next: Row | undefined, pageBytes: number): ClonedPages {
  const { branches, run } = sim.state;
  const pages = branches.bytes.get(copy) / pageBytes;
  const until = next === undefined ? run.writesServed.get(0) : branches.sourceWrites.get(next);
  const isGone = next === undefined && run.deletedAt.get(0) !== none;
  const left = (thousandths: number) => untouchedShare(sim, thousandths, pages);
  return {
    pages,
    changed: pages * (1 - left(writesTakenBy(sim, copy))),
    untouched: isGone ? 0 : left(until - branches.sourceWrites.get(copy)),
  };
}

/** The share of pages that none of so many writes has changed. */
function untouchedShare({ run }: Simulation, thousandths: number, pages: number): number {
  const changes = (thousandths / 1000) * run.figures.pagesPerWrite.min;
  return pages === 0 ? 1 : exponential(-changes / pages);
}

/** Takes down what the storage of every copy came to since it was looked at last; it changes evenly in between. */
export function meterCopies(sim: Simulation): void {
  const { branches } = sim.state;
  for (const cluster of sim.run.clusters.keys()) {
    for (const [copy, { billed, billedToSource }] of storedBytesOf(sim, cluster)) {
      const elapsed = sim.now - branches.meteredAt.get(copy);
      add(branches.billed, copy, ((branches.billedBytes.get(copy) + billed) / 2) * elapsed);
      add(branches.billedToSource, copy, ((branches.sourceBytes.get(copy) + billedToSource) / 2) * elapsed);
      branches.billedBytes.set(copy, billed);
      branches.sourceBytes.set(copy, billedToSource);
      branches.meteredAt.set(copy, sim.now);
    }
  }
}

function add(column: Simulation['state']['branches']['billed'], row: Row, amount: number): void {
  column.set(row, column.get(row) + amount);
}
