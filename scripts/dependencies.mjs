import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { CommandError, run } from './command.mjs';
import { SetupError, step } from './progress.mjs';

/** Installs the packages of package-lock.json, unless node_modules already holds exactly these. */
export async function installDependencies() {
  if (await inStep()) return;
  await step('Installing dependencies', async () => {
    try {
      await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: checkout });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw new SetupError(
        `The dependencies could not be installed. Check the network connection and that npm 10 or newer is installed, then run this again.\n\n${error.message}`,
      );
    }
  });
}

/**
 * npm keeps what it installed in node_modules/.package-lock.json. In step means: every package that package-lock.json
 * names is there in the same version; an optional one (binaries of other platforms) may be missing.
 */
async function inStep() {
  const wanted = await lockedPackages(join(checkout, 'package-lock.json'));
  const installed = await lockedPackages(join(checkout, 'node_modules', '.package-lock.json'));
  if (!wanted) throw new SetupError('package-lock.json is missing: restore it with `git checkout package-lock.json`.');
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }> | undefined>} undefined when there is none
 */
async function lockedPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
