import { parseSegment } from '../compile/targets.ts';
import { zoneSlotOfSegment } from '../quorum.ts';
import type { DesignRows } from './design-rows.ts';
import { type FaultKind, faultKinds, faultsOfKind, type SingleFault } from './single-fault.ts';

/** What a design can be demanded to survive, as `survive` lists it. */
export type Demand = FaultKind | 'az+1';

/** Faults of one instant. */
export type FaultSet = readonly SingleFault[];

/** The faults that one demand is about: each one of the kind, or each AZ of the primary with one segment that lies elsewhere. */
export function demandedSets(rows: DesignRows, demand: Demand): readonly FaultSet[] {
  if (demand !== 'az+1') return faultsOfKind(rows, demand).map((fault) => [fault]);
  const segments = faultsOfKind(rows, 'segment');
  return rows.zones.flatMap(({ name, cluster, slot }): readonly FaultSet[] => {
    if (cluster !== 0) return [];
    const elsewhere = segments.filter((segment) => slotOf(segment) !== slot);
    return elsewhere.map((segment) => [{ kind: 'az', target: name }, segment]);
  });
}

/**
 * Every two faults of these kinds at the same instant. Left out is what takes writes from every design: two AZs of the
 * primary's volume, which leave no write quorum, and two Regions where there is no third.
 */
export function pairsOf(rows: DesignRows, kinds: ReadonlySet<FaultKind>): readonly FaultSet[] {
  const faults = faultKinds.filter((kind) => kinds.has(kind)).flatMap((kind) => faultsOfKind(rows, kind));
  const pairs = faults.flatMap((one, index) => faults.slice(index + 1).map((other) => [one, other]));
  const regions = faultsOfKind(rows, 'region').length;
  return pairs.filter((pair) => {
    const takesAllRegions = regions <= pair.length && pair.every(({ kind }) => kind === 'region');
    return !takesAllRegions && !pair.every((fault) => isVolumeZone(rows, fault));
  });
}

function isVolumeZone({ zones }: DesignRows, { kind, target }: SingleFault): boolean {
  return (
    kind === 'az' && zones.some(({ name, cluster, slot }) => name === target && cluster === 0 && slot !== undefined)
  );
}

function slotOf({ target }: SingleFault): number {
  return zoneSlotOfSegment(parseSegment(target)?.segment ?? 0);
}
