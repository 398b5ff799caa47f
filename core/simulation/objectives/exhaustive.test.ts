import { describe, expect, test } from 'vitest';
import type { Design } from '../../design/design.ts';
import { designOf, timelineOf } from '../testing/example.ts';
import { rowsOf } from './design-rows.ts';
import { failureId, failureScenario } from './failure-scenario.ts';
import type { FaultSet } from './fault-sets.ts';
import { type FaultOutcome, judgeFaults } from './judgement.ts';
import type { FaultKind } from './single-fault.ts';
import { type SmallDesign, smallDesigns } from './testing/small-designs.ts';
import { type UnmetObjective, unmetByPairs, unmetObjectives } from './unmet-objectives.ts';

type Judge = (design: Design) => (faults: FaultSet) => FaultOutcome;

const closedForm: Judge = (design) => {
  const rows = rowsOf(design);
  return (faults) => judgeFaults(rows, faults);
};

/** What the engine plays, read off its timeline. Few records are followed one by one: no outcome rests on them. */
const engine: Judge = (design) => (faults) => {
  const scenario = failureScenario(rowsOf(design), faults);
  const assumptions = { ...scenario.assumptions, recordSample: '5m' };
  const { verdict, moments } = timelineOf(design, { scenario: { ...scenario, assumptions } });
  const milliseconds = (seconds: number | null) => (seconds === null ? null : seconds * 1000);
  return {
    writerRecovery: milliseconds(verdict.writerRecoverySeconds),
    dataLoss: verdict.dataLossSeconds === verdict.regionDataLossSeconds ? 0 : null,
    regionRecovery: milliseconds(verdict.regionRecoverySeconds),
    regionDataLoss: verdict.regionDataLossSeconds * 1000,
    candidates: [],
    waitsForReplication: false,
    writesReturn: moments.at(-1)?.clusters.find(({ role }) => role === 'primary')?.writes === 'up',
  };
};

/** Every one and every two things of a design that can be lost, without a thought. */
function allSets({ regions, zones, instances }: SmallDesign): readonly FaultSet[] {
  const segments = [...'ABCDEF'].map((letter) => `pg-0/${letter}`);
  const of = (kind: FaultKind, targets: readonly string[]) => targets.map((target) => ({ kind, target }));
  const faults = [of('region', regions), of('az', zones), of('segment', segments), of('instance', instances)].flat();
  const pairs = faults.flatMap((one, index) => faults.slice(index + 1).map((other) => [one, other]));
  return [...faults.map((fault) => [fault]), ...pairs];
}

const surviveLists = [['instance'], ['instance', 'az'], ['az+1'], ['segment', 'az', 'region'], ['instance', 'region']];
const limits = [
  'writerRecovery: 16s, regionRecovery: 390s, regionDataLoss: 1s',
  'writerRecovery: 15s, regionRecovery: 389s, regionDataLoss: 999ms',
  'writerRecovery: 25s',
  'writerRecovery: 609s, regionRecovery: 10m',
];

/** Whether a fault is one of those that the list means. */
const isListed = (survive: readonly string[]) => (kind: FaultKind) => survive.includes(kind);

/** Whether faults are demanded as they are: one of a kind, or an AZ of the primary with a segment that lies elsewhere. */
function isDemanded(survive: readonly string[], faults: FaultSet): boolean {
  const [one, other] = faults;
  if (other === undefined) return one !== undefined && (survive.includes(one.kind) || one.kind === 'instance');
  if (!survive.includes('az+1') || one?.kind !== 'az' || other.kind !== 'segment') return false;
  const home: Readonly<Record<string, string>> = { A: 'a', B: 'b', C: 'c', D: 'a', E: 'b', F: 'c' };
  return one.target.startsWith('us-') && home[other.target.slice(-1)] !== one.target.slice(-1);
}

/** Two AZs of the primary, or all Regions: no design keeps writing. */
function takesEveryDesign({ regions }: SmallDesign, faults: FaultSet): boolean {
  const [one, other] = faults;
  if (one === undefined || other?.kind !== one.kind) return false;
  if (one.kind === 'region') return regions.length <= 2;
  return one.kind === 'az' && [one, other].every(({ target }) => target.startsWith('us-'));
}

