import { formatCount } from '../../text/quantity.ts';
import type { Recovery } from '../engine/instances/recovery-log.ts';
import type { PlayedRun } from '../engine/playing/player.ts';
import { hasGlobalSecondary } from '../engine/regions/presence.ts';
import type { Simulation } from '../engine/simulation.ts';
import { inShort } from '../explanations/span.ts';
import type { ClusterMoment, VerdictSummary, VolumeMoment } from '../timeline.ts';
import { copyOutcomes } from './copies.ts';
import type { Measured } from './verdict.ts';

/** The verdict in words: one sentence for whoever uses the database, one for what lies behind it. */
export function summarize({ sim, moments }: PlayedRun, measured: Measured): VerdictSummary {
  const { finished, open } = sim.recoveries;
  const longest = finished.reduce<Recovery | undefined>(
    (best, next) => (best === undefined || next.until - next.from > best.until - best.from ? next : best),
    undefined,
  );
  const last = moments.at(-1)?.clusters.find(({ role }) => role === 'primary');
  const nobody = measured.promoted === 'nobody' && moments.some(({ kind }) => kind === 'nobody-to-promote');
  const away = `Writes were away for ${inShort(measured.writesUnavailable)}.`;
  const takenBack = sim.state.run.takenBack.get(0);
  const details = [
    measured.promoted === 'nobody' ? undefined : `${measured.promoted} took over.`,
    last?.writes === 'stalled' ? stallInWords(last.volume) : nobody || open !== undefined ? away : undefined,
    measured.dataLoss === 0
      ? 'No acknowledged commit was lost.'
      : `${inShort(measured.dataLoss)} of acknowledged commits were lost.`,
    takenBack > 0 ? `${inShort(takenBack)} of commits were taken back on purpose.` : undefined,
    measured.dataLoss + takenBack === 0 ? copiesInWords(sim) : undefined,
    measured.writeConflicts
      ? `${formatCount(measured.writeConflicts)} writes were rolled back in conflicts.`
      : undefined,
  ];
  return {
    headline: nobody ? 'Nobody was left to promote.' : headlineOf(sim, measured, longest, last),
    detail: details.filter((sentence) => sentence !== undefined).join(' '),
    recovery: longest?.parts ?? [],
  };
}

/** What the storage of clones and restored clusters comes to; undefined when it comes to nothing. */
function copiesInWords(sim: Simulation): string | undefined {
  const all = copyOutcomes(sim);
  const hours = all.reduce((sum, { billedGibHours, sourceGibHours }) => sum + billedGibHours + sourceGibHours, 0);
  return hours === 0 ? undefined : `Copies store ${Math.round(hours * 10) / 10} GiB h.`;
}

function headlineOf(
  sim: Simulation,
  { regionRecovery, promoted, writesUnavailable, readsUnavailable }: Measured,
  longest: Recovery | undefined,
  last: ClusterMoment | undefined,
): string {
  const { recoveries } = sim;
  if (recoveries.open !== undefined) {
    if (regionRecovery !== null || promoted !== 'nobody') return 'Writes did not come back within the run.';
    const others = hasGlobalSecondary(sim);
    return others ? 'No other Region took over within the run.' : 'There was no other Region to take over.';
  }
  if (last?.writes === 'stalled') return `Commits still wait; writes were away for ${inShort(writesUnavailable)}.`;
  if (longest !== undefined) return `Writes were back ${inShort(longest.until - longest.from)} after ${longest.cause}.`;
  if (writesUnavailable > 0) return `Commits waited ${inShort(writesUnavailable)}.`;
  return readsUnavailable > 0 ? `Reads were away for ${inShort(readsUnavailable)}.` : 'Reads and writes went on.';
}

/** Why commits still wait. */
function stallInWords({ worst, writeQuorum, readQuorum }: VolumeMoment): string {
  const has = `${worst.id} has ${worst.complete} of ${writeQuorum.of} copies`;
  return worst.complete < readQuorum.needs
    ? `${has}; a repair needs ${readQuorum.needs}.`
    : `${has}; a write needs ${writeQuorum.needs}.`;
}
