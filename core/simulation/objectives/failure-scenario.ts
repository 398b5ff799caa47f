import type { Design } from '../../design/design.ts';
import { writeDuration } from '../../design/format/duration.ts';
import { assumptionTable } from '../assumptions.ts';
import { at } from '../run.ts';
import { defaultSeed, type PlainScenario, type ScenarioEvent } from '../scenario.ts';
import { damageOf, isRegionDark } from './damage.ts';
import { type DesignRows, rowsOf } from './design-rows.ts';
import { demandedSets, type FaultSet, pairsOf } from './fault-sets.ts';
import { failoverTarget } from './judgement.ts';
import { faultKinds, type SingleFault } from './single-fault.ts';

/** Long enough to recreate a writer or to fail over to another Region. What is lost stays lost to the end. */
const duration = 900_000;
const failsAt = 10_000;

/** What tells the faults of one instant from any others of the design, to play them by. */
export function failureId(faults: FaultSet): string {
  return `failure:${faults.map(({ kind, target }) => `${kind}:${target}`).join('+')}`;
}

/** The scenario of faults that a finding names; undefined when the design has no such faults. */
export function scenarioOfFailure(design: Design, id: string): PlainScenario | undefined {
  const rows = rowsOf(design);
  const kinds = faultKinds.flatMap((kind) => demandedSets(rows, kind));
  const sets = [...kinds, ...pairsOf(rows, new Set(faultKinds))];
  const faults = sets.find((candidate) => failureId(candidate) === id);
  return faults && failureScenario(rows, faults);
}

/**
 * Faults of one instant as a scenario: all at once, none of them over before the end, each assumption at its upper value.
 * When the primary Region is lost and a secondary can take over, somebody calls for that.
 */
export function failureScenario(rows: DesignRows, faults: FaultSet): PlainScenario {
  const events = faults.map(eventOf);
  const damage = damageOf(rows, faults);
  const target = isRegionDark(damage, 0) ? failoverTarget(rows, damage) : undefined;
  if (target !== undefined) {
    const calledAt = failsAt + assumptionTable.operatorDelay.max;
    events.push({ at: calledAt, failover: 'region', target: at(rows.clusters, target).region });
  }
  const name = faults.map(({ kind, target: lost }) => `${lost} ${verbs[kind]}`).join(' and ');
  return { name, seed: defaultSeed, duration, events, assumptions: upperValues(), expectations: [] };
}

const verbs = { region: 'goes dark', az: 'goes dark', segment: 'fails', instance: 'crashes' } as const;

function eventOf({ kind, target }: SingleFault): ScenarioEvent {
  return kind === 'instance' ? { at: failsAt, crash: target } : { at: failsAt, fail: kind, target };
}

/** Every duration of the model that may vary, at its upper value. */
function upperValues(): PlainScenario['assumptions'] {
  const varying = Object.entries(assumptionTable).filter(([, figure]) => figure.min < figure.max);
  return Object.fromEntries(varying.map(([name, { max }]) => [name, writeDuration(max)]));
}
