import { choosePromotion } from '../../../design/promotion.ts';
import { failureEnds, readerRestarts } from '../../explanations/reader.ts';
import { failoverCalled, refused } from '../../explanations/request.ts';
import { writerRestarts } from '../../explanations/writer.ts';
import type { Row } from '../../run.ts';
import {
  clusterAt,
  eventCode,
  instanceAt,
  instanceStateOf,
  phaseOf,
  primaryOf,
  rowOrNone,
  type Simulation,
  schedule,
} from '../simulation.ts';
import { beginRestart, runningReaders } from './instances.ts';
import { loseInstance, reviveInstance } from './losses.ts';
import { stopWriting, tellOfStop } from './multi-master.ts';
import { loseWriter } from './outage.ts';
import { beginPromotion } from './recovery.ts';

/** The instance an event means: the one it names, or the writer of the primary, dead or alive. */
function meant(sim: Simulation, instance: Row | undefined): Row | undefined {
  return instance ?? rowOrNone(sim.state.clusters.writer.get(primaryOf(sim)));
}

const nobodyWrites = 'there is no writer at this moment';

/** Why nothing can happen to an instance: it is gone already, or does not exist. */
function awayInWords(sim: Simulation, instance: Row): string | undefined {
  const state = instanceStateOf(sim, instance);
  const { id } = instanceAt(sim, instance);
  if (state === 'absent') return `${id} does not exist at this moment`;
  return state === 'failed' || state === 'unreachable' ? `${id} is ${state} already` : undefined;
}

/** An instance crashes. */
export function crash(sim: Simulation, named: Row | undefined): void {
  const instance = meant(sim, named);
  if (instance === undefined) {
    sim.notes.push(refused('crash', nobodyWrites));
    return;
  }
  const away = awayInWords(sim, instance);
  if (away === undefined) loseInstance(sim, instance, 'crash');
  else sim.notes.push(refused('crash', away));
}

/** An instance is gone until the scenario brings it back. */
export function failInstance(sim: Simulation, named: Row | undefined, length: number | undefined): void {
  const instance = meant(sim, named);
  if (instance === undefined) {
    sim.notes.push(refused('failure', nobodyWrites));
    return;
  }
  const away = awayInWords(sim, instance);
  if (instanceStateOf(sim, instance) === 'absent') {
    sim.notes.push(refused('failure', away ?? ''));
    return;
  }
  const { failures } = sim.state.instances;
  failures.set(instance, failures.get(instance) + 1);
  if (length !== undefined) schedule(sim, length, eventCode.instanceFailureEnds, instance, 0);
  if (away === undefined) loseInstance(sim, instance, 'failure');
  else sim.notes.push(refused('failure', away));
}

export function onInstanceFailureEnds(sim: Simulation, instance: Row): void {
  const { failures } = sim.state.instances;
  failures.set(instance, Math.max(0, failures.get(instance) - 1));
  if (failures.get(instance) > 0 || instanceStateOf(sim, instance) !== 'failed') return;
  sim.notes.push(failureEnds(instanceAt(sim, instance).id));
  reviveInstance(sim, instance);
}

/** An instance restarts in place. Nobody is promoted for it. */
export function restart(sim: Simulation, named: Row | undefined): void {
  const instance = meant(sim, named);
  if (instance === undefined) {
    sim.notes.push(refused('restart', nobodyWrites));
    return;
  }
  const { cluster, id } = instanceAt(sim, instance);
  if (instanceStateOf(sim, instance) !== 'running') {
    sim.notes.push(refused('restart', `${id} does not run`));
    return;
  }
  if (clusterAt(sim, cluster).isMultiMaster) {
    const takes = beginRestart(sim, instance);
    stopWriting(sim, instance, 'the restart');
    tellOfStop(sim, instance, `${id} restarts in place`, takes);
    return;
  }
  const isWriter = sim.state.clusters.writer.get(cluster) === instance;
  if (isWriter && phaseOf(sim, cluster) === 'fenced') {
    sim.notes.push(refused('restart', 'writes move to another Region'));
    return;
  }
  if (isWriter) loseWriter(sim, cluster, 'the restart');
  const takes = beginRestart(sim, instance);
  sim.notes.push(isWriter ? writerRestarts(id, takes) : readerRestarts(id));
}

/** FailoverDBCluster: a reader takes over by hand; Aurora chooses it when none is named. */
export function failoverCluster(sim: Simulation, named: Row | undefined): void {
  const cluster = primaryOf(sim);
  const target =
    named ?? choosePromotion(runningReaders(sim, cluster).map((row) => instanceAt(sim, row)))?.promoted.row;
  const refusal = refusalOfFailover(sim, cluster, target);
  if (target === undefined || refusal !== undefined) {
    sim.notes.push(refused('failover', refusal ?? 'no reader runs'));
    return;
  }
  const writer = rowOrNone(sim.state.clusters.writer.get(cluster));
  const closes = writer !== undefined && instanceStateOf(sim, writer) === 'running';
  loseWriter(sim, cluster, 'the failover was called');
  if (closes) beginRestart(sim, writer);
  const { id } = instanceAt(sim, target);
  sim.notes.push(failoverCalled(id, closes ? instanceAt(sim, writer).id : undefined));
  beginPromotion(sim, cluster, target);
}

function refusalOfFailover(sim: Simulation, cluster: Row, target: Row | undefined): string | undefined {
  if (clusterAt(sim, cluster).isMultiMaster) return 'every instance writes, and nobody is promoted';
  const phase = phaseOf(sim, cluster);
  if (phase === 'promoting' || phase === 'recovering') return 'a promotion is under way';
  if (phase === 'fenced') return 'writes move to another Region';
  if (target === undefined) return 'no reader runs';
  const { id, cluster: own } = instanceAt(sim, target);
  if (own !== cluster) return `${id} is not in the primary cluster`;
  if (sim.state.clusters.writer.get(cluster) === target) return `${id} is the writer already`;
  return instanceStateOf(sim, target) === 'running' ? undefined : `${id} does not run`;
}
