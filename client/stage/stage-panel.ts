import type { MessageFromPanel, MessageToPanel, PanelTab } from '@aurora-blueprint/core/protocol/panel-messages.ts';
import type { Run } from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import {
  type Disposable,
  type ExtensionContext,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from 'vscode';
import { createExample, fillWithExample } from '../commands/create-example.ts';
import { holdsDesign, mayBeTemplate } from '../commands/find-design.ts';
import { type LanguageServer, serverFailure } from '../language-server.ts';
import { fillWebview } from '../webview-page.ts';
import { applyEditAt, editsAt, type PlaceInDesign, revealPath } from './stage-editor.ts';
import { StageModel } from './stage-model.ts';

/** A run that was chosen to be played. */
export interface Chosen {
  readonly run: Run;
  readonly seed: number;
}

interface Wanted {
  readonly tab: PanelTab;
  readonly chosen?: Chosen;
}

/** What the page of the panel keeps over a reload. */
interface ShownState {
  readonly uri?: string;
  readonly design?: number;
}

/** Type of the panel, by which VS Code brings it back after a reload. */
export const stageViewType = 'auroraBlueprint.stage';

/** The panel beside the editor. It follows one blueprint: the one it was opened for, then the one that is looked at. */
export class StagePanel implements Disposable, WebviewPanelSerializer {
  readonly #context: ExtensionContext;
  readonly #model: StageModel;
  readonly #listeners: readonly Disposable[];
  #panel: WebviewPanel | undefined;
  /** Whether the page in the panel has said that it listens; a hidden panel has no page. */
  #listens = false;
  /** What a command asked for and the panel does not show yet. */
  #wanted: Wanted | undefined;

  constructor(context: ExtensionContext, server: LanguageServer) {
    this.#context = context;
    this.#model = new StageModel(server, (message) => void this.#post(message));
    this.#listeners = [
      server.onDidStart(() => void this.#model.refresh()),
      workspace.onDidChangeTextDocument(({ document }) => this.#model.documentChanged(document)),
      workspace.onDidCloseTextDocument((document) => this.#model.documentClosed(document)),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection !== undefined) void this.#model.cursorMoved(textEditor.document, selection.active);
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) void this.#followIfDesign(editor.document);
      }),
    ];
  }

  /** Shows the panel on a tab, following a design of `document`; with what is chosen to be played, if anything is. */
  show(document: TextDocument | undefined, tab: PanelTab, chosen?: Chosen, design?: number): void {
    this.#wanted = { tab, ...(chosen && { chosen }) };
    if (this.#panel === undefined) {
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.#attach(window.createWebviewPanel(stageViewType, 'Aurora', column));
    } else {
      this.#panel.reveal(undefined, true);
    }
    if (document !== undefined) this.#follow(document, design);
    this.#showWanted().catch((error: unknown) => void window.showWarningMessage(serverFailure(error)));
  }

  /** Brings the panel back after a reload of the window. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    this.#attach(panel);
    const { uri, design } = isShownState(state) ? state : {};
    if (uri === undefined) return;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    this.#follow(document, design);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#panel?.dispose();
  }

  #attach(panel: WebviewPanel): void {
    this.#panel = panel;
    this.#listens = false;
    panel.iconPath = {
      light: Uri.joinPath(this.#context.extensionUri, 'media', 'topology-light.svg'),
      dark: Uri.joinPath(this.#context.extensionUri, 'media', 'topology-dark.svg'),
    };
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#model.unfollow();
    });
    panel.onDidChangeViewState(() => {
      this.#listens &&= panel.visible;
    });
    panel.webview.onDidReceiveMessage((message: MessageFromPanel) => {
      this.#receive(message).catch((error: unknown) => void window.showWarningMessage(serverFailure(error)));
    });
    fillWebview(panel.webview, this.#context.extensionUri, 'stage');
  }

  #follow(document: TextDocument, design?: number): void {
    if (this.#panel === undefined) return;
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    this.#panel.title = `Aurora: ${name.replace(/\.aurora\.ya?ml$/, '')}`;
    this.#model.follow(document, design);
  }

  /** Blueprints always, so that the panel says what is missing in one; of other files those that hold an Aurora cluster. */
  async #followIfDesign(document: TextDocument): Promise<void> {
    if (this.#panel === undefined) return;
    if (document.languageId === 'aurora-blueprint') this.#follow(document);
    else if (mayBeTemplate(document) && (await holdsDesign(this.#model.server, document))) this.#follow(document);
  }

  async #receive(message: MessageFromPanel): Promise<void> {
    const document = this.#model.document;
    switch (message.kind) {
      case 'ready':
        this.#listens = true;
        await this.#model.refresh();
        await this.#showWanted();
        return;
      case 'select':
        if (document !== undefined)
          await revealPath(this.#model.server, document, this.#place(message), this.#textColumn);
        return;
      case 'showDesign':
        if (document !== undefined) this.#model.follow(document, message.design);
        return;
      case 'simulate':
        await this.#model.simulate(message.run, message.seed);
        return;
      case 'menu':
        if (document === undefined) return;
        await this.#post({
          kind: 'menu',
          path: message.path,
          titles: await editsAt(this.#model.server, document, this.#place(message)),
        });
        return;
      case 'applyEdit':
        if (document !== undefined)
          await applyEditAt(this.#model.server, document, this.#place(message), message.title);
        return;
      case 'createExample':
        if (document?.getText() === '') await fillWithExample(document);
        else await createExample(this.#textColumn);
    }
  }

  #place({ path }: { readonly path: string }): PlaceInDesign {
    return { path, design: this.#model.design };
  }

  /** Where text is shown, so that it does not cover the panel. */
  get #textColumn(): ViewColumn {
    return this.#panel?.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }

  /** Once: afterwards a person's own choice counts, also after a reload. */
  async #showWanted(): Promise<void> {
    const wanted = this.#wanted;
    if (!this.#listens || wanted === undefined) return;
    this.#wanted = undefined;
    if (wanted.chosen !== undefined) await this.#model.simulate(wanted.chosen.run, wanted.chosen.seed);
    await this.#post({ kind: 'show', ...wanted });
  }

  async #post(message: MessageToPanel): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

function isShownState(state: unknown): state is ShownState {
  return typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string';
}
