import type { Page } from 'playwright-core';
import { waitFor } from '../../wait-for.ts';
import { readRows } from './screen-rows.ts';

/** Moves the mouse over the first place in the code editors where this text stands. */
export async function pointAt(page: Page, text: string): Promise<void> {
  const { x, y } = await waitFor(`the text ${text} in an editor`, () => placeOf(page, text));
  await page.mouse.move(x, y);
}

/** Clicks on the first place in the code editors where this text stands: the cursor goes there. */
export async function clickOn(page: Page, text: string): Promise<void> {
  await pointAt(page, text);
  await page.mouse.down();
  await page.mouse.up();
}

async function placeOf(page: Page, text: string): Promise<{ x: number; y: number } | undefined> {
  for (const row of await readRows(page)) {
    const start = row.text.indexOf(text);
    const first = row.characters[start];
    const last = row.characters[start + text.length - 1];
    if (first && last) return { x: (first.left + last.right) / 2, y: row.middle };
  }
  return undefined;
}
