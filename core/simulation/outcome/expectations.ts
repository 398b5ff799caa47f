import { formatDuration } from '../../design/format/duration.ts';
import { judgedInvariants } from '../engine/invariants.ts';
import type { Expectation } from '../scenario.ts';
import type { ExpectationOutcome, Timeline } from '../timeline.ts';
import { holds, parseComparison } from './comparison.ts';
import type { Measured } from './verdict.ts';

/** What expectations are judged by. */
export interface Evidence {
  readonly measured: Measured;
  readonly violations: Timeline['violations'];
  readonly notSimulated: Timeline['notSimulated'];
}

/** Judges what a scenario expects. Where something was not played, or cannot be judged yet, the outcome is inconclusive. */
export function judgeExpectations(
  expectations: readonly Expectation[],
  evidence: Evidence,
): readonly ExpectationOutcome[] {
  const [left] = evidence.notSimulated;
  return expectations.map((expectation) => {
    const text = `${expectation.name} ${expectation.expected}`;
    if (left === undefined) return { text, ...judge(expectation, evidence) };
    const detail = `${left.event} at ${formatDuration(left.at)} is not played: ${left.reason}.`;
    return { text, outcome: 'inconclusive', detail };
  });
}

type Judgement = Omit<ExpectationOutcome, 'text'>;

function judge({ name, expected }: Expectation, { measured, violations }: Evidence): Judgement {
  switch (name) {
    case 'writerRecovery':
    case 'writesUnavailable':
    case 'readsUnavailable':
    case 'dataLoss':
    case 'regionRecovery':
    case 'regionDataLoss':
      return judgeDuration(expected, measured[name]);
    case 'promoted':
      return judged(measured.promoted === expected, `${measured.promoted} was promoted last.`);
    case 'never':
      return judgeInvariant(expected, violations);
    default:
      return inconclusive(`${name} is not judged yet.`);
  }
}

function judgeDuration(expected: string, measured: number | null): Judgement {
  const comparison = parseComparison(expected);
  if (comparison === undefined) return inconclusive(`${expected} cannot be read; write it as < 60s.`);
  return judged(
    holds(comparison, measured),
    measured === null ? 'Never within the run.' : `${formatDuration(measured)}.`,
  );
}

function judgeInvariant(invariant: string, violations: Timeline['violations']): Judgement {
  if (!judgedInvariants.some((known) => known === invariant)) {
    return inconclusive(`${invariant} is not checked; checked are ${judgedInvariants.join(' and ')}.`);
  }
  const violation = violations.find((candidate) => candidate.invariant === invariant);
  if (violation === undefined) return judged(true, 'It never happened.');
  return judged(false, `At ${formatDuration(violation.at)}: ${violation.detail}.`);
}

function judged(passes: boolean, detail: string): Judgement {
  return { outcome: passes ? 'pass' : 'fail', detail };
}

function inconclusive(detail: string): Judgement {
  return { outcome: 'inconclusive', detail };
}
