import type { Page } from 'playwright-core';
import { waitFor } from '../../wait-for.ts';
import { runCommand } from './quick-input.ts';

/** One row of the Problems panel. */
export interface Problem {
  readonly file: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The code behind the message, such as `AUR101`. */
  readonly code: string;
  /** Line and column count from 1, as the panel shows them. */
  readonly line: number;
  readonly column: number;
}

/** Opens the Problems panel. */
export async function showProblems(page: Page): Promise<void> {
  if (await page.locator('.markers-panel').isVisible()) return;
  await runCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel').waitFor();
}

/** Milliseconds. The last problem may go while the panel is read: who polls finds out soon, and reads again. */
const STILL_THERE = 3000;

/** All rows of the Problems panel, which is opened for it. The panel keeps only what fits, so it is scrolled through. */
export async function readProblems(page: Page): Promise<Problem[]> {
  await showProblems(page);
  const list = page.locator('.markers-panel .monaco-list');
  if (!(await list.locator('.monaco-list-row').first().isVisible())) return [];
  await list.hover({ timeout: STILL_THERE });
  const rows = new Map<number, Row>();
  await page.mouse.wheel(0, -1_000_000);
  await list.locator('.monaco-list-row[data-index="0"]').waitFor({ timeout: STILL_THERE });
  for (;;) {
    const visible = await list.locator('.monaco-list-row').evaluateAll(readVisibleRows);
    for (const row of visible) rows.set(row.index, row);
    if (visible.some((row) => row.isLast)) return problemsOf([...rows.values()]);
    const bottom = Math.max(...visible.map((row) => row.index));
    await page.mouse.wheel(0, 22 * (visible.length - 1));
    await waitFor('the Problems panel to scroll', async () =>
      list.locator(`.monaco-list-row[data-index="${bottom + 1}"]`).isVisible(),
    );
  }
}

interface Row {
  readonly index: number;
  readonly isLast: boolean;
  /** Set in the row of a file. */
  readonly file: string | undefined;
  readonly problem: Omit<Problem, 'file'> | undefined;
}

/** Runs in the page. */
function readVisibleRows(elements: Element[]): Row[] {
  return elements.map((element) => {
    const text = (selector: string) => element.querySelector(selector)?.textContent ?? '';
    const severity = (['error', 'warning', 'info'] as const).find((name) =>
      element.querySelector(`.marker-icon.${name}`),
    );
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text('.marker-line')) ?? [];
    return {
      index: Number(element.getAttribute('data-index')),
      isLast: element.getAttribute('data-last-element') === 'true',
      file: element.getAttribute('aria-level') === '1' ? text('.label-name') : undefined,
      problem: severity && {
        severity,
        message: [...element.querySelectorAll('.marker-message')].map((part) => part.textContent).join('\n'),
        code: text('.marker-code') || text('.marker-message-line a'),
        line: Number(line),
        column: Number(column),
      },
    };
  });
}

function problemsOf(rows: Row[]): Problem[] {
  let file = '';
  return rows
    .sort((a, b) => a.index - b.index)
    .flatMap((row) => {
      file = row.file ?? file;
      return row.problem ? [{ file, ...row.problem }] : [];
    });
}
