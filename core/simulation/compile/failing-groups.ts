import { protectionGroupsOf } from '../../design/volume.ts';
import { formatCount } from '../../text/quantity.ts';
import type { AssumptionFigures } from '../assumptions.ts';
import { segmentsPerGroup } from '../quorum.ts';
import type { RunCluster } from '../run.ts';
import type { Problem } from '../scenario.ts';

const day = 86_400_000;

/** More would take many seconds to play. */
const mostFailures = 2_000_000;

/**
 * The clusters with their groups that fail by themselves: none while the mean time to failure is off, otherwise as many as
 * the volumes may have by the end of the run; those of a Region that the run adds do not fail. A problem when more would fail
 * than can be played.
 */
export function withFailingGroups(
  clusters: readonly RunCluster[],
  { segmentMttf: { min: mean } }: AssumptionFigures,
  duration: number,
): readonly RunCluster[] | Problem {
  if (mean === Number.POSITIVE_INFINITY) return clusters;
  let first = 0;
  const failing = clusters.map((cluster) => {
    if (cluster.added !== undefined) return cluster;
    const { bytes, growthPerDay } = cluster.volume;
    const count = protectionGroupsOf(bytes + Math.max(0, growthPerDay) * (duration / day));
    first += count;
    return { ...cluster, failing: { first: first - count, count } };
  });
  const failures = (first * segmentsPerGroup * duration) / mean;
  if (first * segmentsPerGroup <= mostFailures && failures <= mostFailures) return failing;
  return {
    problem: `About ${formatCount(Math.round(failures))} failures among ${formatCount(first * segmentsPerGroup)} segments are more than can be played; give a longer segmentMttf or a shorter duration.`,
  };
}
