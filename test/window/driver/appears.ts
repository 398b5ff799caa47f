import type { Locator } from 'playwright-core';

/** Whether an element comes into sight within this many milliseconds: for what may have to be asked for again. */
export function appears(element: Locator, milliseconds: number): Promise<boolean> {
  return element.waitFor({ timeout: milliseconds }).then(
    () => true,
    () => false,
  );
}