/** Compares what is found with what a search through all sets finds, for every list and limit. */
function compare(small: SmallDesign, judge: Judge): void {
  const sets = allSets(small);
  const outcome = judge(designOf(small.text));
  const outcomes = new Map(sets.map((set) => [failureId(set), outcome(set)]));
  const outcomeOf = (set: FaultSet) => outcomes.get(failureId(set)) as FaultOutcome;
  for (const survive of surviveLists) {
    for (const limit of limits) {
      const text = `${small.text}objectives: { ${limit}, survive: [${survive.join(', ')}] }`;
      const design = designOf(text);
      const demanded = sets.filter((set) => isDemanded(survive, set));
      const single = unmetObjectives(design);
      for (const name of ['survive', 'writerRecovery', 'regionRecovery', 'regionDataLoss'] as const) {
        const isBroken = breaks(design, name);
        const broken = demanded.filter(
          (set) => (name !== 'survive' || isListedSet(survive, set)) && isBroken(outcomeOf(set)),
        );
        const found = single.filter(({ objective }) => objective === name);
        expect(found.length > 0, `${name} of ${text}`).toBe(broken.length > 0);
        for (const one of found) expectSmallest(one, broken, outcomeOf, isBroken, text);
      }
      const pairs = sets.filter(
        (set) => set.every(({ kind }) => isListed(survive)(kind)) && !takesEveryDesign(small, set),
      );
      const byPairs = unmetByPairs(design);
      for (const name of ['writerRecovery', 'regionRecovery'] as const) {
        const isBroken = breaksByPair(design, name);
        const broken = pairs.filter((set) => isBroken(outcomeOf(set)));
        const isPair = broken.length > 0 && broken.every(({ length }) => length === 2);
        const found = byPairs.filter(({ outcome }) => (outcome.regionRecovery !== 0) === (name === 'regionRecovery'));
        expect(found.length, `${name} of ${text} by two faults`).toBe(isPair ? 1 : 0);
        for (const one of found) expectSmallest(one, broken, outcomeOf, isBroken, text);
      }
    }
  }
}

function isListedSet(survive: readonly string[], set: FaultSet): boolean {
  return set.length === 2 || set.every(({ kind }) => isListed(survive)(kind));
}

function limitOf({ objectives }: Design, name: 'writerRecovery' | 'regionRecovery' | 'regionDataLoss'): number {
  const value = objectives[name];
  return value.presence === 'known' ? value.value : Infinity;
}

function breaks(design: Design, name: UnmetObjective['objective']): (outcome: FaultOutcome) => boolean {
  if (name === 'survive') return ({ writesReturn }) => !writesReturn;
  const limit = limitOf(design, name);
  return (outcome) => (name === 'regionDataLoss' || outcome.writesReturn) && (outcome[name] ?? 0) > limit;
}

function breaksByPair(design: Design, name: 'writerRecovery' | 'regionRecovery'): (outcome: FaultOutcome) => boolean {
  const limit = limitOf(design, name);
  return (outcome) => {
    if ((outcome.regionRecovery !== 0) !== (name === 'regionRecovery')) return false;
    return !outcome.writesReturn || (outcome[name] ?? Infinity) > limit;
  };
}

/** The reported faults break the objective, and none that do are fewer. */
function expectSmallest(
  { faults, outcome }: UnmetObjective,
  broken: readonly FaultSet[],
  outcomeOf: (set: FaultSet) => FaultOutcome,
  isBroken: (outcome: FaultOutcome) => boolean,
  text: string,
): void {
  expect(isBroken(outcomeOf(faults)), text).toBe(true);
  expect({ ...outcome, candidates: [] }, text).toEqual({ ...outcomeOf(faults), candidates: [] });
  expect(faults.length, text).toBe(
    Math.min(...broken.map(({ length }) => length), 2 - Number(hasSingle(broken, outcomeOf, isBroken))),
  );
}

/** Whether one of two faults that break an objective does so alone. */
function hasSingle(
  broken: readonly FaultSet[],
  outcomeOf: (set: FaultSet) => FaultOutcome,
  isBroken: (outcome: FaultOutcome) => boolean,
): boolean {
  return broken.some((set) => set.some((fault) => isBroken(outcomeOf([fault]))));
}

describe('what is found is what a search through all single and double faults finds', () => {
  test('in every design of up to four instances over three AZs, judged in closed form', () => {
    const designs = smallDesigns(4);
    expect(designs).toHaveLength(100);
    for (const small of designs) compare(small, closedForm);
  });

  test('in every design of up to two instances, judged by the engine', () => {
    for (const small of smallDesigns(2)) compare(small, engine);
  });
});
