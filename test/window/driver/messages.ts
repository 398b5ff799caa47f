import type { Locator, Page } from 'playwright-core';

/** The notification that holds this text; waits until it is on the screen. */
export async function notification(page: Page, text: string): Promise<Locator> {
  const found = page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  await found.waitFor();
  return found;
}

/** The modal dialog that is on the screen; waits for one. */
export async function dialog(page: Page): Promise<Locator> {
  const found = page.locator('.monaco-dialog-box');
  await found.waitFor();
  return found;
}
