// Opens VS Code with the extension on the examples: a desktop VS Code where there is one, otherwise the server build in a
// browser tab.
import { join } from 'node:path';
import { build } from './build.mjs';
import { checkout, vsix } from './checkout.mjs';
import { findProgram, run } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { runScript, step } from './progress.mjs';
import { installVsCodeServer, serverFolder } from './vscode-server/install.mjs';
import { installExtension, startVsCodeServer } from './vscode-server/start.mjs';

const examples = join(checkout, 'examples');
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

await runScript(async () => {
  await installDependencies();
  const code = hasScreen ? await findProgram('code') : undefined;
  await (code ? openDesktop(code) : serveInBrowser());
  return 0;
});

/** @param {string} code the `code` command */
async function openDesktop(code) {
  await build();
  await run(code, ['--new-window', `--extensionDevelopmentPath=${checkout}`, examples]);
  console.log('VS Code is open on examples/. Open orders.aurora.yaml, then run "Aurora: Show Topology".');
}

async function serveInBrowser() {
  const { packageExtension } = await import('./package.mjs');
  const server = await installVsCodeServer();
  await packageExtension();
  const dataFolder = join(serverFolder, 'profile');
  const extensionsFolder = join(dataFolder, 'extensions');
  await step('Installing the extension', () => installExtension(server, vsix, { dataFolder, extensionsFolder }));
  const running = await startVsCodeServer(server, { dataFolder, extensionsFolder, settings: {} });
  const address = `${running.url}?${new URLSearchParams({ folder: examples })}`;
  console.log(
    `\nVS Code with the extension: ${address}\nOpen orders.aurora.yaml, then run "Aurora: Show Topology". Ctrl-C ends it.`,
  );
  if (hasScreen) await openBrowser(address);
  await running.exited;
}

/** @param {string} address */
async function openBrowser(address) {
  const opener = await findProgram(process.platform === 'darwin' ? 'open' : 'xdg-open');
  if (opener) await run(opener, [address]);
}
