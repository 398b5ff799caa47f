import { formatDuration } from '@aurora-blueprint/core/design/format/duration.ts';
import type { PlayedScenario } from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import { unexpectedViolations } from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import type { ManyRuns } from '@aurora-blueprint/core/simulation/seeds/play-seeds.ts';
import type { QuantileEstimate } from '@aurora-blueprint/core/simulation/seeds/quantile.ts';
import type { CopyOutcome, ExpectationOutcome, Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { countOf, formatClock } from '@aurora-blueprint/core/text/quantity.ts';
import type { ScenarioOfFile } from './played-scenarios.ts';

const marks: Readonly<Record<ExpectationOutcome['outcome'], string>> = { pass: 'ok', fail: 'FAILS', inconclusive: '-' };

/** The runs for people. Files are named when there are several. */
export function scenariosAsText(scenarios: readonly ScenarioOfFile[]): string {
  const several = new Set(scenarios.map(({ file }) => file)).size > 1;
  return scenarios
    .map(({ file, scenario }) => (several ? `${file}: ${scenarioAsText(scenario)}` : scenarioAsText(scenario)))
    .join('\n');
}

/** What one scenario came to, in lines. */
export function scenarioAsText(scenario: PlayedScenario): string {
  return 'many' in scenario ? manyRunsAsText(scenario.many) : timelineAsText(scenario.timeline);
}

/** A run for people: what happened, what it came to, and which expectations hold. */
function timelineAsText(timeline: Timeline): string {
  const { scenario, seed, traceHash, moments, summary, copies, expectations } = timeline;
  return [
    `${scenario} (seed ${seed}, trace ${traceHash})`,
    ...moments.map(({ at, explanation }) => `  ${formatClock(at)}  ${explanation.headline}`),
    '',
    `  ${summary.headline} ${summary.detail}`,
    ...copies.map(copyLine),
    ...expectations.map(expectationLine),
    ...unexpectedViolations(timeline).map(
      ({ invariant, at, detail }) => `  BROKEN ${invariant} at ${formatClock(at)}: ${detail}`,
    ),
    ...notPlayed(timeline),
    '',
  ].join('\n');
}

/** Many runs for people: what the times came to, who was promoted, and in which share of runs each expectation holds. */
function manyRunsAsText(many: ManyRuns): string {
  const { first, runs, times, promoted, expectations } = many;
  const { scenario, seed, traceHash } = first;
  const happened = Object.entries(times).filter(([, { longest }]) => longest !== 0);
  return [
    `${scenario} (${countOf(runs, 'run')}: seeds ${seed} to ${seed + runs - 1}; trace of seed ${seed} ${traceHash})`,
    ...happened.map(([name, { median, p95, longest }]) => {
      const shown = name.replace(/Seconds$/, '');
      return `  ${shown}: median ${estimate(median)}, 95 % within ${estimate(p95)}, longest ${time(longest)}`;
    }),
    `  promoted: ${promoted.map((one) => `${one.id} in ${countOf(one.runs, 'run')}`).join(', ')}`,
    '',
    ...expectations.map(expectationLine),
    ...unexpectedViolations(many).map(
      (broken) =>
        `  BROKEN ${broken.invariant} with seed ${broken.seed} at ${formatClock(broken.at)}: ${broken.detail}`,
    ),
    ...notPlayed(first),
    '',
  ].join('\n');
}

/** A snapshot, a clone or a restored cluster: when it could be used, what it holds, and what its storage came to. */
function copyLine(copy: CopyOutcome): string {
  const { name, kind, availableAfterSeconds, answersAfterSeconds, gibibytes, billedGibHours, sourceGibHours } = copy;
  const answers = answersAfterSeconds === null ? '' : `, answers after ${time(answersAfterSeconds)}`;
  const toSource = sourceGibHours === 0 ? '' : `, ${sourceGibHours} GiB h to its source`;
  const stored = kind === 'snapshot' ? '' : `, ${billedGibHours} GiB h billed${toSource}`;
  const available = availableAfterSeconds === null ? 'not available' : `available after ${time(availableAfterSeconds)}`;
  return `  ${name} (${kind}): ${available}${answers}; ${gibibytes} GiB${stored}`;
}

function expectationLine({ outcome, text, detail }: ExpectationOutcome): string {
  return `  ${marks[outcome].padEnd(6)}${text}: ${detail}`;
}

function notPlayed({ notSimulated }: Timeline): readonly string[] {
  return notSimulated.map(({ at, event, reason }) => `  not played: ${event} at ${formatClock(at)}: ${reason}`);
}

/** A quantile with the interval in which that of all runs lies. */
function estimate({ value, low, high }: QuantileEstimate): string {
  return high === null ? `${time(value)} (at least ${time(low)})` : `${time(value)} (${time(low)} to ${time(high)})`;
}

function time(seconds: number | null): string {
  return seconds === null ? 'never' : formatDuration(seconds * 1000);
}
