import { replica_lag_by_writes } from '../../../facts/generated/resilience.ts';

const { points, fit } = replica_lag_by_writes;

/** Writes per second up to which the lag of a reader was measured. */
export const mostWritesMeasured = points[points.length - 1]?.writesPerSecond ?? 0;

/**
 * How far a reader is behind the writer, in milliseconds with three decimals: between two measured points in proportion,
 * below the first of them the first, above the last along the straight line through all four, which is an extrapolation.
 * Source: Verbitski 2017, Table 4.
 */
export function replicaLag(writesPerSecond: number): number {
  const [first] = points;
  if (writesPerSecond <= first.writesPerSecond) return first.lag / 1000;
  const next = points.findIndex((point) => writesPerSecond <= point.writesPerSecond);
  const above = points[next];
  const below = points[next - 1];
  if (above === undefined || below === undefined) {
    return Math.round(fit.base + (fit.perThousandWrites * writesPerSecond) / 1000) / 1000;
  }
  const share = (writesPerSecond - below.writesPerSecond) / (above.writesPerSecond - below.writesPerSecond);
  return Math.round(below.lag + share * (above.lag - below.lag)) / 1000;
}
