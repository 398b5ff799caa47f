import type { QueuedEvent } from '../event-queue.ts';
import { onInstanceBack, onNoticed, onPromotionDue, onRepointed } from './instances/recovery.ts';
import { onInstanceFailureEnds } from './instances/requests.ts';
import { onAlarm } from './load/auto-scaling.ts';
import { onCapacityGrows, onCapacityShrinks } from './load/capacity.ts';
import { onPauseDue, onResumed } from './load/pause.ts';
import { onRegionCopied } from './regions/added-regions.ts';
import { onDarkForLong } from './regions/reach.ts';
import { onReplicationDue } from './regions/recovery-point.ts';
import { onRegionMoveDue } from './regions/regions.ts';
import { onReplicaPromoted } from './regions/replica-promotion.ts';
import { beginScenarioEvent, endScenarioEvent } from './scenario-events.ts';
import { eventCode, type Simulation } from './simulation.ts';
import { onSegmentHit, onSegmentRepaired } from './storage/group-failures.ts';
import { onScrubbed } from './storage/scrubbing.ts';
import { onCopied } from './storage/storage-events.ts';
import { onGrowthDue } from './storage/volume-growth.ts';
import { onCopyDue } from './storage/watch-copies.ts';

type Handler = (sim: Simulation, subject: number, token: number) => void;

/** A handler that does nothing when the instance has changed its state since the event was scheduled. */
function unlessChanged(handler: (sim: Simulation, instance: number) => void): Handler {
  return (sim, instance, token) => {
    if (token === sim.state.instances.token.get(instance)) handler(sim, instance);
  };
}

const handlers: ReadonlyMap<number, Handler> = new Map<number, Handler>([
  [eventCode.scenario, beginScenarioEvent],
  [eventCode.failureEnds, endScenarioEvent],
  [eventCode.instanceFailureEnds, onInstanceFailureEnds],
  [eventCode.noticed, unlessChanged(onNoticed)],
  [eventCode.instanceBack, unlessChanged(onInstanceBack)],
  [eventCode.promotionDue, onPromotionDue],
  [eventCode.repointed, onRepointed],
  [eventCode.copied, onCopied],
  [eventCode.scrubbed, onScrubbed],
  [eventCode.darkForLong, onDarkForLong],
  [eventCode.regionMoveDue, onRegionMoveDue],
  [eventCode.alarm, onAlarm],
  [eventCode.capacityGrows, onCapacityGrows],
  [eventCode.capacityShrinks, onCapacityShrinks],
  [eventCode.pauseDue, onPauseDue],
  [eventCode.resumed, unlessChanged(onResumed)],
  [eventCode.replicationDue, onReplicationDue],
  [eventCode.growthDue, onGrowthDue],
  [eventCode.regionCopied, onRegionCopied],
  [eventCode.replicaPromoted, onReplicaPromoted],
  [eventCode.segmentHit, onSegmentHit],
  [eventCode.segmentRepaired, onSegmentRepaired],
  [eventCode.copyDue, onCopyDue],
]);

/** Applies an event to the state, and schedules what follows from it. */
export function handle(sim: Simulation, { code, subject, token }: QueuedEvent): void {
  const handler = handlers.get(code);
  if (handler === undefined) throw new RangeError(`no handler for events of code ${code}`);
  handler(sim, subject, token);
}
