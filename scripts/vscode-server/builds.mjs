import { SetupError } from '../progress.mjs';

/**
 * The builds of VS Code's server that the project starts. They come from the npm package code-server, whose `lib/vscode`
 * is VS Code itself; of code-server nothing else is used.
 *
 * @typedef {object} Build
 * @property {string} version VS Code's version
 * @property {string[]} packages what npm installs for it
 * @property {string | undefined} nodePackage the package that brings the Node it runs on; undefined: the Node of this process
 * @property {string[]} nativePackages modules of VS Code to compile, where there is a compiler
 */

const node24 = `node-${process.platform}-${process.arch}`;

/** @type {Record<string, Build>} */
const BUILDS = {
  latest: {
    version: '1.139.1',
    packages: ['code-server@4.139.1', `${node24}@24.21.0`],
    nodePackage: node24,
    nativePackages: ['@vscode/spdlog', '@vscode/native-watchdog'],
  },
  oldest: {
    version: '1.100.3',
    packages: ['code-server@4.100.3', '@vscode/ripgrep-universal@1.18.0'],
    nodePackage: undefined,
    nativePackages: ['@vscode/spdlog', 'native-watchdog'],
  },
};

/**
 * The environment variable AURORA_VSCODE chooses: `latest` (when unset) or `oldest`, the first release that the extension
 * supports.
 */
export function chosenBuild() {
  const name = process.env.AURORA_VSCODE ?? 'latest';
  const build = BUILDS[name];
  if (!build) throw new SetupError(`AURORA_VSCODE is ${name}: set it to ${Object.keys(BUILDS).join(' or ')}.`);
  return build;
}
