import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../../wait-for.ts';
import { appears } from './appears.ts';
import { pointAt } from './pointer.ts';

const COMPLETIONS = '.suggest-widget.visible .monaco-list-row';
const QUICK_FIXES = '.action-widget .monaco-list-row.action';

/** The labels of the completion list at the cursor. */
export async function readCompletions(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+Space');
  const rows = page.locator(COMPLETIONS);
  await rows.first().waitFor();
  const labels = await rows.locator('.label-name').allInnerTexts();
  await page.keyboard.press('Escape');
  await rows.first().waitFor({ state: 'hidden' });
  return labels;
}

/**
 * Takes this label from the completion list at the cursor. A key may be followed by the list of its values.
 *
 * A list that was asked for while the editor was changing may be closed at once: it is asked for again.
 */
export async function complete(page: Page, label: string): Promise<void> {
  const name = page.locator('.label-name').getByText(label, { exact: true });
  const row = page.locator(COMPLETIONS).filter({ has: name }).first();
  await waitFor(`the completion ${label}`, async () => {
    // With a list in sight, the same keys would open its details.
    if (await page.locator(COMPLETIONS).first().isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Space');
    return appears(row, 3000);
  });
  await row.click();
  await row.waitFor({ state: 'hidden' });
}

/** Rests the mouse on this text in an editor until a hover shows, and resolves with what it says. */
export async function hover(page: Page, text: string): Promise<string> {
  const content = page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents:not(:empty)');
  await waitFor(`a hover over ${text}`, async () => {
    // VS Code asks once for each rest of the mouse, and a language server that has only started may have no answer yet.
    await page.mouse.move(0, 0);
    await pointAt(page, text);
    return appears(content.first(), 2000);
  });
  return (await content.allInnerTexts()).join('\n');
}

/** The titles of the quick fixes at the cursor. */
export async function readQuickFixes(page: Page): Promise<string[]> {
  const rows = await openQuickFixes(page);
  const titles = await rows.locator('.title').allInnerTexts();
  await page.keyboard.press('Escape');
  await rows.first().waitFor({ state: 'hidden' });
  return titles;
}

/** Takes the quick fix with this title at the cursor. */
export async function quickFix(page: Page, title: string): Promise<void> {
  const rows = await openQuickFixes(page);
  const row = rows.filter({ hasText: title }).first();
  // VS Code shields the list against clicks until the mouse has moved.
  await row.hover({ force: true });
  await row.click();
  await row.waitFor({ state: 'hidden' });
}

/** The list closes when the editor under it changes, as it does while findings arrive: it is asked for again. */
async function openQuickFixes(page: Page): Promise<Locator> {
  const rows = page.locator(QUICK_FIXES);
  await waitFor('quick fixes at the cursor', async () => {
    await page.keyboard.press('ControlOrMeta+.');
    return appears(rows.first(), 3000);
  });
  return rows;
}

/** Clicks the first code lens with this title that is in sight. */
export async function codeLens(page: Page, title: string): Promise<void> {
  await page.locator('.codelens-decoration a:visible', { hasText: title }).first().click();
}
