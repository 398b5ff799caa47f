import type { Page } from 'playwright-core';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A stretch of a row, in CSS pixels from the left of the window. */
interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** One row of a code editor as it stands on the screen. */
export interface ScreenRow {
  /** Counted from 1; undefined in a wrapped row. */
  readonly line: number | undefined;
  readonly text: string;
  /** Where each UTF-16 unit of `text` stands. */
  readonly characters: readonly Stretch[];
  /** The middle of the row, in CSS pixels from the top of the window. */
  readonly middle: number;
  readonly squiggles: readonly (Stretch & { readonly severity: Severity })[];
}

/** The rows that the code editors show at this moment, from top to bottom. */
export async function readRows(page: Page): Promise<ScreenRow[]> {
  const rows = await page.locator('.editor-instance .monaco-editor').evaluateAll(readEditors);
  return rows.sort((a, b) => a.middle - b.middle);
}

/** Runs in the page. Monaco lays text, underlines and line numbers over one another: what has the same top is one row. */
function readEditors(editors: Element[]): ScreenRow[] {
  const severities: Severity[] = ['error', 'warning', 'info', 'hint'];

  function rowsOf(editor: Element, container: string): Map<string, HTMLElement> {
    const elements = editor.querySelectorAll<HTMLElement>(`${container} > div`);
    return new Map([...elements].map((element) => [element.style.top, element]));
  }

  function characters(line: Element): { text: string; characters: Stretch[] } {
    const found: Stretch[] = [];
    let text = '';
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const content = node.textContent ?? '';
      for (let index = 0; index < content.length; index++) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { left, right } = range.getBoundingClientRect();
        found.push({ left, right });
      }
      text += content.replaceAll('\u00a0', ' ');
    }
    return { text, characters: found };
  }

  return editors.flatMap((editor) => {
    const overlays = rowsOf(editor, '.view-overlays');
    const margins = rowsOf(editor, '.margin-view-overlays');
    return [...rowsOf(editor, '.view-lines')].map(([top, line]) => {
      const box = line.getBoundingClientRect();
      const number = margins.get(top)?.querySelector('.line-numbers')?.textContent;
      const squiggles = severities.flatMap((severity) =>
        [...(overlays.get(top)?.querySelectorAll(`.squiggly-${severity}`) ?? [])].map((element) => {
          const { left, right } = element.getBoundingClientRect();
          return { severity, left, right };
        }),
      );
      return {
        line: number ? Number(number) : undefined,
        ...characters(line),
        middle: (box.top + box.bottom) / 2,
        squiggles,
      };
    });
  });
}
