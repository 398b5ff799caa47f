import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { CommandError, findProgram, run } from '../command.mjs';
import { SetupError, step } from '../progress.mjs';
import { chosenBuild } from './builds.mjs';

/**
 * An installed VS Code server.
 *
 * @typedef {object} VsCodeServer
 * @property {string} version VS Code's version
 * @property {string} node the Node that runs it
 * @property {string} main its entry script
 */

/** Everything of VS Code's server lies in this folder of the checkout, which git ignores. */
export const serverFolder = join(checkout, '.vscode-server');

/**
 * The VS Code server, installed on first use.
 *
 * @returns {Promise<VsCodeServer>}
 */
export async function installVsCodeServer() {
  const build = chosenBuild();
  const folder = join(serverFolder, build.version);
  const server = {
    version: build.version,
    node: build.nodePackage ? join(folder, 'node_modules', build.nodePackage, 'bin', 'node') : process.execPath,
    main: join(vscodeFolder(folder), 'out', 'server-main.js'),
  };
  if (existsSync(folder)) return server;
  await step(`Installing the VS Code ${build.version} server`, async () => {
    // Only a finished install gets the name it is looked for under.
    const partial = join(serverFolder, `${build.version}.partial-${process.pid}`);
    try {
      await installInto(partial, build);
      await rm(folder, { recursive: true, force: true });
      await rename(partial, folder);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw new SetupError(
        `The VS Code ${build.version} server could not be installed from npm. Check the network connection, then run this again. A desktop VS Code whose \`code\` command is on PATH serves \`npm start\` as well.\n\n${error.message}`,
      );
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  });
  return server;
}

/** @param {string} folder */
function vscodeFolder(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * @param {string} folder
 * @param {import('./builds.mjs').Build} build
 */
async function installInto(folder, build) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...build.packages], { cwd: folder });
  const vscode = vscodeFolder(folder);
  await run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: vscode });
  await bringRipgrep(folder);
  await compileNativeModules(folder, build);
}

/**
 * VS Code 1.100 fetches ripgrep while it is installed; here it comes from npm. Later releases carry it.
 *
 * @param {string} folder
 */
async function bringRipgrep(folder) {
  const binaries = join(folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  const rg = join(binaries, `${process.platform}-${process.arch}`, 'rg');
  if (!existsSync(rg)) return;
  const target = join(vscodeFolder(folder), 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
  await mkdir(dirname(target), { recursive: true });
  await cp(rg, target);
}

/**
 * VS Code writes its output channels through a native module. Without a C++ compiler everything else works, and the
 * output channels stay empty.
 *
 * @param {string} folder
 * @param {import('./builds.mjs').Build} build
 */
async function compileNativeModules(folder, build) {
  const tools = await Promise.all(['make', 'g++', 'python3'].map(findProgram));
  if (tools.includes(undefined)) {
    console.log('No make, g++ or python3 here: VS Code starts without them, and its output channels stay empty.');
    return;
  }
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, JOBS: 'max' };
  if (build.nodePackage) {
    const nodeFolder = join(folder, 'node_modules', build.nodePackage);
    env.PATH = `${join(nodeFolder, 'bin')}${delimiter}${env.PATH}`;
    env.npm_config_nodedir = nodeFolder;
  }
  await run('npm', ['rebuild', ...build.nativePackages], { cwd: vscodeFolder(folder), env });
}
