import type { Engine } from '../../facts/engine-versions.ts';
import { type Region, regionByCode, regions } from '../../facts/regions.ts';
import type { Answers, NewBlueprint, NewDesignResult } from '../../protocol/new-design-request.ts';
import { identifierFault, identifierRule } from '../../rules/identity/identifier.ts';
import { type FittingScenario, fittingScenarios } from '../snippets/scenario.ts';
import { regionsForSecondary, shortName } from '../snippets/secondary.ts';
import { takesServerless } from '../values/instance-classes.ts';
import { type DesignAnswers, draftOf } from './draft.ts';
import { type InstanceChoice, instanceChoices } from './instance-choices.ts';
import {
  engineQuestion,
  engines,
  instancesQuestion,
  nameQuestion,
  none,
  regionQuestion,
  scenarioQuestion,
  secondaryQuestion,
} from './questions.ts';
import { recommendedVersion } from './recommended-version.ts';

/**
 * The first question whose answer is missing or cannot be taken, or the blueprint when all are answered. What is offered
 * fits what was answered before, so that a new blueprint has no error and no warning on the day `asOf` (`YYYY-MM-DD`).
 */
export function newDesign(answers: Answers, asOf: string): NewDesignResult {
  const { name } = answers;
  const fault = name === undefined ? undefined : nameFault(name);
  if (name === undefined || fault !== undefined) return { question: nameQuestion(fault) };
  const engine = engines.find((one) => one === answers.engine);
  if (engine === undefined) return { question: engineQuestion(asOf) };
  const region = regionByCode(answers.region ?? '');
  if (region === undefined) return { question: regionQuestion() };
  const offered = instanceChoices.filter((choice) => isOffered(choice, engine, region, asOf));
  const instances = offered.find(({ id }) => id === answers.instances);
  if (instances === undefined) return { question: instancesQuestion(offered) };
  const alone = { name, engine, region, instances };
  const others = regionsForSecondary(draftOf(alone, asOf).design).filter((other) =>
    isOffered(instances, engine, other, asOf),
  );
  const secondary = others.find(({ code }) => code === answers.secondary);
  if (secondary === undefined && answers.secondary !== none) return { question: secondaryQuestion(others) };
  const design: DesignAnswers = { ...alone, secondary };
  const draft = draftOf(design, asOf);
  const scenarios = fittingScenarios(draft.design);
  const scenario = scenarios.find((one) => one.name === answers.scenario);
  if (scenario === undefined && answers.scenario !== none) return { question: scenarioQuestion(scenarios) };
  return { blueprint: blueprintOf(name, draft.text, scenario) };
}

/** Whether a Region has the AZs for such instances, and Serverless v2 where they need it. */
function isOffered({ count, isServerless }: InstanceChoice, engine: Engine, region: Region, asOf: string): boolean {
  const { version } = recommendedVersion(engine, asOf);
  return region.azs.length >= count && (!isServerless || takesServerless(engine, version, region.code));
}

const longestIdentifier = 63;

/** What is put behind the name where it has to leave the most room: `-apse1-a`. */
const longestSuffix = Math.max(...regions.map((region) => `-${shortName(region)}-a`.length));

/** Why a design cannot be named so, as a sentence; the identifiers of clusters and instances are made of its name. */
function nameFault(name: string): string | undefined {
  const fault = identifierFault(name);
  if (fault !== undefined) return `"${name}" ${fault}. ${identifierRule}`;
  if (name !== name.toLowerCase()) return `RDS keeps ${name} as ${name.toLowerCase()}. Write it in lower case.`;
  const most = longestIdentifier - longestSuffix;
  if (name.length <= most) return undefined;
  return `The name has ${name.length} characters; with up to ${most} there is room for the ids of instances.`;
}

function blueprintOf(name: string, text: string, scenario: FittingScenario | undefined): NewBlueprint {
  const lines = scenario === undefined ? '' : `\nscenarios:\n  - ${scenario.text.replaceAll('\n', '\n  ')}\n`;
  return { fileName: `${name}.aurora.yaml`, text: text + lines };
}
