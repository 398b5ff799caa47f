import type { Confirmation } from '@aurora-blueprint/core/inference/confirmation.ts';
import type { Cell } from '@aurora-blueprint/core/inference/request.ts';
import {
  type InferParams,
  type InferResult,
  inferMethod,
  type PreviewCall,
} from '@aurora-blueprint/core/protocol/inference-requests.ts';
import type { MessageFromPreview, MessageToPreview } from '@aurora-blueprint/core/protocol/preview-messages.ts';
import { type Disposable, type ExtensionContext, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';
import { fillWebview } from '../webview-page.ts';

/** The panel that shows what an ML call would return, and asks for the values that the text does not give. */
export class PreviewPanel implements Disposable {
  readonly #context: ExtensionContext;
  readonly #server: LanguageServer;
  #panel: WebviewPanel | undefined;
  #call: PreviewCall | undefined;
  /** What stands below the call: a page that comes back shows it again, and nothing is run again for it. */
  #outcome: MessageToPreview | undefined;

  constructor(context: ExtensionContext, server: LanguageServer) {
    this.#context = context;
    this.#server = server;
  }

  /** Shows a call; one that asks for nothing is answered at once. */
  async show(call: PreviewCall): Promise<void> {
    this.#call = call;
    this.#outcome = undefined;
    if (this.#panel === undefined) this.#open();
    else this.#panel.reveal(undefined, true);
    await this.#present();
    if (call.asks.length === 0) await this.#answer(call, [[]]);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): void {
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: false };
    const panel = window.createWebviewPanel('auroraBlueprint.preview', 'Inference Preview', column);
    this.#panel = panel;
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: MessageFromPreview) => {
      if (message.kind === 'ready') void this.#present();
      else if (this.#call !== undefined) void this.#answer(this.#call, message.rows);
    });
    fillWebview(panel.webview, this.#context.extensionUri, 'preview');
  }

  async #present(): Promise<void> {
    if (this.#call !== undefined) await this.#post({ kind: 'call', call: this.#call });
    if (this.#outcome !== undefined) await this.#post(this.#outcome);
  }

  async #answer(call: PreviewCall, rows: readonly (readonly Cell[])[]): Promise<void> {
    await this.#conclude(call, { kind: 'running' });
    try {
      await this.#conclude(call, await this.#infer(call, rows));
    } catch (error) {
      await this.#conclude(call, { kind: 'problem', sentence: serverFailure(error) });
    }
  }

  async #infer({ uri, position }: PreviewCall, rows: readonly (readonly Cell[])[]): Promise<MessageToPreview> {
    const params: InferParams = { uri, position, rows };
    let result = await this.#server.request<InferResult>(inferMethod, params);
    while ('confirmation' in result) {
      const agreed = result.confirmation;
      if (!(await agrees(agreed))) return { kind: 'problem', sentence: 'Nothing was sent.' };
      result = await this.#server.request<InferResult>(inferMethod, { ...params, agreed });
    }
    return 'rows' in result ? { kind: 'rows', ...result } : { kind: 'problem', sentence: result.problem };
  }

  /** What became of a call is shown unless another one has taken its place. */
  async #conclude(call: PreviewCall, outcome: MessageToPreview): Promise<void> {
    if (this.#call !== call) return;
    this.#outcome = outcome;
    await this.#post(outcome);
  }

  async #post(message: MessageToPreview): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

async function agrees({ question, details }: Confirmation): Promise<boolean> {
  const options = { modal: true, detail: details.join('\n') };
  return (await window.showInformationMessage(question, options, 'Send')) === 'Send';
}
