import type { MessageFromPanel, MessageToPanel } from '@aurora-blueprint/core/protocol/panel-messages.ts';
import { render } from 'preact';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import './colours.css';
import './picture.css';
import './stage.css';
import './thing-menu.css';
import './timeline.css';
import './verdict.css';
import { act, initialState, receive, type SavedState, type StageState } from './stage-state.ts';
import { StageView } from './stage-view.tsx';

interface VsCodeApi {
  postMessage(message: MessageFromPanel): void;
  getState(): Partial<SavedState> | undefined;
  setState(state: SavedState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const post = (message: MessageFromPanel) => vscode.postMessage(message);
let state = initialState(vscode.getState());
/** A run chosen before a reload is asked for once, as soon as the document is there. */
let isRunToRestore = state.chosen !== undefined;

function show(next: StageState): void {
  state = next;
  const { uri, design, tab, chosen, at } = next;
  vscode.setState({ uri, design, tab, chosen, at });
  render(<StageView state={next} onAct={(action) => show(act(state, action))} onAsk={post} />, document.body);
}

window.addEventListener('message', ({ data }: MessageEvent<MessageToPanel>) => {
  show(receive(state, data));
  if (data.kind !== 'faults' || !isRunToRestore) return;
  isRunToRestore = false;
  if (state.chosen !== undefined && state.timeline === undefined) post({ kind: 'simulate', ...state.chosen });
});
show(state);
post({ kind: 'ready' });
