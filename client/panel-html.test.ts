import { expect, it } from 'vitest';
import { panelHtml } from './panel-html.ts';

it('lets nothing run but its own script, and loads nothing from elsewhere', () => {
  const html = panelHtml({
    cspSource: 'vscode-resource:',
    nonce: 'abc123',
    scriptUri: 'vscode-resource:/stage.js',
    styleUri: 'vscode-resource:/stage.css',
  });
  expect(html).toContain(
    `content="default-src 'none'; style-src vscode-resource:; font-src vscode-resource:; script-src 'nonce-abc123'"`,
  );
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script nonce="abc123" src="vscode-resource:/stage.js">']);
});
