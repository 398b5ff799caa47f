import { type Engine, engineName } from '../../facts/engine-versions.ts';
import { type Region, regions } from '../../facts/regions.ts';
import type { Choice, Question } from '../../protocol/new-design-request.ts';
import { engineVersionState } from '../catalogue-documentation.ts';
import type { FittingScenario } from '../snippets/scenario.ts';
import type { InstanceChoice } from './instance-choices.ts';
import { recommendedVersion } from './recommended-version.ts';

/** The answer that leaves something out. */
export const none = 'none';

export const engines: readonly Engine[] = ['aurora-postgresql', 'aurora-mysql'];

/** `problem` says why a name cannot be taken. */
export function nameQuestion(problem?: string): Question {
  const question = { id: 'name', title: 'Name of the cluster', suggestion: 'orders' } as const;
  return problem === undefined ? question : { ...question, problem };
}

export function engineQuestion(asOf: string): Question {
  const choices = engines.map((engine) => {
    const { version } = recommendedVersion(engine, asOf);
    return { id: engine, label: engineName(engine), detail: `${version}: ${engineVersionState(engine, version)}` };
  });
  return question('engine', 'Engine', choices);
}

export function regionQuestion(): Question {
  return { ...question('region', 'Region', regions.map(regionChoice)), suggestion: 'us-east-1' };
}

export function instancesQuestion(offered: readonly InstanceChoice[]): Question {
  return question('instances', 'Instances', offered);
}

export function secondaryQuestion(offered: readonly Region[]): Question {
  const without = { id: none, label: 'No second Region', detail: 'one can be added later' };
  return question('secondary', 'Second Region', [without, ...offered.map(regionChoice)]);
}

export function scenarioQuestion(offered: readonly FittingScenario[]): Question {
  const choices = offered.map(({ name, detail }) => ({ id: name, label: name, detail }));
  const without = { id: none, label: 'No scenario', detail: 'failures can be played without one' };
  return question('scenario', 'Scenario to begin with', [...choices, without]);
}

/** The first choice is the one that is suggested. */
function question(id: Question['id'], title: string, offered: readonly Choice[]): Question {
  const choices = offered.map(({ id, label, detail }) => ({ id, label, detail }));
  return { id, title, suggestion: choices[0]?.id ?? none, choices };
}

function regionChoice({ code, name }: Region): Choice {
  return { id: code, label: code, detail: name };
}
