import type { AssumptionName } from '../../assumptions.ts';
import { cloneBegun, copyLoaded, copyRemoved, restoreBegun, snapshotTaken } from '../../explanations/copies.ts';
import type { Note } from '../../explanations/note.ts';
import { refused } from '../../explanations/request.ts';
import { inShort } from '../../explanations/span.ts';
import { nextInteger, seedStream, wordsPerStream } from '../../random.ts';
import type { CopyEvent, Row } from '../../run.ts';
import { clusterAt, eventCode, primaryOf, type Simulation, schedule } from '../simulation.ts';
import { copyStates, none } from '../state.ts';
import { refusalOfCopy } from './copy-refusals.ts';
import { copyNamed } from './copy-rows.ts';
import { clonesThatShare, meterCopies, mostSharing, writesTakenBy } from './stored-pages.ts';
import { volumeBytesIn } from './volume-growth.ts';

const gibibyte = 1_073_741_824;

/**
 * Copies the volume of the primary as it is, or was, at an instant. The source takes reads and writes meanwhile as before.
 * Source: Aurora guide, backups, point-in-time restore, cloning.
 */
export function makeCopy(sim: Simulation, copy: Row, event: CopyEvent): void {
  const cluster = primaryOf(sim);
  const what = event.kind === 'snapshot' || event.kind === 'clone' ? event.kind : 'restore';
  const refusal = refusalOfCopy(sim, cluster, event, drawForCopy(sim, event, 'latestRestorable'));
  if (refusal !== undefined) {
    sim.notes.push(refused(what, refusal));
    return;
  }
  const { branches } = sim.state;
  const sharesPages = event.kind === 'clone' && clonesThatShare(sim, cluster).length < mostSharing;
  const content = contentOf(sim, cluster, event);
  const takes = timeOf(sim, event, content.bytes, sharesPages);
  meterCopies(sim);
  sim.state.run.copiesMade.set(0, sim.state.run.copiesMade.get(0) + 1);
  branches.state.set(copy, copyStates.indexOf('creating'));
  branches.cluster.set(copy, cluster);
  branches.since.set(copy, sim.now);
  branches.availableAt.set(copy, sim.now + takes);
  branches.bytes.set(copy, content.bytes);
  branches.commits.set(copy, content.commits);
  branches.missing.set(copy, sim.commits.acknowledged - content.commits);
  branches.sharesPages.set(copy, sharesPages ? 1 : 0);
  branches.sourceWrites.set(copy, sim.state.run.writesServed.get(0));
  branches.deletedAt.set(copy, none);
  branches.meteredAt.set(copy, sim.now);
  branches.instanceAt.set(copy, none);
  schedule(sim, takes, eventCode.copyDue, 0, 0);
  if (event.class !== undefined) {
    const answers = takes + drawForCopy(sim, event, 'creation');
    branches.instanceAt.set(copy, sim.now + answers);
    schedule(sim, answers, eventCode.copyDue, 0, 0);
  }
  sim.notes.push(noteOfCopy(sim, cluster, copy, event, takes));
}

function noteOfCopy(sim: Simulation, cluster: Row, copy: Row, event: CopyEvent, takes: number): Note {
  const { branches } = sim.state;
  const { name } = event;
  const bytes = branches.bytes.get(copy);
  const missing = branches.missing.get(copy);
  const { name: source } = clusterAt(sim, cluster);
  switch (event.kind) {
    case 'snapshot':
      return snapshotTaken(name, bytes, takes);
    case 'clone':
      return cloneBegun(name, branches.sharesPages.get(copy) === 1 ? undefined : mostSharing, bytes, takes);
    case 'restore-to-time':
      return restoreBegun(name, source, { toTime: event.toTime }, missing, takes);
    case 'restore-snapshot': {
      const isOfRun = copyNamed(sim, event.snapshot) !== undefined;
      return restoreBegun(name, source, { snapshot: event.snapshot, isOfRun }, missing, takes);
    }
  }
}

/** What a copy holds. Of a snapshot from before the run nobody knows when it was taken: it counts as taken when it begins. */
function contentOf(
  sim: Simulation,
  cluster: Row,
  event: CopyEvent,
): { readonly bytes: number; readonly commits: number } {
  const now = { bytes: volumeBytesIn(sim, cluster), commits: sim.commits.acknowledged };
  const { bytes, growthPerDay } = clusterAt(sim, cluster).volume;
  if (event.kind === 'restore-to-time') {
    const commits = sim.commits.at(event.toTime);
    return { bytes: Math.min(now.bytes, bytes + Math.floor((growthPerDay * commits) / 86_400_000)), commits };
  }
  if (event.kind !== 'restore-snapshot') return now;
  const taken = copyNamed(sim, event.snapshot);
  if (taken === undefined) return { bytes, commits: 0 };
  return { bytes: sim.state.branches.bytes.get(taken), commits: sim.state.branches.commits.get(taken) };
}

/** How long it takes until a copy can be used: only what is copied in full takes longer the more there is. */
function timeOf(sim: Simulation, event: CopyEvent, bytes: number, sharesPages: boolean): number {
  if (event.kind === 'snapshot') return drawForCopy(sim, event, 'snapshot');
  if (sharesPages) return drawForCopy(sim, event, 'clone');
  const perGib = drawForCopy(sim, event, 'restorePerGib');
  return drawForCopy(sim, event, 'restore') + Math.ceil((bytes / gibibyte) * perGib);
}

/** Draws a figure from a stream of the copy's own, so that what happens to the source stays as it would be without it. */
function drawForCopy({ run }: Simulation, { name }: CopyEvent, figure: AssumptionName): number {
  const { min, max } = run.figures[figure];
  const words = new Uint32Array(wordsPerStream);
  seedStream(words, run.seed, `copy ${name} ${figure}`);
  return min === max ? min : nextInteger(words, min, max);
}

/** The writes of a clone, or of a restored cluster, from now on. */
export function loadCopy(sim: Simulation, name: string, writesPerSecond: number): void {
  const copy = copyNamed(sim, name);
  if (copy === undefined || sim.state.branches.answers.get(copy) === 0) {
    sim.notes.push(refused('load', `${name} ${whyNobodyWrites(sim, copy)}`));
    return;
  }
  const { branches } = sim.state;
  meterCopies(sim);
  branches.writesTaken.set(copy, writesTakenBy(sim, copy));
  branches.writesSince.set(copy, sim.now);
  branches.writesPerSecond.set(copy, writesPerSecond);
  sim.notes.push(copyLoaded(name, writesPerSecond, branches.sharesPages.get(copy) === 1));
}

function whyNobodyWrites(sim: Simulation, copy: Row | undefined): string {
  if (copy === undefined) return 'does not exist at this moment';
  const answersAt = sim.state.branches.instanceAt.get(copy);
  if (answersAt === none) return 'has no instance; give it a class';
  const left = answersAt - sim.now;
  return left > 0 ? `has no instance yet; it answers in ${inShort(left)}` : 'has no instance yet';
}

/** A snapshot, a clone or a restored cluster is deleted. What only it saw is given back. */
export function removeCopy(sim: Simulation, name: string): void {
  const copy = copyNamed(sim, name);
  if (copy === undefined) {
    sim.notes.push(refused('removal', `${name} does not exist at this moment`));
    return;
  }
  const { branches } = sim.state;
  meterCopies(sim);
  branches.state.set(copy, copyStates.indexOf('deleted'));
  branches.deletedAt.set(copy, sim.now);
  sim.notes.push(copyRemoved(name, branches.sharesPages.get(copy) === 1));
}
