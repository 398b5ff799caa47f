import type { Topology } from '@aurora-blueprint/core/protocol/topology-request.ts';

export interface DesignPickerProperties {
  readonly topologies: readonly Topology[];
  /** Which of them is shown. */
  readonly design: number;
  readonly onChoose: (design: number) => void;
}

type ValueEvent = Event & { readonly currentTarget: { readonly value: string } };

/** Which design of a file with several is shown. The editor's cursor chooses too. */
export function DesignPicker({ topologies, design, onChoose }: DesignPickerProperties) {
  return (
    <div class="run-picker">
      <vscode-single-select
        label="Which design of this file"
        value={String(design)}
        onChange={(event: ValueEvent) => onChoose(Number(event.currentTarget.value))}
      >
        {topologies.map(({ name }, index) => (
          <vscode-option key={name} value={String(index)} selected={index === design}>
            {name}
          </vscode-option>
        ))}
      </vscode-single-select>
    </div>
  );
}
