import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { placementsOf, volumeZonesOf } from '../../design/placement.ts';
import type { PlainScenario, ScenarioEvent } from '../scenario.ts';
import type { AddedRegion } from './added-regions.ts';

/** A reader that an event adds. */
export interface AddedReader {
  readonly event: ScenarioEvent;
  /** `reader-1`, `reader-2` … in the order in which the scenario names them, without ids that the design has. */
  readonly id: string;
  /** The cluster of the AZ or the Region that the event names, or the primary. */
  readonly cluster: Cluster | AddedRegion;
}

/** The readers that a scenario adds; events whose target the design does not have are left out, and found out later. */
export function addedReadersOf(
  design: Design,
  { events }: PlainScenario,
  regions: readonly AddedRegion[],
): readonly AddedReader[] {
  const clusters = clustersOf(design);
  const taken = new Set(clusters.flatMap(({ instances }) => instances.items.map(({ id }) => known(id))));
  const whereIs = (target: string) =>
    clusters.find((candidate) => lies(candidate, target)) ??
    regions.find(({ region, zones }) => region === target || zones.includes(target));
  const added: AddedReader[] = [];
  let number = 1;
  for (const event of events) {
    if (!('add' in event) || event.add !== 'reader') continue;
    const { target } = event;
    const cluster = target === undefined ? design.primary : whereIs(target);
    if (cluster === undefined) continue;
    while (taken.has(`reader-${number}`)) number++;
    added.push({ event, id: `reader-${number++}`, cluster });
  }
  return added;
}

/** Whether a cluster lies in a Region, or has this AZ. */
function lies(cluster: Cluster, target: string): boolean {
  return (
    known(cluster.region) === target ||
    volumeZonesOf(cluster).some(({ name }) => name === target) ||
    placementsOf(cluster).some(({ availabilityZone }) => availabilityZone === target)
  );
}
