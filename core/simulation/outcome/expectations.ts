import { formatDuration, writeDuration } from '../../design/format/duration.ts';
import { formatCount } from '../../text/quantity.ts';
import { judgedInvariants } from '../engine/invariants.ts';
import type { Expectation } from '../scenario.ts';
import type { ExpectationOutcome, Timeline } from '../timeline.ts';
import { holds, parseComparison } from './comparison.ts';
import type { Cost } from './cost.ts';
import { judgeAtInstant, momentAt } from './instant-expectations.ts';
import { inconclusive, type Judgement, judged, judgeNumber } from './judgement.ts';
import type { Measured } from './verdict.ts';

/** What expectations are judged by. */
export interface Evidence extends Pick<Timeline, 'violations' | 'notSimulated' | 'moments' | 'duration'> {
  readonly measured: Measured;
}

/** Judges what a scenario expects. Where something was not played, or cannot be judged, the outcome is inconclusive. */
export function judgeExpectations(
  expectations: readonly Expectation[],
  evidence: Evidence,
): readonly ExpectationOutcome[] {
  const [left] = evidence.notSimulated;
  return expectations.map((expectation) => {
    const { path } = expectation;
    const judgement =
      left === undefined
        ? judge(expectation, evidence)
        : inconclusive(`${left.event} at ${formatDuration(left.at)} is not played: ${left.reason}.`);
    return { text: expectationText(expectation), ...judgement, ...(path !== undefined && { path }) };
  });
}

/** An expectation on one line, close to how it is written: `writerRecovery < 60s`, `at 95s: quorum.pg-17 3`. */
export function expectationText({ name, of, at, expected }: Expectation): string {
  const text = `${name}${of === undefined ? '' : `.${of}`} ${expected}`;
  return at === undefined ? text : `at ${writeDuration(at)}: ${text}`;
}

function judge(expectation: Expectation, { measured, violations, moments, duration }: Evidence): Judgement {
  const { name, expected, at } = expectation;
  if (at !== undefined) {
    if (at > duration) return inconclusive(`The run ends after ${formatDuration(duration)}.`);
    const untold = moments.find(({ kind }) => kind === 'untold');
    if (untold !== undefined && at >= untold.at && at < duration) {
      return inconclusive(`After ${formatDuration(untold.at)} too much happens to be told; play a shorter run.`);
    }
    const moment = momentAt(moments, at);
    return moment === undefined ? inconclusive('The run has not begun then.') : judgeAtInstant(expectation, moment);
  }
  switch (name) {
    case 'writerRecovery':
    case 'writesUnavailable':
    case 'readsUnavailable':
    case 'dataLoss':
    case 'regionRecovery':
    case 'regionDataLoss':
      return judgeDuration(expected, measured[name]);
    case 'promoted':
      return judged(measured.promoted === expected, promotedInWords(measured.promoted));
    case 'never':
      return judgeInvariant(expected, violations);
    case 'writeConflicts':
      return judgeConflicts(expected, measured.writeConflicts);
    case 'costUsd':
      return judgeCost(expected, measured.cost);
    case 'at':
      return inconclusive('The instant cannot be read; write it as 95s.');
    default:
      return inconclusive(`${name} is not measured yet.`);
  }
}

function promotedInWords(promoted: string): string {
  return promoted === 'nobody' ? 'Nobody was promoted.' : `${promoted} was promoted last.`;
}

function judgeDuration(expected: string, measured: number | null): Judgement {
  const comparison = parseComparison(expected);
  if (comparison === undefined) return inconclusive(`${expected} cannot be read; write it as < 60s.`);
  return judged(
    holds(comparison, measured),
    measured === null ? 'Never within the run.' : `${formatDuration(measured)}.`,
  );
}

function judgeCost(expected: string, cost: Cost): Judgement {
  if ('unknown' in cost) return inconclusive(cost.unknown);
  const usd = cost.millionths / 1_000_000;
  return judgeNumber(expected, usd, `${usd} USD.`);
}

function judgeConflicts(expected: string, conflicts: number | null): Judgement {
  if (conflicts === null) return inconclusive('The writes are not known; say workload.writesPerSecond.');
  return judgeNumber(expected, conflicts, `${formatCount(conflicts)}.`);
}

function judgeInvariant(invariant: string, violations: Timeline['violations']): Judgement {
  if (!judgedInvariants.some((known) => known === invariant)) {
    return inconclusive(`${invariant} is not checked; checked are ${judgedInvariants.join(', ')}.`);
  }
  const violation = violations.find((candidate) => candidate.invariant === invariant);
  if (violation === undefined) return judged(true, 'It never happened.');
  return judged(false, `At ${formatDuration(violation.at)}: ${violation.detail}.`);
}
