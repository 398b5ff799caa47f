/** What the page of a webview needs to know of its webview. */
export interface PanelSources {
  /** `webview.cspSource`: from where styles and fonts may come. */
  readonly cspSource: string;
  /** New for every page, so that no other script runs in it. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
}

/** The page of a webview: one script and one style sheet, and a policy that lets nothing else in or out. */
export function panelHtml({ cspSource, nonce, scriptUri, styleUri }: PanelSources): string {
  const policy = `default-src 'none'; style-src ${cspSource}; font-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" href="${styleUri}">
    <title>Aurora</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${scriptUri}"></script>
  </body>
</html>
`;
}
