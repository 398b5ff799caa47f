import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../../wait-for.ts';
import { appears } from './appears.ts';

/** Opens a file of the workspace by its name, as Ctrl+P does, and waits until its editor has the focus. */
export async function openFile(page: Page, name: string): Promise<void> {
  const ofFile = `[data-resource-name=${JSON.stringify(name)}]`;
  const tab = page.locator(`.tabs-container .tab${ofFile}`).first();
  if (await tab.isVisible()) await tab.click();
  else await choose(page, name, name);
  const group = page.locator('.editor-group-container.active');
  await group.locator(`.tab.active${ofFile}`).waitFor();
  await group.locator('.monaco-editor.focused .view-line').first().waitFor();
}

/** Runs a command by its full title, such as `Aurora: Show Topology`, from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await choose(page, `>${title}`, title);
}

/** Moves the cursor of the focused editor. Lines and columns count from 1, as VS Code shows them. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  const query = `:${line}:${column}`;
  await ask(page, query);
  await page.keyboard.press('Enter');
  await answered(page, query);
  await page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/** Takes the row with this label from the list that is open. */
export async function pick(page: Page, label: string): Promise<void> {
  await row(page, label).click();
}

/** The labels of the list that is open. */
export async function choices(page: Page): Promise<string[]> {
  await page.locator(ROWS).first().waitFor();
  return page.locator(`${ROWS} .label-name`).allInnerTexts();
}

/** Writes into the input box that is open, and accepts. */
export async function answer(page: Page, text: string): Promise<void> {
  await page.locator(INPUT).fill(text);
  await page.keyboard.press('Enter');
  await answered(page, text);
}

const INPUT = '.quick-input-widget .quick-input-box input:visible';
const ROWS = '.quick-input-list .monaco-list-row:visible';

/** Commands and files appear once VS Code knows them: the list is asked again until the row is there. */
async function choose(page: Page, query: string, label: string): Promise<void> {
  await waitFor(`${label} in the list of ${query}`, async () => {
    await ask(page, query);
    const found = await appears(row(page, label), 3000);
    if (!found) await page.keyboard.press('Escape');
    return found;
  });
  await row(page, label).click();
  await answered(page, query);
}

async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator(INPUT).fill(query);
}

/** The list of the query is gone; what the choice has opened in its place may be there already. */
async function answered(page: Page, query: string): Promise<void> {
  await waitFor(`the list of ${query} to close`, () =>
    page
      .locator(INPUT)
      .evaluateAll((inputs, value) => inputs.every((input) => (input as HTMLInputElement).value !== value), query),
  );
}

function row(page: Page, label: string): Locator {
  const name = page.locator('.label-name').getByText(label, { exact: true });
  return page.locator(ROWS).filter({ has: name }).first();
}
