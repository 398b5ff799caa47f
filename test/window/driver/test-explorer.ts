import type { Locator, Page } from 'playwright-core';
import type { Window } from './window.ts';

/** The Test Explorer of VS Code, in the side bar. */
export class TestExplorer {
  readonly #window: Window;

  private constructor(window: Window) {
    this.#window = window;
  }

  /** Opens the view. */
  static async of(window: Window): Promise<TestExplorer> {
    await window.runCommand('Testing: Focus on Test Explorer View');
    return new TestExplorer(window);
  }

  get #page(): Page {
    return this.#window.page;
  }

  /** The row of a file or a test by its label. */
  row(label: string): Locator {
    return this.#page.locator('.test-explorer .monaco-list-row').filter({ hasText: label });
  }

  /** What each row says, with the state of its test, from top to bottom. */
  rows(): Promise<string[]> {
    return this.#page
      .locator('.test-explorer .monaco-list-row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** Shows what is below a row. */
  async expand(label: string): Promise<void> {
    const row = this.row(label);
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
  }

  /** What is said beside the lines of the editor that failed. */
  messages(): Promise<string[]> {
    return this.#page.locator('.test-error-content-widget').allTextContents();
  }

  /** Clicks an action of a row, by its title. */
  async act(label: string, title: string): Promise<void> {
    await this.row(label).hover();
    await this.row(label).getByRole('button', { name: title }).click();
  }
}
