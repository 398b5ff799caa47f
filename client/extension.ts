import { type ExtensionContext, window, workspace } from 'vscode';
import { registerCommands } from './commands/register-commands.ts';
import { offerBeginnings } from './empty-blueprint-lenses.ts';
import { LanguageServer } from './language-server.ts';
import { beginsAurora, needsLanguageServer } from './needs-language-server.ts';
import { PreviewPanel } from './preview/preview-panel.ts';
import { ScenarioTests } from './scenario-tests/scenario-tests.ts';
import { SqlStatus } from './sql-status.ts';
import { StagePanel, stageViewType } from './stage/stage-panel.ts';
import { markWalkthroughSteps } from './walkthrough-steps.ts';

/**
 * Called by VS Code when a blueprint, a template or an SQL file is opened, one of our commands is run, or the workspace
 * holds a blueprint, whose scenarios are tests.
 */
export function activate(context: ExtensionContext): void {
  const server = new LanguageServer(context);
  const stage = new StagePanel(context, server);
  const preview = new PreviewPanel(context, server);
  context.subscriptions.push(
    server,
    stage,
    preview,
    new SqlStatus(server),
    new ScenarioTests(server),
    window.registerWebviewPanelSerializer(stageViewType, stage),
    ...registerCommands(server, stage, preview),
    offerBeginnings(),
    markWalkthroughSteps(),
    workspace.onDidOpenTextDocument((document) => {
      if (needsLanguageServer(document)) void server.start();
    }),
    workspace.onDidChangeConfiguration(() => {
      if (workspace.textDocuments.some(needsLanguageServer)) void server.start();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!server.isStarted && (needsLanguageServer(document) || beginsAurora(document))) void server.start();
    }),
  );
  if (workspace.textDocuments.some(needsLanguageServer)) void server.start();
}
