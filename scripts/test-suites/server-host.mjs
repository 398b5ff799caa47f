import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { launchChromium } from '../chromium.mjs';
import { installVsCodeServer } from '../vscode-server/install.mjs';
import { startVsCodeServer } from '../vscode-server/start.mjs';

const PATIENCE_MS = 600_000;

/**
 * Runs a suite in the extension host of the server build. The page in Chromium only asks for the run: code and tests
 * run in Node.
 *
 * @param {import('./extension-host-suite.mjs').HostRun} run
 * @returns {Promise<number>} the exit status that the extension host reports
 */
export async function runInServer(run) {
  const data = await mkdtemp(join(tmpdir(), 'aurora-host-'));
  const server = await startVsCodeServer(await installVsCodeServer(), {
    dataFolder: data,
    extensionsFolder: join(data, 'extensions'),
    settings: {},
    allowExtensionTests: true,
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const log = [];
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      log.push(format(...args));
    });
    /** @type {Promise<number>} */
    const status = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', resolve);
      page.on('crash', () => reject(new Error('The page that asked for the extension host tests has crashed.')));
      setTimeout(
        reject,
        PATIENCE_MS,
        new Error('The extension host has not finished its tests in ten minutes.'),
      ).unref();
    });
    await page.goto(addressOf(server, run));
    if ((await status) !== 0) console.log(log.join('\n'));
    return await status;
  } finally {
    await browser.close();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/**
 * @param {import('../vscode-server/start.mjs').RunningServer} server
 * @param {import('./extension-host-suite.mjs').HostRun} run
 */
function addressOf(server, run) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(run.extension)],
    ['extensionTestsPath', remote(run.tests)],
  ];
  return `${server.url}?${new URLSearchParams({ folder: run.workspace, payload: JSON.stringify(payload) })}`;
}
