import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { checkout } from '../../../scripts/checkout.mjs';
import { languageServers } from '../../language-servers.ts';
import { cursor, find, replaceText, save, visibleText } from './editor.ts';
import { type Launched, launch, untilOpen } from './launch.ts';
import { dialog, notification } from './messages.ts';
import type { WindowOptions } from './options.ts';
import { clickOn } from './pointer.ts';
import { type Problem, readProblems } from './problems.ts';
import { answer, choices, goTo, openFile, pick, runCommand } from './quick-input.ts';
import { readActivation } from './running-extensions.ts';
import { readSquiggles, type Squiggle } from './squiggles.ts';
import { untilStored } from './stored-state.ts';
import { codeLens, complete, hover, quickFix, readCompletions, readQuickFixes } from './suggestions.ts';
import { webview } from './webview.ts';

/** Where screenshots are kept; git ignores it. */
const SCREENSHOTS = join(checkout, 'test-results', 'window');

/**
 * A VS Code window with the packaged extension in it, driven as a person would: by keys, mouse and what stands on the
 * screen.
 *
 * What acts (`open`, `runCommand`, `quickFix`, …) waits until its effect can be seen. What reads (`squiggles`,
 * `problems`, `text`) tells the screen of this moment and is meant for `expect.poll`:
 *
 * ```ts
 * await window.open('orders.aurora.yaml');
 * await expect.poll(() => window.squiggles()).toContainEqual({ severity: 'error', line: 12, text: 'us-est-1' });
 * ```
 */
export class Window {
  readonly #launched: Launched;

  private constructor(launched: Launched) {
    this.#launched = launched;
  }

  /** Starts VS Code on a copy of a folder of the checkout. `extensionsFolder` holds the installed extension. */
  static async start(extensionsFolder: string, options: WindowOptions = {}): Promise<Window> {
    return new Window(await launch(extensionsFolder, options));
  }

  /** For what has no name here yet. */
  get page(): Page {
    return this.#launched.page;
  }

  /** The process ids of the language servers that this VS Code runs. */
  languageServers(): Promise<number[]> {
    return languageServers(this.#launched.serverPid);
  }

  /** What VS Code says about how the extension with this name woke up; waits until it has. */
  activation(extension: string): Promise<string> {
    return readActivation(this.page, extension);
  }

  close(): Promise<void> {
    return this.#launched.close();
  }

  /**
   * Loads the page anew, as F5 does in a browser, and waits until the folder is open again.
   *
   * @param state what the stored state of the editors must hold before
   */
  async reload(state: string): Promise<void> {
    await untilStored(this.page, state);
    await this.page.reload();
    await untilOpen(this.page);
  }

  /** Opens a file by its name, or goes to its tab, and gives its editor the focus. */
  open(file: string): Promise<void> {
    return openFile(this.page, file);
  }

  /** Brings a tab to the front by its title. */
  showTab(title: string): Promise<void> {
    return this.page.locator('.tab .tab-label').getByText(title, { exact: true }).click();
  }

  /** Runs a command by its full title in the command palette, such as `Aurora: Show Topology`. */
  runCommand(title: string): Promise<void> {
    return runCommand(this.page, title);
  }

  /** Takes the row with this label from the list that a command has opened. */
  quickPick(label: string): Promise<void> {
    return pick(this.page, label);
  }

  /** The labels of the list that a command has opened. */
  quickPickLabels(): Promise<string[]> {
    return choices(this.page);
  }

  /** Fills in the input box that a command has opened. */
  answer(text: string): Promise<void> {
    return answer(this.page, text);
  }

  /** Moves the cursor of the focused editor; lines and columns count from 1. */
  goTo(line: number, column: number): Promise<void> {
    return goTo(this.page, line, column);
  }

  /** Where the cursor stands, as the status bar says it: `Ln 3, Col 7`. */
  cursor(): Promise<string> {
    return cursor(this.page);
  }

  /** Selects the first place in the focused editor where this text stands; what is typed then takes its place. */
  find(text: string): Promise<void> {
    return find(this.page, text);
  }

  /** Clicks on this text, which must be in sight in an editor. */
  click(text: string): Promise<void> {
    return clickOn(this.page, text);
  }

  /** Types key by key into the focused editor. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Presses one key or chord, such as `Escape` or `Control+Z`. */
  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Pastes this text in place of all that the focused editor holds. */
  replaceText(text: string): Promise<void> {
    return replaceText(this.page, text);
  }

  /** Saves the focused editor. */
  save(): Promise<void> {
    return save(this.page);
  }

  /** The text that the editors show. */
  text(): Promise<string> {
    return visibleText(this.page);
  }

  /** The content of a file of the opened folder on disk. */
  fileOnDisk(name: string): Promise<string> {
    return readFile(join(this.#launched.folder, name), 'utf8');
  }

  /** The titles of the tabs in front, one for each editor group, from left to right. */
  tabsInFront(): Promise<string[]> {
    return this.page.locator('.editor-group-container .tab.active .tab-label').allTextContents();
  }

  /** What is underlined in the editors. */
  squiggles(): Promise<Squiggle[]> {
    return readSquiggles(this.page);
  }

  /** The rows of the Problems panel, which is opened for it. */
  problems(): Promise<Problem[]> {
    return readProblems(this.page);
  }

  /** The labels of the completion list at the cursor. */
  completions(): Promise<string[]> {
    return readCompletions(this.page);
  }

  /** Takes a label from the completion list at the cursor. */
  complete(label: string): Promise<void> {
    return complete(this.page, label);
  }

  /** What the hover over this text says. */
  hover(text: string): Promise<string> {
    return hover(this.page, text);
  }

  /** The titles of the quick fixes at the cursor. */
  quickFixes(): Promise<string[]> {
    return readQuickFixes(this.page);
  }

  /** Takes the quick fix with this title at the cursor. */
  quickFix(title: string): Promise<void> {
    return quickFix(this.page, title);
  }

  /** Clicks the code lens with this title. */
  codeLens(title: string): Promise<void> {
    return codeLens(this.page, title);
  }

  /** The content of the webview in the tab with this title. */
  webview(title: string): Promise<FrameLocator> {
    return webview(this.page, title);
  }

  /** The item of the extension in the status bar with this id; it is hidden where it says nothing. */
  statusBarItem(id: string): Locator {
    return this.page.locator(`.statusbar-item:not(.hidden)[id$=".auroraBlueprint.${id}"]`);
  }

  /** The notification that holds this text; its buttons are found with `getByRole('button', …)`. */
  notification(text: string): Promise<Locator> {
    return notification(this.page, text);
  }

  /** The modal dialog on the screen. */
  dialog(): Promise<Locator> {
    return dialog(this.page);
  }

  /** Keeps what the screen shows as a PNG under test-results/window, and resolves with its path. */
  async screenshot(name: string): Promise<string> {
    await mkdir(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name.replaceAll(/[^\w-]+/g, '-')}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }
}
