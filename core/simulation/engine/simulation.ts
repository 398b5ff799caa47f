import type { AssumptionName } from '../assumptions.ts';
import type { EventQueue } from '../event-queue.ts';
import type { Note } from '../explanations/note.ts';
import { nextInteger, wordsPerStream } from '../random.ts';
import { at, type Row, type Run, type RunCluster, type RunInstance } from '../run.ts';
import type { InstanceState, Instant, Timeline } from '../timeline.ts';
import type { RecoveryLog } from './instances/recovery-log.ts';
import type { CommitClock } from './load/commit-clock.ts';
import { instanceStates, none, type Phase, phases, type State } from './state.ts';
import type { ProtocolGroups } from './storage/protocol-groups.ts';

/** Codes of the events in the queue; the comment says what the subject is. */
export const eventCode = {
  /** Event of the scenario. */
  scenario: 0,
  /** Event of the scenario: its `for` is over. */
  failureEnds: 1,
  /** Instance that was gone for a while. */
  instanceFailureEnds: 2,
  /** Instance whose loss is noticed. */
  noticed: 3,
  /** Instance that has restarted or was recreated. */
  instanceBack: 4,
  /** Cluster whose candidate is ready. */
  promotionDue: 5,
  /** Cluster whose endpoint leads to the new writer. */
  repointed: 6,
  /** Segment. */
  copied: 7,
  /** Zone that has been dark for long. */
  darkForLong: 8,
  /** Cluster that becomes the primary. */
  regionMoveDue: 9,
  /** Policy of auto scaling whose alarm is to be looked at. */
  alarm: 10,
  /** Nothing: replication has come to a point at which something may change. */
  replicationDue: 11,
  /** Cluster whose Serverless v2 instances take a step up, or down. */
  capacityGrows: 12,
  capacityShrinks: 13,
  /** Cluster that has had no connection for long. */
  pauseDue: 14,
  /** Instance that was paused. */
  resumed: 15,
  /** Cluster fed by binlog that becomes a cluster of its own. */
  replicaPromoted: 16,
  /** Nothing: the volume may need another protection group. */
  growthDue: 17,
  /** Cluster that has the first copy of its volume. */
  regionCopied: 30,
  /** Segment whose wrong bytes scrubbing comes to. */
  scrubbed: 20,
  /** Group that fails by itself: something happens to one of its segments; a new copy of one is there. */
  segmentHit: 21,
  segmentRepaired: 22,
  /** Nothing: a copy may have become available, or shares fewer pages than before. */
  copyDue: 23,
} as const;

/** What every part of the model works on. */
export interface Simulation {
  readonly run: Run;
  readonly state: State;
  readonly queue: EventQueue;
  readonly commits: CommitClock;
  readonly recoveries: RecoveryLog;
  /** What there is to say about the event being handled. */
  readonly notes: Note[];
  readonly violations: Timeline['violations'][number][];
  /** The groups that the scenario names, record by record. */
  readonly protocol: ProtocolGroups | undefined;
  now: Instant;
}

export function schedule(sim: Simulation, delay: number, code: number, subject: number, token: number): void {
  sim.queue.push(sim.now + delay, code, subject, token);
}

/** Draws a figure of the model from the stream of a cluster. */
export function drawForCluster(sim: Simulation, cluster: Row, name: AssumptionName): number {
  return draw(sim, streamAt(sim, cluster), name);
}

/** Draws a figure of the model from the stream of an instance. */
export function drawForInstance(sim: Simulation, instance: Row, name: AssumptionName): number {
  const groups = sim.state.destroyed.length;
  return draw(sim, streamAt(sim, sim.run.clusters.length + groups + instance), name);
}

/** The random stream of a group that fails by itself. */
export function streamOfGroup(sim: Simulation, group: number): Uint32Array {
  return streamAt(sim, sim.run.clusters.length + group);
}

function streamAt({ state }: Simulation, stream: number): Uint32Array {
  return state.random.subarray(stream * wordsPerStream, (stream + 1) * wordsPerStream);
}

/** Draws a figure of the model from a random stream. */
export function draw({ run }: Simulation, words: Uint32Array, name: AssumptionName): number {
  const { min, max } = run.figures[name];
  return min === max ? min : nextInteger(words, min, max);
}

export function clusterAt(sim: Simulation, row: Row): RunCluster {
  return at(sim.run.clusters, row);
}

/** An instance as it is now: with the AZ, the class and the tier that the run has given it. */
export function instanceAt({ run, state }: Simulation, row: Row): RunInstance {
  const instance = at(run.instances, row);
  const { changed, zone, class: classes, promotionTier } = state.instances;
  if (changed.get(row) === 0) return instance;
  const name = rowOrNone(classes.get(row));
  return {
    ...instance,
    zone: zone.get(row),
    class: name === undefined ? undefined : at(run.classes, name),
    promotionTier: promotionTier.get(row),
  };
}

/** Gives an instance another AZ, class or promotion tier. */
export function changeInstance(
  sim: Simulation,
  row: Row,
  change: Partial<Pick<RunInstance, 'zone' | 'class' | 'promotionTier'>>,
): void {
  const { instances } = sim.state;
  const next = { ...instanceAt(sim, row), ...change };
  instances.changed.set(row, 1);
  instances.zone.set(row, next.zone);
  instances.class.set(row, next.class === undefined ? none : sim.run.classes.indexOf(next.class));
  instances.promotionTier.set(row, next.promotionTier);
}

/** Instances of a cluster that exist, those of the design first. */
export function presentInstances(sim: Simulation, cluster: Row): readonly Row[] {
  return clusterAt(sim, cluster).instances.filter((row) => instanceStateOf(sim, row) !== 'absent');
}

export function phaseOf({ state }: Simulation, cluster: Row): Phase {
  return at(phases, state.clusters.phase.get(cluster));
}

/** Moves a cluster on. What was scheduled for it before no longer counts: the token that counts now is returned. */
export function setPhase({ state }: Simulation, cluster: Row, phase: Phase): number {
  const token = state.clusters.token.get(cluster) + 1;
  state.clusters.phase.set(cluster, phases.indexOf(phase));
  state.clusters.token.set(cluster, token);
  return token;
}

export function instanceStateOf({ state }: Simulation, instance: Row): InstanceState | 'absent' {
  return at(instanceStates, state.instances.state.get(instance));
}

/** Puts an instance into a state from now on; what was scheduled for it before no longer counts. */
export function setInstanceState({ state, now }: Simulation, instance: Row, next: InstanceState | 'absent'): number {
  const token = state.instances.token.get(instance) + 1;
  state.instances.state.set(instance, instanceStates.indexOf(next));
  state.instances.since.set(instance, now);
  state.instances.token.set(instance, token);
  return token;
}

/** The cluster that takes writes, or would. */
export function primaryOf({ run, state }: Simulation): Row {
  return run.clusters.findIndex((_, row) => state.clusters.isPrimary.get(row) === 1);
}

/** A cell that may hold no row. */
export function rowOrNone(cell: number): Row | undefined {
  return cell === none ? undefined : cell;
}
