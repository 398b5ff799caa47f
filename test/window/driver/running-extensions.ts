import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../../wait-for.ts';
import { runCommand } from './quick-input.ts';

/**
 * What VS Code says about how an extension woke up, such as `Activation: 20ms`. The list puts the slowest first and
 * keeps only what fits, so it is scrolled until the extension is in it.
 */
export async function readActivation(page: Page, extension: string): Promise<string> {
  await runCommand(page, 'Developer: Show Running Extensions');
  const list = page.locator('.runtime-extensions-editor .monaco-list');
  const row = list.locator('.monaco-list-row', { hasText: extension });
  await list.locator('.monaco-list-row').first().waitFor();
  await list.hover();
  await waitFor(`${extension} among the running extensions`, async () => {
    if (await row.isVisible()) return true;
    await page.mouse.wheel(0, (await isAtEnd(list)) ? -1_000_000 : 200);
    return false;
  });
  const text = await row.innerText();
  await page.keyboard.press('Escape');
  return text;
}

async function isAtEnd(list: Locator): Promise<boolean> {
  return list.locator('.monaco-list-row[data-last-element="true"]').isVisible();
}
