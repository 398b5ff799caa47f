import type { MessageFromPreview, MessageToPreview } from '@aurora-blueprint/core/protocol/preview-messages.ts';
import { render } from 'preact';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import './preview.css';
import { type PreviewState, reduce } from './preview-state.ts';
import { PreviewView } from './preview-view.tsx';

declare function acquireVsCodeApi(): { postMessage(message: MessageFromPreview): void };

const vscode = acquireVsCodeApi();
let state: PreviewState = { call: undefined, inputs: [], outcome: { kind: 'none' } };

function show(next: PreviewState): void {
  state = next;
  const run = () => vscode.postMessage({ kind: 'run', rows: state.inputs });
  render(<PreviewView state={state} onInputs={(inputs) => show({ ...state, inputs })} onRun={run} />, document.body);
}

window.addEventListener('message', ({ data }: MessageEvent<MessageToPreview>) => show(reduce(state, data)));
show(state);
vscode.postMessage({ kind: 'ready' });
