import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { Page } from 'playwright-core';
import { waitFor } from '../../wait-for.ts';
import { readRows } from './screen-rows.ts';

/** The text that the code editors show at this moment: what is scrolled away is not in it. */
export async function visibleText(page: Page): Promise<string> {
  const rows = await readRows(page);
  return rows.map((row) => row.text).join('\n');
}

/** Where the cursor of the focused editor stands, as the status bar says it: `Ln 3, Col 7`. */
export async function cursor(page: Page): Promise<string> {
  return (await page.locator('[id="status.editor.selection"]').textContent()) ?? '';
}

/** Selects the first place in the focused editor where this text stands, as Ctrl+F does, and scrolls to it. */
export async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+F');
  const widget = page.locator('.editor-group-container.active .find-widget.visible');
  const field = widget.locator('.find-part textarea');
  // The widget remembers what it looked for last, and looks again only for something else.
  await field.fill('');
  await field.fill(text);
  await widget.locator('.matchesCount', { hasText: /^1 of / }).waitFor();
  await waitFor('the find widget to close', async () => {
    // While a notification is on the screen, Escape takes that away first.
    await field.press('Escape');
    return widget.waitFor({ state: 'hidden', timeout: 1000 }).then(
      () => true,
      () => false,
    );
  });
}

/** Pastes this text in place of all that the focused editor holds: nothing is completed or indented. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
  const lines = text.split(/\r?\n/);
  const end = `Ln ${lines.length}, Col ${(lines.at(-1)?.length ?? 0) + 1}`;
  await waitFor(`the cursor at the end of the pasted text, ${end}`, async () => (await cursor(page)) === end);
}

/** Saves the focused editor, and waits until the file is written. */
export async function save(page: Page): Promise<void> {
  const title = await page.locator('.editor-group-container.active .tab.active .tab-label').getAttribute('aria-label');
  const path = (title ?? '').replace(/ • .*$/, '').replace(/^~/, homedir());
  const { mtimeMs } = await stat(path);
  await page.keyboard.press('ControlOrMeta+S');
  await waitFor(`${path} on disk`, async () => (await stat(path)).mtimeMs > mtimeMs);
}
