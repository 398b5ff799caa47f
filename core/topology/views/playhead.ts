import type {
  ClusterMoment,
  GroupMoment,
  Instant,
  Moment,
  SegmentState,
  Timeline,
  VolumeMoment,
} from '../../simulation/timeline.ts';

/** A segment of the group in focus, with since when it is as it is, and until when. */
export interface SegmentSpan {
  readonly state: SegmentState;
  readonly since: Instant;
  /** When the run next changes it; absent when it stays. */
  readonly until?: Instant;
}

/** One cluster at one instant of a run, with how long things have been as they are. */
export interface ClusterState {
  readonly now: Instant;
  readonly moment: ClusterMoment;
  readonly writesSince: Instant;
  /** The segments A to F of the group that is worst off. */
  readonly segments: readonly SegmentSpan[];
}

/** Index of the last moment at or before `now`; 0 before the first. */
export function momentIndexAt(timeline: Timeline, now: Instant): number {
  let low = 0;
  let high = timeline.moments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((timeline.moments[middle]?.at ?? 0) <= now) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The clusters of a run at an instant: those of the design in its order, then those that the run has added. */
export function clusterStatesAt(timeline: Timeline, now: Instant): readonly ClusterState[] {
  const index = momentIndexAt(timeline, now);
  const clusters = timeline.moments[index]?.clusters ?? [];
  return clusters.map((moment, cluster) => ({
    now,
    moment,
    writesSince: spanOf(timeline.moments, index, (other) => clusterIn(other, cluster, moment)?.writes === moment.writes)
      .since,
    segments: moment.volume.worst.segments.map((state, segment) => ({
      state,
      ...spanOf(timeline.moments, index, (earlier) => {
        const other = clusterIn(earlier, cluster, moment);
        return other !== undefined && segmentsOf(other, moment.volume.worst)[segment] === state;
      }),
    })),
  }));
}

/** The same cluster at another moment. Those that the run adds come one by one, so that their place may differ. */
function clusterIn({ clusters }: Moment, index: number, { region }: ClusterMoment): ClusterMoment | undefined {
  const same = clusters[index];
  return same?.region === region ? same : clusters.find((cluster) => cluster.region === region);
}

/** Whether the group that is worst off differs from the others; while all are alike, it stands for each of them. */
export function isWorstAlone({ worst, others }: VolumeMoment): boolean {
  return worst.segments.some((state, segment) => state !== others[segment]);
}

function segmentsOf(cluster: ClusterMoment, group: GroupMoment): readonly SegmentState[] {
  const { worst, named, others } = cluster.volume;
  return [worst, ...named].find(({ id }) => id === group.id)?.segments ?? others;
}

/** The stretch around the moment at `index` in which `holds` is true. */
function spanOf(moments: readonly Moment[], index: number, holds: (moment: Moment) => boolean) {
  let first = index;
  while (first > 0 && isTrue(moments[first - 1], holds)) first -= 1;
  let next = index + 1;
  while (isTrue(moments[next], holds)) next += 1;
  const since = moments[first]?.at ?? 0;
  const until = moments[next]?.at;
  return until === undefined ? { since } : { since, until };
}

function isTrue(moment: Moment | undefined, holds: (moment: Moment) => boolean): boolean {
  return moment !== undefined && holds(moment);
}
