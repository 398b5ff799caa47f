import type { Design } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import { type Demand, demandedSets, type FaultSet, pairsOf } from './fault-sets.ts';
import { type JudgedDesign, judgedDesign } from './judged-design.ts';
import type { FaultOutcome } from './judgement.ts';
import { faultKinds } from './single-fault.ts';

/** An objective that faults break, with the smallest of them: the fewest, of those the narrowest, of those the longest. */
export interface UnmetObjective {
  /** `survive`: writes stay away as long as the faults last. */
  readonly objective: 'survive' | 'writerRecovery' | 'regionRecovery' | 'regionDataLoss';
  /** The value that demands it: the objective, or the item of `survive`. */
  readonly value: Value<unknown>;
  readonly faults: FaultSet;
  readonly outcome: FaultOutcome;
}

/** An objective, with by how many milliseconds faults miss it: 0 when it is met, Infinity when it never is. */
interface Objective extends Pick<UnmetObjective, 'objective' | 'value'> {
  readonly excess: (outcome: FaultOutcome) => number;
}

type SurviveItem = Design['objectives']['survive']['items'][number];

/**
 * The objectives of a design that a fault of `survive` breaks, judged by the upper values of the assumptions: each fault
 * by itself, and with `az+1` an AZ and a segment outside it. A crash of the writer counts whatever `survive` lists. What
 * leaves writes away is said of `survive`, not of a time as well. What is not known of the design is not judged.
 */
export function unmetObjectives(design: Design): readonly UnmetObjective[] {
  if (design.objectives.presence !== 'known') return [];
  const judged = judgedDesign(design);
  const { writerRecovery, regionRecovery, regionDataLoss } = design.objectives;
  const demands = demandsOf(design);
  const setsOf = (kinds: Iterable<Demand>) => [...kinds].flatMap((kind) => demandedSets(judged.rows, kind));
  const [inside, regions] = [new Set<Demand>(['instance']), new Set<Demand>()];
  for (const { kind } of demands) (kind === 'region' ? regions : inside).add(kind);
  const returning = (value: Value<number>, name: 'writerRecovery' | 'regionRecovery'): Objective => ({
    objective: name,
    value,
    excess: (outcome) => (outcome.writesReturn ? beyond(value, outcome[name]) : 0),
  });
  const loss: Objective = {
    objective: 'regionDataLoss',
    value: regionDataLoss,
    excess: (outcome) => beyond(regionDataLoss, outcome.regionDataLoss),
  };
  return [
    ...demands.flatMap(({ item, kind }) => firstUnmet(judged, setsOf([kind]), survival(item))),
    ...firstUnmet(judged, setsOf(inside), returning(writerRecovery, 'writerRecovery')),
    ...firstUnmet(judged, setsOf(regions), returning(regionRecovery, 'regionRecovery')),
    ...firstUnmet(judged, setsOf(regions), loss),
  ];
}

/**
 * The objectives of a design that two faults of the same instant break and neither of them alone, for the kinds of
 * `survive`. A second fault while the first is being recovered from is not judged.
 */
export function unmetByPairs(design: Design): readonly UnmetObjective[] {
  if (design.objectives.presence !== 'known') return [];
  const judged = judgedDesign(design);
  const demands = demandsOf(design);
  const kinds = new Set(faultKinds.filter((kind) => demands.some((demand) => demand.kind === kind)));
  const pairs = pairsOf(judged.rows, kinds);
  return (['writerRecovery', 'regionRecovery'] as const).flatMap((name) => {
    const limit = design.objectives[name];
    const isOf = ({ regionRecovery }: FaultOutcome) => (regionRecovery !== 0) === (name === 'regionRecovery');
    const objective: Objective = {
      objective: name,
      value: limit,
      excess: (outcome) => {
        if (!isOf(outcome)) return 0;
        return outcome.writesReturn ? beyond(limit, outcome[name]) : Infinity;
      },
    };
    const unmet = firstUnmet(judged, pairs, objective).filter(({ faults }) => faults.length === 2);
    return limit.presence === 'known' ? unmet : unmet.flatMap((one) => demandedBySurvive(one, demands));
  });
}

/** The same where no time is demanded: what demands it is the item of `survive` that lists the wider fault. */
function demandedBySurvive(unmet: UnmetObjective, demands: readonly DemandItem[]): readonly UnmetObjective[] {
  const item = demands.find(({ kind }) => kind === unmet.faults[0]?.kind)?.item;
  return item === undefined ? [] : [{ ...unmet, objective: 'survive', value: item }];
}

/** What the loss of the primary Region comes to, whatever the objectives are; undefined when the design does not say enough. */
export function losingPrimaryRegion(design: Design): Pick<UnmetObjective, 'faults' | 'outcome'> | undefined {
  const { rows, isJudged, outcomeOf } = judgedDesign(design);
  const faults = demandedSets(rows, 'region').slice(0, 1).flat();
  return isJudged(faults) ? { faults, outcome: outcomeOf(faults) } : undefined;
}

interface DemandItem {
  readonly item: SurviveItem;
  readonly kind: Demand;
}

function demandsOf({ objectives }: Design): readonly DemandItem[] {
  return objectives.survive.items.flatMap((item) => {
    const kind = known(item);
    return kind === undefined ? [] : [{ item, kind }];
  });
}

function survival(value: SurviveItem): Objective {
  return { objective: 'survive', value, excess: ({ writesReturn }) => (writesReturn ? 0 : Infinity) };
}

/** By how much a time is longer than demanded. */
function beyond(limit: Value<number>, measured: number | null): number {
  const demanded = known(limit);
  if (demanded === undefined) return 0;
  return measured === null ? Infinity : Math.max(0, measured - demanded);
}

/** The fewest faults that break an objective, of those the narrowest, of those the ones that take longest. */
function firstUnmet(
  { isJudged, outcomeOf }: JudgedDesign,
  sets: readonly FaultSet[],
  { objective, value, excess }: Objective,
): readonly UnmetObjective[] {
  const excessOf = (faults: FaultSet) => excess(outcomeOf(faults));
  let found: Found | undefined;
  for (const set of sets.filter(isJudged)) {
    const missed = excessOf(set);
    if (missed === 0) continue;
    const alone = set.map((fault) => [fault]).find((single) => excessOf(single) > 0);
    const faults = alone ?? set;
    const candidate = { faults, excess: alone === undefined ? missed : excessOf(faults) };
    if (found === undefined || isSmaller(candidate, found)) found = candidate;
  }
  return found === undefined ? [] : [{ objective, value, faults: found.faults, outcome: outcomeOf(found.faults) }];
}

type Found = { readonly faults: FaultSet; readonly excess: number };

function isSmaller(one: Found, other: Found): boolean {
  const fewer = other.faults.length - one.faults.length;
  const narrower = narrowness(one.faults) - narrowness(other.faults);
  return fewer > 0 || (fewer === 0 && (narrower > 0 || (narrower === 0 && one.excess > other.excess)));
}

function narrowness(faults: FaultSet): number {
  return faults.reduce((sum, { kind }) => sum + faultKinds.indexOf(kind), 0);
}
