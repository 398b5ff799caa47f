import type { Fault } from '@aurora-blueprint/core/simulation/fault.ts';
import { Sentence } from './sentence.tsx';
import type { Chosen } from './stage-state.ts';

const suggested: readonly Fault['kind'][] = ['az', 'instance', 'az+1'];

/** What to start with while nothing is chosen: the first fault of the three kinds that tell most. */
export function RunSuggestions({ faults, onChoose }: { faults: readonly Fault[]; onChoose: (chosen: Chosen) => void }) {
  const first = suggested.flatMap((kind) => faults.find((fault) => fault.kind === kind) ?? []);
  if (first.length === 0) {
    return (
      <Sentence gutter="" headline="There is nothing to play." detail="Give the primary an instance with an id." />
    );
  }
  return (
    <Sentence
      gutter=""
      headline="Choose what fails."
      detail="The design plays it and says who answers, what waits and what is lost."
    >
      <p class="actions">
        {first.map(({ id, label }) => (
          <vscode-button key={id} secondary onClick={() => onChoose({ run: { fault: id }, seed: 1 })}>
            {label}
          </vscode-button>
        ))}
      </p>
    </Sentence>
  );
}
