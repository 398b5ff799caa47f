import { addsReaders } from '../../design/auto-scaling.ts';
import { type Cluster, clustersOf, type Design, type SecondaryCluster } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { placementsOf } from '../../design/placement.ts';
import { refusalOfMultiMaster } from '../compile/multi-master.ts';
import { type DesignRows, rowsOf } from './design-rows.ts';
import type { FaultSet } from './fault-sets.ts';
import { type FaultOutcome, judgeFaults } from './judgement.ts';
import type { SingleFault } from './single-fault.ts';

/** A design as rows, with which faults it says enough of to be judged by. */
export interface JudgedDesign {
  readonly rows: DesignRows;
  readonly isJudged: (faults: FaultSet) => boolean;
  /** What faults come to; of the same list it is found out once. */
  readonly outcomeOf: (faults: FaultSet) => FaultOutcome;
}

/**
 * A design whose faults can be judged. Not judged are instances that are not all known (auto scaling adds some by itself),
 * AZs where an instance does not say in which it stands, Regions where a secondary is not known or follows by binlog, and
 * multi-master clusters of a form that Aurora did not have.
 */
export function judgedDesign(design: Design): JudgedDesign {
  const rows = rowsOf(design);
  const { primary, secondaries } = design;
  const clusters = clustersOf(design);
  const isPrimaryListed = primary.instances.items.length > 0 && isListed(primary);
  const areRegionsKnown =
    secondaries.presence !== 'unknown' && secondaries.items.every(isListed) && !mayBePromoted(secondaries.items);
  const judges = ({ kind, target }: SingleFault) => {
    if (kind === 'region') return areRegionsKnown;
    if (kind !== 'az') return isPrimaryListed;
    const standing = clusters.filter((_, row) =>
      rows.zones.some(({ name, cluster }) => name === target && cluster === row),
    );
    return isPrimaryListed && standing.every((cluster) => isListed(cluster) && isPlaced(cluster));
  };
  const outcomes = new Map<FaultSet, FaultOutcome>();
  const outcomeOf = (faults: FaultSet) => {
    const outcome = outcomes.get(faults) ?? judgeFaults(rows, faults);
    outcomes.set(faults, outcome);
    return outcome;
  };
  const isPlayed = refusalOfMultiMaster(design) === undefined;
  return { rows, isJudged: (faults) => isPlayed && faults.every(judges), outcomeOf };
}

/** Whether a secondary that follows by binlog has instances, so that a person may promote it. */
function mayBePromoted(secondaries: readonly SecondaryCluster[]): boolean {
  return secondaries.some(
    ({ replication, instances }) => known(replication) === 'binlog' && instances.items.length > 0,
  );
}

/** Whether all instances of a cluster are known, and who of them writes. */
function isListed(cluster: Cluster): boolean {
  const { presence, items } = cluster.instances;
  const isKnown = items.every((instance) => instance.presence === 'known' && instance.role.presence !== 'unknown');
  return presence !== 'unknown' && isKnown && !addsReaders(cluster);
}

/** Whether the AZ of each instance is known. Of one alone it does not matter: it goes with its AZ, whichever that is. */
function isPlaced(cluster: Cluster): boolean {
  const placements = placementsOf(cluster);
  const isAlone = placements.length === 1;
  return placements.every(({ chosenBy }) => chosenBy === 'design' || (isAlone && chosenBy === 'aurora'));
}
