import { installThroughApt } from './apt.mjs';
import { findProgram } from './command.mjs';
import { SetupError } from './progress.mjs';

/**
 * The path of Neovim, installed through apt-get when there is none and this user may install packages.
 *
 * @returns {Promise<string>}
 * @throws {SetupError} that says how to get it
 */
export async function findOrInstallNeovim() {
  const found = await findProgram('nvim');
  if (found) return found;
  await installThroughApt('Neovim', ['neovim']);
  const installed = await findProgram('nvim');
  if (installed) return installed;
  throw new SetupError(
    'Neovim is missing: the language server is tested in it. Install it so that nvim is on PATH (Debian: `sudo apt-get install neovim`), then run this again.',
  );
}
