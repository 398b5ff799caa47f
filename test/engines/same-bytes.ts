import { known } from '@aurora-blueprint/core/design/node.ts';
import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { durabilityOf } from '@aurora-blueprint/core/durability/durability.ts';
import { sampleLosses } from '@aurora-blueprint/core/durability/importance-sampling.ts';
import { defaultModel } from '@aurora-blueprint/core/durability/model.ts';
import { playLosses } from '@aurora-blueprint/core/durability/monte-carlo.ts';
import { faultsOf } from '@aurora-blueprint/core/simulation/faults.ts';
import { type Choice, simulate } from '@aurora-blueprint/core/simulation/simulate.ts';
import { TraceHash } from '@aurora-blueprint/core/simulation/trace-hash.ts';

/** One thing that was computed: for a run the hash of its trace, and in any case one over all that came out. */
export interface Outcome {
  readonly what: string;
  readonly trace: string;
  readonly all: string;
}

/** Plays every fault and every scenario of a blueprint with several seeds, and computes its durability. */
export function outcomesOf(blueprint: string): readonly Outcome[] {
  const design = readBlueprint(blueprint).documents[0]?.design;
  if (design === undefined) throw new Error('The blueprint holds no design.');
  const choices: Choice[] = [
    ...faultsOf(design).map(({ id }) => ({ fault: id })),
    ...design.scenarios.items.map(({ name }) => ({ scenario: known(name) ?? '' })),
  ];
  const runs = choices.flatMap((choice) =>
    [1, 2, 4_294_967_297].map((seed): Outcome => {
      const result = simulate(design, choice, seed);
      const trace = 'problem' in result ? result.problem : result.timeline.traceHash;
      return {
        what: `${JSON.stringify(choice)}, seed ${seed}`,
        trace,
        all: hashOf('problem' in result ? result : result.timeline),
      };
    }),
  );
  const zones = { ...defaultModel, zoneModel: 'outage' } as const;
  const figures = [durabilityOf(zones), playLosses(defaultModel, 1e9, 7), sampleLosses(zones, 2000, 7)];
  return [...runs, { what: 'durability', trace: '', all: hashOf(figures) }];
}

/** JSON writes every number so that no other one reads the same. */
function hashOf(value: object): string {
  const hash = new TraceHash();
  const text = JSON.stringify(value);
  for (let index = 0; index < text.length; index++) hash.add(text.charCodeAt(index));
  return hash.toString();
}
