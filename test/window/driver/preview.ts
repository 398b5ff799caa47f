import type { FrameLocator, Locator } from 'playwright-core';
import type { Window } from './window.ts';

/** The panel that shows what an ML call would return. */
export class Preview {
  readonly #page: FrameLocator;

  private constructor(page: FrameLocator) {
    this.#page = page;
  }

  /** Waits until the panel is there. */
  static async of(window: Window): Promise<Preview> {
    const page = await window.webview('Inference Preview');
    await page.getByRole('table').waitFor();
    return new Preview(page);
  }

  /** The panel's text as it stands on the screen. */
  text(): Promise<string> {
    return this.#page.locator('body').innerText();
  }

  /** What is said below the table: who answered, or why nobody did. */
  status(): Promise<string> {
    return this.#page.getByRole('status').innerText();
  }

  /** What came back, row by row. */
  async results(): Promise<string[][]> {
    const rows = await this.#page
      .getByRole('row')
      .filter({ has: this.#page.getByRole('cell') })
      .all();
    return Promise.all(
      rows.map((row) =>
        row
          .getByRole('cell')
          .filter({ hasNot: this.#page.getByRole('textbox') })
          .allInnerTexts(),
      ),
    );
  }

  /** The field for the value of an argument, in a row that counts from 0. */
  field(argument: string, row = 0): Locator {
    return this.#page.getByRole('textbox', { name: argument }).nth(row);
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name });
  }
}
