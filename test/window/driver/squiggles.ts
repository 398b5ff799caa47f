import type { Page } from 'playwright-core';
import { readRows, type ScreenRow, type Severity } from './screen-rows.ts';

/** An underlined stretch of text as it stands on the screen. */
export interface Squiggle {
  readonly severity: Severity;
  /** Counted from 1. */
  readonly line: number | undefined;
  readonly text: string;
}

/** What the code editors underline at this moment. */
export async function readSquiggles(page: Page): Promise<Squiggle[]> {
  const rows = await readRows(page);
  return rows.flatMap((row) =>
    row.squiggles.map(({ severity, left, right }) => ({
      severity,
      line: row.line,
      text: textBetween(row, left, right),
    })),
  );
}

function textBetween(row: ScreenRow, left: number, right: number): string {
  const isInside = (index: number) => {
    const character = row.characters[index];
    if (!character) return false;
    const middle = (character.left + character.right) / 2;
    return middle > left && middle < right;
  };
  return [...row.text.split('').keys()]
    .filter(isInside)
    .map((index) => row.text.charAt(index))
    .join('');
}
