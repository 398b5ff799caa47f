import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../command.mjs';

/**
 * A running VS Code server.
 *
 * @typedef {object} RunningServer
 * @property {string} url where a browser finds it: `http://127.0.0.1:PORT/`
 * @property {string} authority `127.0.0.1:PORT`, as `vscode-remote:` URIs name it
 * @property {number} pid process id of the server; its extension hosts are below it
 * @property {Promise<void>} exited when it has ended, by itself or not
 * @property {() => Promise<void>} stop ends it and every process it started
 */

/**
 * @typedef {object} ServerOptions
 * @property {string} dataFolder where it keeps its user data
 * @property {string} extensionsFolder
 * @property {Record<string, unknown>} settings the user settings
 * @property {boolean} [allowExtensionTests] whether the address of a page may name an extension and its tests to run; VS Code
 * shows no notifications then
 * @property {Record<string, string>} [environment] variables for the server and its extensions, over those of this process
 * @property {boolean} [askForTrust] whether folders open untrusted until somebody trusts them; they are trusted when left out
 */

/** Settings that keep the window to what concerns the project. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * Starts a VS Code server on a free port of 127.0.0.1, in a process group of its own that ends with this process.
 *
 * @param {import('./install.mjs').VsCodeServer} server
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 */
export async function startVsCodeServer(server, options) {
  await prepareFolders(options);
  const child = spawn(server.node, [server.main, ...serverArguments(options)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.environment },
  });
  const pid = child.pid ?? 0;
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => child.once('exit', () => resolve()));
  const forget = beforeThisProcessEnds(() => endProcessGroup(pid));
  const port = await listeningPort(child);
  return {
    url: `http://127.0.0.1:${port}/`,
    authority: `127.0.0.1:${port}`,
    pid,
    exited,
    async stop() {
      forget();
      endProcessGroup(pid);
      await exited;
    },
  };
}

/**
 * Installs a packaged extension into a folder of extensions, in place of any other version of it.
 *
 * @param {import('./install.mjs').VsCodeServer} server
 * @param {string} vsixFile
 * @param {{ dataFolder: string, extensionsFolder: string }} folders
 */
export async function installExtension(server, vsixFile, { dataFolder, extensionsFolder }) {
  await mkdir(dataFolder, { recursive: true });
  await mkdir(extensionsFolder, { recursive: true });
  const folders = ['--server-data-dir', join(dataFolder, 'server'), '--extensions-dir', extensionsFolder];
  const accept = '--accept-server-license-terms';
  await run(server.node, [server.main, accept, ...folders, '--force', '--install-extension', vsixFile]);
}

/**
 * Settings that are there already stay: a person who keeps the folder keeps what they chose.
 *
 * @param {ServerOptions} options
 */
async function prepareFolders({ dataFolder, extensionsFolder, settings }) {
  const settingsFolder = join(dataFolder, 'user', 'User');
  await mkdir(settingsFolder, { recursive: true });
  await mkdir(extensionsFolder, { recursive: true });
  const settingsFile = join(settingsFolder, 'settings.json');
  if (existsSync(settingsFile)) return;
  await writeFile(settingsFile, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2));
}

/**
 * @param {() => void} action done once, also when a signal ends this process
 * @returns {() => void} takes that back
 */
function beforeThisProcessEnds(action) {
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    forget();
    action();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', action);
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  process.on('exit', action);
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return forget;
}

/** @param {number} pid of the group's first process */
function endProcessGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: every process of the group has ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** @param {ServerOptions} options */
function serverArguments({ dataFolder, extensionsFolder, allowExtensionTests, askForTrust }) {
  const args = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'];
  args.push('--telemetry-level', 'off', '--server-data-dir', join(dataFolder, 'server'));
  args.push('--user-data-dir', join(dataFolder, 'user'), '--extensions-dir', extensionsFolder);
  if (allowExtensionTests) args.push('--enable-smoke-test-driver');
  if (!askForTrust) args.push('--disable-workspace-trust');
  return args;
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @returns {Promise<string>}
 */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`The VS Code server ended with status ${status}:\n${output}`)));
  });
}
