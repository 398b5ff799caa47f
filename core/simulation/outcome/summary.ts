import { formatDuration } from '../../design/format/duration.ts';
import type { PlayedRun } from '../engine/engine.ts';
import type { Recovery } from '../engine/recovery-log.ts';
import type { VerdictSummary } from '../timeline.ts';
import type { Measured } from './verdict.ts';

/** The verdict in words: one sentence for whoever uses the database, one for what lies behind it. */
export function summarize(played: PlayedRun, measured: Measured): VerdictSummary {
  const { finished, open } = played.sim.recoveries;
  const longest = finished.reduce<Recovery | undefined>(
    (best, next) => (best === undefined || next.until - next.from > best.until - best.from ? next : best),
    undefined,
  );
  const nobody = played.moments.some(({ kind }) => kind === 'nobody-to-promote') && measured.promoted === 'nobody';
  return {
    headline: headlineOf(measured, longest, open?.cause, nobody),
    detail: detailOf(measured, nobody || open !== undefined),
    recovery: longest?.parts ?? [],
  };
}

function headlineOf(
  { writerRecovery, regionRecovery, writesUnavailable, readsUnavailable }: Measured,
  longest: Recovery | undefined,
  openCause: string | undefined,
  nobody: boolean,
): string {
  if (openCause !== undefined && regionRecovery === null && !nobody) return 'No other Region took over.';
  if (nobody) return 'Nobody was left to promote.';
  if (openCause !== undefined || writerRecovery === null) return 'Writes did not come back within the run.';
  if (longest !== undefined) {
    return `Writes were back ${formatDuration(longest.until - longest.from)} after ${longest.cause}.`;
  }
  if (writesUnavailable > 0) return `Commits waited ${formatDuration(writesUnavailable)}.`;
  return readsUnavailable > 0
    ? `Reads were away for ${formatDuration(readsUnavailable)}.`
    : 'Reads and writes went on.';
}

function detailOf({ promoted, writesUnavailable, dataLoss }: Measured, saysHowLong: boolean): string {
  const sentences = [
    promoted === 'nobody' ? '' : `${promoted} took over.`,
    saysHowLong ? `Writes were away for ${formatDuration(writesUnavailable)}.` : '',
    dataLoss === 0
      ? 'No acknowledged commit was lost.'
      : `${formatDuration(dataLoss)} of acknowledged commits were lost.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
