import { copyAnswers, copyAvailable } from '../../explanations/copies.ts';
import { at, type Row } from '../../run.ts';
import { isRegionDark } from '../regions/zones.ts';
import { clusterAt, eventCode, type Simulation, schedule } from '../simulation.ts';
import { copyStates, none } from '../state.ts';
import { copiesOf, copyAt, copyStateOf } from './copy-rows.ts';
import { meterCopies } from './stored-pages.ts';

/** Pages that a copy shares are looked at this often in a run at least. */
const looksPerRun = 200;

/** Lets copies become available and their instances answer, unless their Region is dark, and meters what they store. */
export function watchCopies(sim: Simulation): void {
  const { run } = sim.state;
  if (run.copiesMade.get(0) === 0) return;
  meterCopies(sim);
  const there = copiesOf(sim);
  for (const copy of there) {
    if (isRegionDark(sim, sim.state.branches.cluster.get(copy))) continue;
    finishCopy(sim, copy);
    finishInstance(sim, copy);
  }
  meterCopies(sim);
  if (there.length === 0 || run.copyDue.get(0) > sim.now) return;
  const look = Math.max(1, Math.floor(sim.run.duration / looksPerRun));
  run.copyDue.set(0, sim.now + look);
  schedule(sim, look, eventCode.copyDue, 0, 0);
}

/** A copy has come to a point at which something may change; that is seen after every event. */
export function onCopyDue(): void {}

function finishCopy(sim: Simulation, copy: Row): void {
  const { branches } = sim.state;
  if (copyStateOf(sim, copy) !== 'creating' || branches.availableAt.get(copy) > sim.now) return;
  branches.state.set(copy, copyStates.indexOf('available'));
  const late = sim.now - branches.availableAt.get(copy);
  branches.availableAt.set(copy, sim.now);
  const answersAt = branches.instanceAt.get(copy);
  if (answersAt !== none && late > 0) {
    branches.instanceAt.set(copy, answersAt + late);
    schedule(sim, answersAt + late - sim.now, eventCode.copyDue, 0, 0);
  }
  const { name, kind } = copyAt(sim, copy);
  const takes = sim.now - branches.since.get(copy);
  const behind = sim.commits.acknowledged - branches.commits.get(copy);
  const { name: source } = clusterAt(sim, branches.cluster.get(copy));
  const instanceIn = answersAt === none ? undefined : branches.instanceAt.get(copy) - sim.now;
  sim.notes.push(copyAvailable(name, kind === 'snapshot', takes, { source, behind }, instanceIn));
}

function finishInstance(sim: Simulation, copy: Row): void {
  const { branches } = sim.state;
  const due = branches.instanceAt.get(copy);
  if (due === none || due > sim.now || copyStateOf(sim, copy) !== 'available' || branches.answers.get(copy) === 1)
    return;
  branches.answers.set(copy, 1);
  branches.instanceAt.set(copy, sim.now);
  const { name, class: index } = copyAt(sim, copy);
  const { name: source } = clusterAt(sim, branches.cluster.get(copy));
  const className = at(sim.run.classes, index ?? 0);
  sim.notes.push(copyAnswers(name, className, source, sim.now - branches.since.get(copy)));
}
