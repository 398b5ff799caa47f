// Draws media/icon.png from media/icon.svg: stores of extensions take no SVG.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { launchChromium } from './chromium.mjs';
import { runScript } from './progress.mjs';

const SIZE = 256;

await runScript(async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
    await page.setContent(`<body style="margin:0">${await readFile(join(checkout, 'media/icon.svg'), 'utf8')}</body>`);
    await page.screenshot({ path: join(checkout, 'media/icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
  return 0;
});
