import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import { panelHtml } from '../panel-html.ts';

/** Type of the panel, by which VS Code brings it back after a reload. */
export const stageViewType = 'auroraBlueprint.stage';

/** Gives a webview the page of the panel: our bundle and nothing else may run in it. */
export function fillStageWebview(webview: Webview, extension: Uri): void {
  const folder = Uri.joinPath(extension, 'client', 'dist', 'webview');
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64url'),
    scriptUri: webview.asWebviewUri(Uri.joinPath(folder, 'main.js')).toString(),
    styleUri: webview.asWebviewUri(Uri.joinPath(folder, 'main.css')).toString(),
  });
}
