import type { ExpectationOutcome, Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { formatClock } from '@aurora-blueprint/core/text/quantity.ts';

const marks: Readonly<Record<ExpectationOutcome['outcome'], string>> = { pass: 'ok', fail: 'FAILS', inconclusive: '-' };

/** A run for people: what happened, what it came to, and which expectations hold. */
export function timelineAsText(timeline: Timeline): string {
  const { scenario, seed, traceHash, moments, summary, expectations, violations, notSimulated } = timeline;
  return [
    `${scenario} (seed ${seed}, trace ${traceHash})`,
    ...moments.map(({ at, explanation }) => `  ${formatClock(at)}  ${explanation.headline}`),
    '',
    `  ${summary.headline} ${summary.detail}`,
    ...expectations.map(({ text, outcome, detail }) => `  ${marks[outcome].padEnd(6)}${text}: ${detail}`),
    ...violations.map(({ invariant, at, detail }) => `  BROKEN ${invariant} at ${formatClock(at)}: ${detail}`),
    ...notSimulated.map(({ at, event, reason }) => `  not played: ${event} at ${formatClock(at)}: ${reason}`),
    '',
  ].join('\n');
}
