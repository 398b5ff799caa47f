import type { Page } from 'playwright-core';
import { pointAt } from './pointer.ts';

/** The labels of the completion list at the cursor, which is opened for it. */
export async function readCompletions(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+Space');
  const list = page.locator('.suggest-widget.visible .monaco-list-row');
  await list.first().waitFor();
  return list.locator('.label-name').allInnerTexts();
}

/** Takes this label from the completion list that is open. */
export async function complete(page: Page, label: string): Promise<void> {
  const name = page.locator('.label-name').getByText(label, { exact: true });
  await page.locator('.suggest-widget.visible .monaco-list-row').filter({ has: name }).first().click();
}

/** Rests the mouse on this text in an editor, and resolves with what the hover says. */
export async function hover(page: Page, text: string): Promise<string> {
  await pointAt(page, text);
  const content = page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents:not(:empty)');
  await content.first().waitFor();
  return (await content.allInnerTexts()).join('\n');
}

/** The quick fixes at the cursor, whose list is opened for it. */
export async function readQuickFixes(page: Page): Promise<string[]> {
  await page.keyboard.press('ControlOrMeta+.');
  const list = page.locator('.action-widget .monaco-list-row.action');
  await list.first().waitFor();
  return list.locator('.title').allInnerTexts();
}

/** Takes the quick fix with this title from the list at the cursor. */
export async function quickFix(page: Page, title: string): Promise<void> {
  await readQuickFixes(page);
  const row = page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
  // VS Code shields the list against clicks until the mouse has moved.
  await row.hover({ force: true });
  await row.click();
}

/** Clicks the code lens with this title. */
export async function codeLens(page: Page, title: string): Promise<void> {
  await page.locator('.codelens-decoration a', { hasText: title }).first().click();
}
