import { segmentLetters } from '../quorum.ts';
import type { RunCluster, RunInstance } from '../run.ts';
import type { DesignRows } from './design-rows.ts';

/** Kinds of faults, the widest first: in this order the faults of one instant happen. */
export const faultKinds = ['region', 'az', 'segment', 'instance'] as const;

export type FaultKind = (typeof faultKinds)[number];

/** One thing that is lost: a Region or an AZ for as long as the fault lasts, a segment until it is copied, an instance that crashes. */
export interface SingleFault {
  readonly kind: FaultKind;
  /** A Region, an AZ, a segment such as `pg-0/A`, or an instance id. */
  readonly target: string;
}

/**
 * The faults of a kind that can happen to the primary and to the secondaries that follow by storage. Those of the first
 * protection group stand for all, and one reader of an AZ for all of that AZ: beside any other fault they come to the same,
 * and two readers alone to nothing, as the writer goes on.
 */
export function faultsOfKind(rows: DesignRows, kind: FaultKind): readonly SingleFault[] {
  return [...new Set(targetsOf(rows, kind))].map((target) => ({ kind, target }));
}

function targetsOf(rows: DesignRows, kind: FaultKind): readonly string[] {
  const members = membersOf(rows);
  const isIn = ({ cluster }: { readonly cluster: number }) =>
    members.some((member) => rows.clusters[cluster] === member);
  switch (kind) {
    case 'region':
      return members.map(({ region }) => region);
    case 'az':
      return rows.zones.filter(isIn).map(({ name }) => name);
    case 'segment':
      return segmentLetters.map((letter) => `pg-0/${letter}`);
    case 'instance':
      return standIns(
        rows,
        rows.instances.filter((one) => one.designed && isIn(one)),
      ).map(({ id }) => id);
  }
}

/** The writers, all of a multi-master cluster, and one reader of each AZ. */
function standIns({ clusters }: DesignRows, instances: readonly RunInstance[]): readonly RunInstance[] {
  const zones = new Set<number>();
  return instances.filter(({ row, cluster, zone }) => {
    const isFirst = !zones.has(zone);
    const isWriter = clusters[cluster]?.writer === row || clusters[cluster]?.isMultiMaster === true;
    if (!isWriter) zones.add(zone);
    return isWriter || isFirst;
  });
}

/** The clusters that objectives are about. One fed by binlog is a database of its own, which nobody promotes by itself. */
function membersOf({ clusters }: DesignRows): readonly RunCluster[] {
  return clusters.filter(({ replication }) => replication !== 'binlog');
}
