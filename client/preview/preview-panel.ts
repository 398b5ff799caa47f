import type { Confirmation } from '@aurora-blueprint/core/inference/confirmation.ts';
import type { Cell } from '@aurora-blueprint/core/inference/request.ts';
import { type InferResult, inferMethod, type PreviewCall } from '@aurora-blueprint/core/protocol/inference-requests.ts';
import type { MessageFromPreview, MessageToPreview } from '@aurora-blueprint/core/protocol/preview-messages.ts';
import { type Disposable, type ExtensionContext, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { LanguageServer } from '../language-server.ts';
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
      if (message.kind === 'ready') void this.#present();
      else void this.#run(message.rows);
    });
    fillWebview(panel.webview, this.#context.extensionUri, 'preview');
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
    const params = { uri: call.uri, position: call.position, rows, confirmed: false };
    const result = await this.#server.request<InferResult>(inferMethod, params);
    if ('confirmation' in result) {
      if (await agrees(result.confirmation)) {
        await this.#postResult(await this.#server.request<InferResult>(inferMethod, { ...params, confirmed: true }));
      } else {
        await this.#post({ kind: 'problem', sentence: 'Nothing was sent.' });
      }
    } else {
      await this.#postResult(result);
    }
  }

  async #postResult(result: InferResult): Promise<void> {
    if ('rows' in result) await this.#post({ kind: 'rows', ...result });
    else if ('problem' in result) await this.#post({ kind: 'problem', sentence: result.problem });
  }

  async #post(message: MessageToPreview): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

async function agrees({ question, details }: Confirmation): Promise<boolean> {
  const options = { modal: true, detail: details.join('\n') };
  return (await window.showInformationMessage(question, options, 'Send')) === 'Send';
}
