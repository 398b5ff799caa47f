import { engineVersion } from './engine/engine.ts';
import type { PlayedRun } from './engine/playing/player.ts';
import { copyOutcomes } from './outcome/copies.ts';
import { judgeExpectations } from './outcome/expectations.ts';
import { summarize } from './outcome/summary.ts';
import { measure, verdictOf } from './outcome/verdict.ts';
import type { Run } from './run.ts';
import type { Timeline } from './timeline.ts';

/** What a run that was played came to. */
export function timelineOf(run: Run, played: PlayedRun): Timeline {
  const { violations } = played.sim;
  const { moments } = played;
  const { duration } = run;
  const measured = measure(played.sim);
  const notSimulated = run.events.flatMap((event) =>
    event.kind === 'not-simulated' ? [{ at: event.at, event: event.event, reason: event.reason }] : [],
  );
  return {
    scenario: run.scenario,
    seed: run.seed,
    version: engineVersion,
    traceHash: played.traceHash,
    duration,
    moments,
    verdict: verdictOf(measured),
    copies: copyOutcomes(played.sim),
    summary: summarize(played, measured),
    expectations: judgeExpectations(run.expectations, { measured, violations, notSimulated, moments, duration }),
    violations,
    notSimulated,
    assumptions: run.assumptions,
  };
}
