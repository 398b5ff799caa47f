import { PreviewRow } from './preview-row.tsx';
import type { Inputs, PreviewState } from './preview-state.ts';

export interface PreviewViewProperties {
  readonly state: PreviewState;
  readonly onInputs: (inputs: Inputs) => void;
  readonly onRun: () => void;
}

const answeredBy = {
  offline: 'Answered by a stand-in on this machine; nothing is sent.',
  aws: 'Answered by AWS, after you agree.',
};

/** The call, a table with what it is given and what it returns, and who answers. */
export function PreviewView({ state, onInputs, onRun }: PreviewViewProperties) {
  const { call, inputs, outcome } = state;
  if (call === undefined) return <p>Put the cursor on a call of an Aurora ML function.</p>;
  const asksForValues = call.asks.length > 0;
  const setRow = (index: number, row: Inputs[number]) => onInputs(inputs.map((old, at) => (at === index ? row : old)));
  return (
    <main>
      <pre class="call">{call.text}</pre>
      <p class="secondary">{answeredBy[call.provider]}</p>
      <table class={asksForValues ? 'asks' : undefined}>
        <thead>
          <tr>
            {call.asks.map((name) => (
              <th scope="col" class="input">
                {name}
              </th>
            ))}
            {call.columns.map(({ name, type }) => (
              <th scope="col">
                {name} <span class="secondary">{type}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(asksForValues || outcome.kind === 'rows' ? inputs : []).map((row, index) => (
            <PreviewRow
              call={call}
              row={row}
              result={outcome.kind === 'rows' ? outcome.rows[index] : undefined}
              onRow={(next) => setRow(index, next)}
              onRun={onRun}
            />
          ))}
        </tbody>
      </table>
      <p class="status" role="status">
        {outcome.kind === 'running' && 'Waiting for the answer…'}
        {outcome.kind === 'problem' && outcome.sentence}
        {outcome.kind === 'rows' && outcome.notice}
      </p>
      {(asksForValues || outcome.kind === 'problem') && (
        <p class="actions">
          <vscode-button onClick={onRun}>Run</vscode-button>
          {asksForValues && (
            <vscode-button secondary onClick={() => onInputs([...inputs, call.asks.map(() => '')])}>
              Add row
            </vscode-button>
          )}
        </p>
      )}
    </main>
  );
}
