import type { ClusterMoment, Instant, Moment, Timeline } from '../../simulation/timeline.ts';

/** A stretch of a run in which a value stays the same. */
export interface Stretch<T> {
  readonly from: Instant;
  readonly to: Instant;
  readonly value: T;
}

/** The cluster that takes writes at a moment: the primary, the lit one where there are two. */
export function primaryAt({ clusters }: Moment): ClusterMoment | undefined {
  const primaries = clusters.filter(({ role }) => role === 'primary');
  return primaries.find(({ darkSince }) => darkSince === undefined) ?? primaries[0] ?? clusters[0];
}

/** A value over the whole run, each stretch as long as it stays the same. */
export function stretchesOf<T, M extends Pick<Moment, 'at'> = Moment>(
  { moments, duration }: { readonly moments: readonly M[]; readonly duration: Instant },
  valueAt: (moment: M) => T,
): readonly Stretch<T>[] {
  const stretches: { from: Instant; to: Instant; value: T }[] = [];
  for (const [index, moment] of moments.entries()) {
    const value = valueAt(moment);
    const to = moments[index + 1]?.at ?? Math.max(duration, moment.at);
    const last = stretches.at(-1);
    if (last !== undefined && last.value === value) last.to = to;
    else stretches.push({ from: moment.at, to, value });
  }
  return stretches;
}

/** The same of the primary, while there is one. */
export function seriesOf<T>(
  { moments, duration }: Timeline,
  valueAt: (cluster: ClusterMoment) => T,
): readonly Stretch<T>[] {
  const led = moments.flatMap((moment) => {
    const primary = primaryAt(moment);
    return primary === undefined ? [] : [{ ...moment, primary }];
  });
  return stretchesOf({ moments: led, duration }, (moment) => valueAt(moment.primary));
}

/** The stretch at an instant. */
export function stretchAt<T>(stretches: readonly Stretch<T>[], at: Instant): Stretch<T> | undefined {
  return stretches.findLast(({ from }) => from <= at);
}
