import { formatDuration } from '../../design/format/duration.ts';
import { type InstanceView, isAway } from './cluster-view.ts';

/** What an instance does now in figures: how busy it is, its capacity, how far it is behind; those that nobody knows are left out. */
export function liveFigures(view: InstanceView): readonly string[] {
  if (isAway(view)) return [];
  const { load, capacity, lag } = view.figures ?? {};
  return [
    ...(load === undefined ? [] : [`CPU ${Math.round(load)} %`]),
    ...(capacity === undefined ? [] : [`${capacity} ACU`]),
    ...(lag === undefined ? [] : [`lag ${formatLag(lag)}`]),
  ];
}

/** A lag as people read it: `5.4 ms`, `120 ms`, `2.5 s`. */
export function formatLag(milliseconds: number): string {
  if (milliseconds > 0 && milliseconds < 10) return `${Math.round(milliseconds * 10) / 10} ms`;
  return milliseconds === 0 ? '0 ms' : formatDuration(Math.round(milliseconds));
}
