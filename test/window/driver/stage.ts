import type { FrameLocator, Locator } from 'playwright-core';
import type { Window } from './window.ts';

/** The panel with topology and simulation, found and read by what assistive technology finds and reads. */
export class Stage {
  readonly #page: FrameLocator;

  private constructor(page: FrameLocator) {
    this.#page = page;
  }

  /** The panel that follows the blueprint `name`.aurora.yaml; waits until its picture or its reason for none is there. */
  static async of(window: Window, name: string): Promise<Stage> {
    const page = await window.webview(`Aurora: ${name}`);
    await page.getByRole('tabpanel').locator('> *').first().waitFor();
    return new Stage(page);
  }

  /** The picture with everything in it. */
  get picture(): Locator {
    return this.#page.getByRole('region', { name: /^Topology of/ });
  }

  /** Something of the picture by its name, such as `/^orders-a,/`. */
  thing(name: string | RegExp): Locator {
    return this.picture.getByRole('button', { name });
  }

  /** The names of everything in the picture, in the order in which a screen reader meets it. */
  things(): Promise<string[]> {
    return this.picture.getByRole('button').evaluateAll(namesOf);
  }

  /** The names of what the picture marks as looked at. */
  marked(): Promise<string[]> {
    return this.picture.locator('[aria-current=true]').evaluateAll(namesOf);
  }

  /** The panel's text as it stands on the screen. */
  text(): Promise<string> {
    return this.#page.getByRole('tabpanel').innerText();
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name });
  }

  /** Which tab is shown. */
  shownTab(): Promise<string> {
    return this.#page.getByRole('tab', { selected: true }).innerText();
  }

  /** What the open menu of a thing offers; nothing while none is open. */
  menu(): Promise<string[]> {
    return this.#page.getByRole('menuitem').allInnerTexts();
  }

  async chooseFromMenu(title: string | RegExp): Promise<void> {
    await this.#page.getByRole('menuitem', { name: title }).click();
  }

  /** The name of what has the focus in the panel. */
  focused(): Promise<string> {
    return this.#page
      .locator(':focus')
      .getAttribute('aria-label')
      .then((label) => label ?? '');
  }

  /** What the list of things to play has on its face. */
  get select(): Locator {
    return this.#page.getByRole('combobox', { name: 'What to play' });
  }

  get seed(): Locator {
    return this.#page.getByRole('spinbutton', { name: 'seed' });
  }

  /** Takes a fault or a scenario from the list, and waits until its run is shown. */
  async choose(label: string): Promise<void> {
    await this.select.click();
    await this.#page.getByRole('option', { name: label, exact: true }).click();
    await this.#timelineOf(label).waitFor();
  }

  /** Everything that can be played, in the order of the list. */
  async choices(): Promise<string[]> {
    await this.select.click();
    const options = this.#page.getByRole('option');
    await options.first().waitFor();
    const labels = await options.allInnerTexts();
    await this.select.press('Escape');
    await options.first().waitFor({ state: 'hidden' });
    return labels;
  }

  /** The timeline of the run that is shown. */
  get timeline(): Locator {
    return this.#page.getByRole('slider');
  }

  /** Everything that stands in the lanes, as it is read on the screen. */
  lanes(): Promise<string[]> {
    return this.timeline.locator('text').allTextContents();
  }

  /** Drags the frame on the strip of the whole run, taken at its middle, by so many pixels. */
  async dragFrame(pixels: number): Promise<void> {
    const [frame] = await this.timeline.locator('svg > rect[rx="4"]').all();
    const box = await frame?.boundingBox();
    if (box === null || box === undefined) throw new Error('the strip of the whole run has no frame');
    const { mouse } = this.timeline.page();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + pixels, y, { steps: 4 });
    await mouse.up();
  }

  #timelineOf(label: string): Locator {
    return this.#page.getByRole('slider', { name: `Timeline: ${label}`, exact: true });
  }

  /** The playhead in words: the time and what happened last, such as `00:10: Nobody writes: …`. */
  async moment(): Promise<string> {
    return (await this.timeline.getAttribute('aria-valuetext')) ?? '';
  }

  /** Seconds of the run at the playhead. */
  async seconds(): Promise<number> {
    return Number(await this.timeline.getAttribute('aria-valuenow'));
  }

  /** Presses a key of the timeline, and waits until it has moved the playhead. */
  async step(key: string): Promise<void> {
    const before = await this.seconds();
    await this.timeline.press(key);
    await this.#page.locator(`[role=slider]:not([aria-valuenow="${before}"])`).waitFor();
  }

  /** Steps from event to event until the sentence of one matches, and resolves with it. */
  async stepTo(sentence: RegExp): Promise<string> {
    await this.timeline.press('Home');
    for (;;) {
      const moment = await this.moment();
      if (sentence.test(moment)) return moment;
      await this.step('.');
    }
  }

  /** What the run came to, as it stands on the screen. */
  verdict(): Promise<string> {
    return this.#page.getByRole('region', { name: 'Verdict' }).innerText();
  }

  /** The cells of one outcome in the verdict, such as those of `writerRecovery`. */
  async outcome(name: string): Promise<string[]> {
    const header = this.#page.getByRole('rowheader').filter({ hasText: new RegExp(`^${name}`) });
    const row = this.#page.getByRole('row').filter({ has: header });
    return (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim());
  }
}

/** Runs in the page. */
function namesOf(elements: Element[]): string[] {
  return elements.map((element) => element.getAttribute('aria-label') ?? '');
}
