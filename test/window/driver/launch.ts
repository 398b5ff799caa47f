import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { checkout } from '../../../scripts/checkout.mjs';
import { launchChromium } from '../../../scripts/chromium.mjs';
import { installVsCodeServer } from '../../../scripts/vscode-server/install.mjs';
import { startVsCodeServer } from '../../../scripts/vscode-server/start.mjs';
import { settingsOf, type WindowOptions } from './options.ts';

export interface Launched {
  readonly page: Page;
  /** The copy of the folder that is open. */
  readonly folder: string;
  readonly serverPid: number;
  close(): Promise<void>;
}

/**
 * Starts a VS Code server of its own and a Chromium that shows it, with a copy of the folder open.
 *
 * @param extensionsFolder where the extension under test is installed
 */
export async function launch(extensionsFolder: string, options: WindowOptions): Promise<Launched> {
  const home = await mkdtemp(join(tmpdir(), 'aurora-window-'));
  const folder = join(home, 'workspace');
  await cp(join(checkout, options.folder ?? 'examples'), folder, { recursive: true });
  for (const [name, content] of Object.entries(options.files ?? {})) await writeFile(join(folder, name), content);
  const server = await startVsCodeServer(await installVsCodeServer(), {
    dataFolder: join(home, 'data'),
    extensionsFolder,
    settings: settingsOf(options),
    // Its sockets lie there, and go with the folder.
    environment: { XDG_RUNTIME_DIR: home, ...options.environment },
    askForTrust: options.untrusted ?? false,
  });
  const browser = await launchChromium();
  const page = await browser.newPage({
    viewport: options.size ?? { width: 1500, height: 950 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page.setDefaultTimeout(30_000);
  await page.goto(`${server.url}?folder=${encodeURIComponent(folder)}`);
  await untilOpen(page);
  return {
    page,
    folder,
    serverPid: server.pid,
    async close() {
      await browser.close();
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Waits until the window shows the files of its folder. */
export async function untilOpen(page: Page): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
}
