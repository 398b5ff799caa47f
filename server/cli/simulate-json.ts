import type { PlayedScenario } from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import type { ExpectationOutcome } from '@aurora-blueprint/core/simulation/timeline.ts';
import type { ScenarioOfFile } from './played-scenarios.ts';

/** The runs as JSON: what each came to, and whether what was expected holds. */
export function scenariosAsJson(scenarios: readonly ScenarioOfFile[]): string {
  const runs = scenarios.map(({ file, scenario }) => ({ file, ...asJson(scenario) }));
  return `${JSON.stringify({ runs }, null, 2)}\n`;
}

/** With many seeds, verdict and trace hash are those of the first. */
function asJson(played: PlayedScenario) {
  const timeline = 'many' in played ? played.many.first : played.timeline;
  const { scenario, seed, version, traceHash, verdict, copies, notSimulated, assumptions } = timeline;
  const { expectations, violations } = 'many' in played ? played.many : timeline;
  const ofMany = 'many' in played && { times: played.many.times, promoted: played.many.promoted };
  return {
    scenario,
    seed,
    ...('many' in played && { seeds: played.many.runs }),
    version,
    traceHash,
    verdict,
    ...(copies.length > 0 && { copies }),
    ...ofMany,
    expectations: expectations.map(withoutPath),
    violations,
    notSimulated,
    assumptions,
  };
}

function withoutPath<T extends ExpectationOutcome>({ path: _path, ...outcome }: T): Omit<T, 'path'> {
  return outcome;
}
