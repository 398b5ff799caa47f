import { describe, expect } from 'vitest';
import { waitFor } from '../wait-for.ts';
import type { Window } from './driver/window.ts';
import { test } from './window-test.ts';

const plain = 'SELECT id FROM reviews;\n';

test.override('windowOptions', { files: { 'plain.sql': plain, 'other.sql': plain } });

/** An example as it lies on disk, in the editor. */
async function openFresh(window: Window, file: string): Promise<void> {
  await window.open(file);
  await window.replaceText(await window.fileOnDisk(file));
  await expect.poll(() => window.squiggles()).toEqual([]);
}

/** Puts the cursor of reviews.sql behind the language code of the call that has a literal text. */
async function goToLanguageCode(window: Window): Promise<void> {
  await openFresh(window, 'reviews.sql');
  await window.find("lovely.', 'en");
  await window.press('ArrowRight');
}

describe('an SQL file without anything of Aurora’s', () => {
  test('starts no server, also while it is edited', async ({ window }) => {
    await window.open('plain.sql');
    await window.type('SELECT 1; ');
    expect(await window.activation('Aurora Blueprint')).toMatch(/Activation: \d+ms/);
    expect(await window.languageServers()).toEqual([]);
  });

  test('starts it with the first call of Aurora machine learning', async ({ window }) => {
    await window.open('plain.sql');
    await window.replaceText("SELECT aws_comprehend.detect_sentiment('fine', 'eng');\n");
    await expect.poll(() => window.squiggles()).toMatchObject([{ severity: 'error', text: "'eng'" }]);
    expect(await window.languageServers()).toHaveLength(1);
  });
});

describe('SQL that calls models', () => {
  test('is clean as it comes, in both dialects', async ({ window }) => {
    for (const file of ['reviews.sql', 'fraud.mysql.sql']) {
      await window.open(file);
      await expect.poll(() => window.page.locator('.codelens-decoration').count()).toBeGreaterThan(0);
      expect(await window.squiggles()).toEqual([]);
    }
    expect((await window.problems()).filter(({ file }) => file !== 'plain.sql')).toEqual([]);
  });

  test('needs the right number of arguments', async ({ window }) => {
    await goToLanguageCode(window);
    await window.find(", 'en');");
    await window.type(');');
    await expect.poll(() => window.squiggles()).toMatchObject([{ text: 'aws_comprehend.detect_sentiment' }]);
    await expect
      .poll(() => window.problems())
      .toContainEqual(expect.objectContaining({ code: 'PGM001', message: expect.stringContaining('is missing') }));
    await window.screenshot('sql missing argument');
    await window.open('reviews.sql');
    await window.find("detect_sentiment('The parcel");
    await window.quickFix("Add 'en' as language_code");
    await expect.poll(() => window.squiggles()).toEqual([]);
  });

  test('needs the right kind of arguments', async ({ window }) => {
    await openFresh(window, 'reviews.sql');
    await window.find('500, amount');
    await window.type('0.5, amount');
    await expect.poll(() => window.squiggles()).toMatchObject([{ severity: 'error', text: '0.5' }]);
    expect(await window.hover('0.5')).toContain('max_rows_per_batch is a whole number or NULL, not a fraction.');
  });

  test('takes only languages that Comprehend takes, and is mended', async ({ window }) => {
    await goToLanguageCode(window);
    await window.type('glish');
    await expect.poll(() => window.squiggles()).toMatchObject([{ severity: 'error', text: "'english'" }]);
    expect(await window.hover("'english'")).toContain("Comprehend takes no language 'english'. Did you mean 'en'?");
    await window.screenshot('sql language');
    await window.quickFix("Replace with 'en'");
    await expect.poll(() => window.squiggles()).toEqual([]);
  });

  test('is told which function was meant', async ({ window }) => {
    await openFresh(window, 'reviews.sql');
    await window.find("detect_sentiment('The parcel");
    await window.press('ArrowLeft');
    await window.type('s');
    await expect.poll(() => window.squiggles()).toMatchObject([{ text: 'aws_comprehend.sdetect_sentiment' }]);
    expect(await window.hover('sdetect_sentiment')).toContain('Did you mean aws_comprehend.detect_sentiment?');
    await window.quickFix('Replace with aws_comprehend.detect_sentiment');
    await expect.poll(() => window.squiggles()).toEqual([]);
  });

  test('is checked in the dialect of Aurora MySQL too', async ({ window }) => {
    await openFresh(window, 'fraud.mysql.sql');
    await window.find("spät.', 'de') AS sentiment");
    await window.press('ArrowLeft');
    for (let step = 0; step < "spät.', '".length; step += 1) await window.press('ArrowRight');
    await window.press('Delete');
    await window.type('D');
    await expect.poll(() => window.squiggles()).toMatchObject([{ severity: 'error', text: "'De'" }]);
    await window.quickFix("Replace with 'de'");
    await expect.poll(() => window.squiggles()).toEqual([]);
  });
});

