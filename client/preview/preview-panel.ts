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

  constructor(context: ExtensionContext, server: LanguageServer) {
    this.#context = context;
    this.#server = server;
  }

  /** Shows a call; one that asks for nothing is answered at once. */
  async show(call: PreviewCall): Promise<void> {
    this.#call = call;
    if (this.#panel === undefined) this.#open();
    else this.#panel.reveal(undefined, true);
    await this.#present();
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
      void this.#answer(message);
    });
    fillWebview(panel.webview, this.#context.extensionUri, 'preview');
  }

  async #answer(message: MessageFromPreview): Promise<void> {
    try {
      if (message.kind === 'ready') await this.#present();
      else await this.#run(message.rows);
    } catch (error) {
      await this.#post({ kind: 'problem', sentence: serverFailure(error) });
    }
  }

  async #present(): Promise<void> {
    if (this.#call === undefined) return;
    await this.#post({ kind: 'call', call: this.#call });
    if (this.#call.asks.length === 0) await this.#run([[]]);
  }

  async #run(rows: readonly (readonly Cell[])[]): Promise<void> {
    const call = this.#call;
    if (call === undefined) return;
    await this.#post({ kind: 'running' });
    const params: InferParams = { uri: call.uri, position: call.position, rows };
    let result = await this.#server.request<InferResult>(inferMethod, params);
    while ('confirmation' in result) {
      const agreed = result.confirmation;
      if (!(await agrees(agreed))) {
        await this.#post({ kind: 'problem', sentence: 'Nothing was sent.' });
        return;
      }
      result = await this.#server.request<InferResult>(inferMethod, { ...params, agreed });
    }
    await this.#postResult(result);
  }

  async #postResult(result: Exclude<InferResult, { confirmation: Confirmation }>): Promise<void> {
    if ('rows' in result) await this.#post({ kind: 'rows', ...result });
    else await this.#post({ kind: 'problem', sentence: result.problem });
  }

  async #post(message: MessageToPreview): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

async function agrees({ question, details }: Confirmation): Promise<boolean> {
  const options = { modal: true, detail: details.join('\n') };
  return (await window.showInformationMessage(question, options, 'Send')) === 'Send';
}
