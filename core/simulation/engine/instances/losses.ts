import { readerCrashed, readerFailed } from '../../explanations/reader.ts';
import { writerCutOff, writerDark, writerFailed } from '../../explanations/writer.ts';
import { at, type Row } from '../../run.ts';
import { isOutOfReach, isRegionDark } from '../regions/zones.ts';
import { clusterAt, instanceAt, instanceStateOf, phaseOf, type Simulation, setInstanceState } from '../simulation.ts';
import { none } from '../state.ts';
import { beginRestart, runningReaders } from './instances.ts';
import { loseOneWriter } from './multi-master.ts';
import { beginDetection, beginNoticing, loseCandidate, loseWriter } from './outage.ts';

/** How an instance is lost: it crashes, it is gone for as long as the scenario says, or its AZ is dark or cut off. */
type Loss = 'crash' | 'failure' | 'dark' | 'cut-off';

/** An instance is lost. What follows depends on what it was: the writer, the reader being promoted, or another reader. */
export function loseInstance(sim: Simulation, instance: Row, loss: Loss): void {
  const { cluster } = instanceAt(sim, instance);
  const { clusters } = sim.state;
  const isWriter = clusters.writer.get(cluster) === instance;
  const candidate = clusters.candidate.get(cluster);
  const isAway = loss === 'dark' || loss === 'cut-off';
  sim.state.instances.cutOff.set(instance, loss === 'cut-off' && instanceStateOf(sim, instance) === 'running' ? 1 : 0);
  setInstanceState(sim, instance, isAway ? 'unreachable' : 'failed');
  if (clusterAt(sim, cluster).isMultiMaster) {
    loseOneWriter(sim, instance, loss);
  } else if (isWriter) {
    const isReplaced = phaseOf(sim, cluster) === 'fenced' || (candidate !== none && candidate !== instance);
    if (isReplaced) loseReader(sim, instance, loss);
    else loseActiveWriter(sim, instance, loss);
  } else if (candidate === instance) {
    loseCandidate(sim, instance);
  } else {
    loseReader(sim, instance, loss);
  }
}

function loseActiveWriter(sim: Simulation, instance: Row, loss: Loss): void {
  const { cluster, id, zone } = instanceAt(sim, instance);
  const { name } = at(sim.run.zones, zone);
  if (loss === 'dark') {
    loseWriter(sim, cluster, `${name} went dark`);
    if (!isRegionDark(sim, cluster)) sim.notes.push(writerDark(id, name, beginDetection(sim, instance)));
    return;
  }
  if (loss === 'cut-off') {
    loseWriter(sim, cluster, `${name} was cut off`);
    sim.notes.push(writerCutOff(id, name, beginDetection(sim, instance)));
    return;
  }
  loseWriter(sim, cluster, loss === 'crash' ? 'the crash' : `${id} failed`);
  const what = loss === 'crash' ? 'crashed' : 'is gone';
  sim.notes.push(writerFailed(id, what, beginDetection(sim, instance)));
}

function loseReader(sim: Simulation, instance: Row, loss: Loss): void {
  if (loss === 'dark' || loss === 'cut-off') return;
  const { cluster, id } = instanceAt(sim, instance);
  const left = runningReaders(sim, cluster).length;
  sim.notes.push(loss === 'crash' ? readerCrashed(id, left) : readerFailed(id, left));
  if (loss === 'crash') beginNoticing(sim, instance);
}

/** An instance that was out of reach or kept away starts again, unless something still keeps it. */
export function reviveInstance(sim: Simulation, instance: Row): void {
  const kept = sim.state.instances.failures.get(instance) > 0;
  if (kept) setInstanceState(sim, instance, 'failed');
  else if (!isOutOfReach(sim, instanceAt(sim, instance).zone)) beginRestart(sim, instance);
  else if (instanceStateOf(sim, instance) !== 'unreachable') setInstanceState(sim, instance, 'unreachable');
}
