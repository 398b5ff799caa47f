import { formatDuration } from '../../design/format/duration.ts';

const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;

/** A duration in at most two units, so that a sentence stays short: `1 h 5 min`, `8 min 4 s`, `13.4 s`. */
export function inShort(milliseconds: number): string {
  const least = milliseconds >= day ? hour : milliseconds >= hour ? minute : 1;
  return formatDuration(milliseconds - (milliseconds % least));
}

/** A duration in its largest unit, rounded down: `5 min` for 5 min 1 s. */
export function atLeast(milliseconds: number): string {
  const unit = [day, hour, minute].find((candidate) => milliseconds >= candidate) ?? 1;
  return formatDuration(milliseconds - (milliseconds % unit));
}
