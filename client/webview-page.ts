import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import { panelHtml } from './panel-html.ts';

/** Gives a webview the page of one of our bundles: that bundle may run in it, and nothing else. */
export function fillWebview(webview: Webview, extension: Uri, bundle: 'stage' | 'preview'): void {
  const folder = Uri.joinPath(extension, 'client', 'dist', 'webview');
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64url'),
    scriptUri: webview.asWebviewUri(Uri.joinPath(folder, `${bundle}.js`)).toString(),
    styleUri: webview.asWebviewUri(Uri.joinPath(folder, `${bundle}.css`)).toString(),
  });
}
