import type { FrameLocator, Page } from 'playwright-core';

/**
 * The content of the webview in the tab with this title. The tab's group names the frame that VS Code lays over it; the
 * extension's own document is a frame inside that one.
 */
export async function webview(page: Page, title: string): Promise<FrameLocator> {
  const label = page.locator('.tab.active .tab-label').getByText(title, { exact: true });
  const group = page.locator('.editor-group-container').filter({ has: label });
  const frame = await group.locator('[aria-flowto]').getAttribute('aria-flowto');
  return page.frameLocator(`iframe.webview.ready[name="${frame}"]`).frameLocator('#active-frame');
}
