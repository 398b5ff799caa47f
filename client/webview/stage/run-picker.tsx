import type { Run, ScenarioChoice } from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import type { Fault } from '@aurora-blueprint/core/simulation/fault.ts';
import type { Chosen } from './stage-state.ts';

export interface RunPickerProperties {
  readonly faults: readonly Fault[];
  readonly scenarios: readonly ScenarioChoice[];
  readonly chosen: Chosen | undefined;
  /** What the run that is shown is called. */
  readonly played: string | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

const defaultSeed = 1;

type ValueEvent = Event & { readonly currentTarget: { readonly value: string } };

/** What is played, and with which seed. */
export function RunPicker({ faults, scenarios, chosen, played, onChoose }: RunPickerProperties) {
  const seed = chosen?.seed ?? defaultSeed;
  const chooseRun = (value: string) => {
    const run = runOfValue(value);
    if (run === undefined) return;
    const scenario = 'scenario' in run ? scenarios.find(({ name }) => name === run.scenario) : undefined;
    onChoose({ run, seed: scenario?.seed ?? seed });
  };
  const chooseSeed = (text: string) => {
    const number = Number(text);
    if (chosen !== undefined && text.trim() !== '' && Number.isSafeInteger(number))
      onChoose({ ...chosen, seed: number });
  };
  const value = chosen === undefined ? '' : valueOfRun(chosen.run);
  const isListed = chosen !== undefined && isAmong(chosen.run, faults, scenarios);
  return (
    <div class="run-picker">
      <vscode-single-select
        label="What to play"
        value={value}
        onChange={(event: ValueEvent) => chooseRun(event.currentTarget.value)}
      >
        {chosen === undefined && (
          <vscode-option value="" selected>
            Choose what fails
          </vscode-option>
        )}
        {chosen !== undefined && !isListed && (
          <vscode-option key={value} value={value} selected>
            {played ?? 'The failure of a finding'}
          </vscode-option>
        )}
        {scenarios.map(({ name }) => (
          <vscode-option key={`scenario:${name}`} value={`scenario:${name}`} selected={value === `scenario:${name}`}>
            {name}
          </vscode-option>
        ))}
        {faults.map(({ id, label }) => (
          <vscode-option key={`fault:${id}`} value={`fault:${id}`} selected={value === `fault:${id}`}>
            {label}
          </vscode-option>
        ))}
      </vscode-single-select>
      {chosen !== undefined && (
        <div class="seed">
          <span aria-hidden="true">seed</span>
          <vscode-textfield
            label="seed"
            type="number"
            value={String(seed)}
            onChange={(event: ValueEvent) => chooseSeed(event.currentTarget.value)}
          />
        </div>
      )}
    </div>
  );
}

/** Whether a run is one of those to choose from; the failure that proves a finding is not, nor a scenario of another file. */
function isAmong(run: Run, faults: readonly Fault[], scenarios: readonly ScenarioChoice[]): boolean {
  if ('scenario' in run) return run.file === undefined && scenarios.some(({ name }) => name === run.scenario);
  return faults.some(({ id }) => id === run.fault);
}

function valueOfRun(run: Run): string {
  if (!('scenario' in run)) return `fault:${run.fault}`;
  return run.file === undefined ? `scenario:${run.scenario}` : `${run.file} ${run.scenario}`;
}

function runOfValue(value: string): Run | undefined {
  const [, kind, id = ''] = /^(scenario|fault):(.*)$/s.exec(value) ?? [];
  if (kind === undefined) return undefined;
  return kind === 'scenario' ? { scenario: id } : { fault: id };
}
