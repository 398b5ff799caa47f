import { notSimulated } from '../explanations/request.ts';
import { automatedBackup, patchWaits } from '../explanations/windows.ts';
import { at } from '../run.ts';
import { addReader, modifyInstance, removeInstance } from './instances/changes.ts';
import { patchEngine } from './instances/patch.ts';
import { removeCluster } from './instances/remove-cluster.ts';
import { crash, failInstance, failoverCluster, restart } from './instances/requests.ts';
import { modifyCapacity } from './load/capacity.ts';
import { changeLoad } from './load/load-events.ts';
import { addRegion } from './regions/added-regions.ts';
import { endRegionFailure, endZoneFailure, failRegion, failZone } from './regions/darkness.ts';
import { beginPartition, endPartition } from './regions/partitions.ts';
import { moveRegion } from './regions/regions.ts';
import { promoteReplica } from './regions/replica-promotion.ts';
import { eventCode, type Simulation, schedule } from './simulation.ts';
import { backtrack } from './storage/backtrack.ts';
import { loadCopy, makeCopy, removeCopy } from './storage/copies.ts';
import { dropData } from './storage/dropped-data.ts';
import { corruptSegment } from './storage/scrubbing.ts';
import { failSegment } from './storage/storage-events.ts';

/** An event of the scenario happens. */
export function beginScenarioEvent(sim: Simulation, index: number): void {
  const event = at(sim.run.events, index);
  switch (event.kind) {
    case 'fail-instance':
      failInstance(sim, event.instance, event.for);
      break;
    case 'fail-zone':
      for (const zone of event.zones) failZone(sim, zone);
      endLater(sim, index, event.for);
      break;
    case 'fail-region':
      for (const cluster of event.clusters) failRegion(sim, cluster);
      endLater(sim, index, event.for);
      break;
    case 'fail-segment':
      failSegment(sim, event.group, event.segment);
      break;
    case 'corrupt-segment':
      corruptSegment(sim, index, event.group, event.segment);
      break;
    case 'crash':
      crash(sim, event.instance);
      break;
    case 'restart':
      restart(sim, event.instance);
      break;
    case 'failover-cluster':
      failoverCluster(sim, event.target);
      break;
    case 'move-region':
      moveRegion(sim, event.target, event.planned);
      break;
    case 'drop-data':
      dropData(sim, index, event.bytes);
      break;
    case 'backtrack':
      backtrack(sim, event.length);
      break;
    case 'promote-replica':
      promoteReplica(sim, event.target);
      break;
    case 'snapshot':
    case 'restore-to-time':
    case 'restore-snapshot':
    case 'clone':
      makeCopy(sim, index, event);
      break;
    case 'load-copy':
      loadCopy(sim, event.name, event.writesPerSecond);
      break;
    case 'remove-copy':
      removeCopy(sim, event.name);
      break;
    case 'remove-cluster':
      removeCluster(sim);
      break;
    case 'load':
      changeLoad(sim, event.load);
      break;
    case 'add-reader':
      addReader(sim, event.instance, event.zone);
      break;
    case 'add-region':
      addRegion(sim, event.target);
      break;
    case 'patch':
      patchEngine(sim, event.zeroDowntime);
      break;
    case 'pending-patch':
      sim.notes.push(patchWaits(event.window, event.wait));
      break;
    case 'automated-backup':
      sim.notes.push(automatedBackup(event.window));
      break;
    case 'remove-instance':
      removeInstance(sim, event.instance);
      break;
    case 'modify-instances':
      for (const change of event.changes) modifyInstance(sim, change);
      break;
    case 'partition':
      beginPartition(sim, index, event);
      endLater(sim, index, event.for);
      break;
    case 'modify-capacity':
      modifyCapacity(sim, event);
      break;
    case 'not-simulated':
      sim.notes.push(notSimulated(event.event, event.reason));
      break;
  }
}

function endLater(sim: Simulation, index: number, length: number | undefined): void {
  if (length !== undefined) schedule(sim, length, eventCode.failureEnds, index, 0);
}

/** What the scenario made fail for a while is over. */
export function endScenarioEvent(sim: Simulation, index: number): void {
  const event = at(sim.run.events, index);
  if (event.kind === 'fail-zone') for (const zone of event.zones) endZoneFailure(sim, zone);
  if (event.kind === 'partition') endPartition(sim, index, event);
  if (event.kind === 'fail-region') for (const cluster of event.clusters) endRegionFailure(sim, cluster);
}
