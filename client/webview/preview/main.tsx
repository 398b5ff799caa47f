import type { MessageFromPreview, MessageToPreview } from '@aurora-blueprint/core/protocol/preview-messages.ts';
import { render } from 'preact';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import './preview.css';
import { initialState, type PreviewState, reduce } from './preview-state.ts';
import { PreviewView } from './preview-view.tsx';

interface VsCodeApi {
  postMessage(message: MessageFromPreview): void;
  getState(): PreviewState | undefined;
  setState(state: PreviewState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
/** VS Code takes the page of a hidden panel away: what a person has typed is kept for the next one. */
let state = vscode.getState() ?? initialState;

function show(next: PreviewState): void {
  state = next;
  vscode.setState(next);
  const run = () => vscode.postMessage({ kind: 'run', rows: state.inputs });
  render(<PreviewView state={state} onInputs={(inputs) => show({ ...state, inputs })} onRun={run} />, document.body);
}

window.addEventListener('message', ({ data }: MessageEvent<MessageToPreview>) => show(reduce(state, data)));
show(state);
vscode.postMessage({ kind: 'ready' });