describe('SQL and the design that governs it', () => {
  test('lights up when the design loses a role, and is clean again when it has it back', async ({ window }) => {
    await openFresh(window, 'reviews.sql');
    await window.find('aws_comprehend.detect_sentiment(fresh.body');
    await window.runCommand('View: Split Editor Right');
    await window.open('orders.aurora.yaml');
    await expect.poll(() => window.tabsInFront()).toEqual(['reviews.sql', 'orders.aurora.yaml']);
    await window.find('- { service: Comprehend');
    await window.runCommand('Delete Line');
    const calls = () => window.squiggles().then((squiggles) => squiggles.map(({ text }) => text));
    await expect.poll(calls).toContain('aws_comprehend.detect_sentiment');
    await window.screenshot('sql without role');
    const problems = await waitFor('findings of AUR1101', async () => {
      const found = (await window.problems()).filter(({ code }) => code === 'AUR1101');
      return found.length > 0 && found;
    });
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: 'reviews.sql',
        message: expect.stringContaining('The design orders associates no role for Comprehend'),
      }),
    );
    await window.open('orders.aurora.yaml');
    await window.press('ControlOrMeta+Z');
    await expect.poll(calls).toEqual([]);
  });
});

describe('the status bar', () => {
  test('says the dialect of an SQL file, what decided it, and which design governs', async ({ window }) => {
    await openFresh(window, 'reviews.sql');
    const item = window.statusBarItem('sqlDialect');
    await expect.poll(() => item.innerText()).toContain('Aurora PostgreSQL');
    await item.hover();
    const tooltip = window.page.locator('.monaco-hover:visible', { hasText: 'governs it' });
    await expect.poll(() => tooltip.innerText()).toContain('The design orders governs it (orders.aurora.yaml).');
    await window.screenshot('sql status bar');
    await window.open('other.sql');
    await expect.poll(() => item.count()).toBe(0);
  });

  test('lets a person choose the dialect, and opens the design', async ({ window }) => {
    await openFresh(window, 'reviews.sql');
    await window.press('ControlOrMeta+Home');
    const item = window.statusBarItem('sqlDialect');
    await item.click();
    expect(await window.quickPickLabels()).toEqual([
      'Aurora PostgreSQL',
      'Aurora MySQL',
      'Open orders.aurora.yaml',
      'Open Settings',
    ]);
    await window.screenshot('sql dialect');
    await window.quickPick('Aurora MySQL');
    await expect.poll(() => item.innerText()).toContain('Aurora MySQL');
    expect(await window.text()).toContain('-- aurora: mysql');
    await item.click();
    await window.quickPick('Decide by the file');
    await expect.poll(() => item.innerText()).toContain('Aurora PostgreSQL');
    await item.click();
    await window.quickPick('Open orders.aurora.yaml');
    await expect.poll(async () => (await window.tabsInFront())[0]).toBe('orders.aurora.yaml');
  });
});

describe('writing SQL that calls models', () => {
  test('is helped with functions, their arguments and what they are', async ({ window }) => {
    await openFresh(window, 'reviews.sql');
    await window.press('ControlOrMeta+End');
    await window.type('\nSELECT aws_com');
    await window.complete('aws_comprehend.detect_sentiment');
    await expect.poll(() => window.text()).toContain("aws_comprehend.detect_sentiment(input_text, 'en')");
    const signature = window.page.locator('.parameter-hints-widget.visible');
    await window.press('ControlOrMeta+Shift+Space');
    await expect.poll(() => signature.innerText()).toContain('input_text varchar');
    await window.screenshot('sql signature');
    await window.press('Escape');
    expect(await window.hover('detect_sentiment(input_text')).toContain('A role for Comprehend is associated.');
    await window.screenshot('sql hover');
  });
});
