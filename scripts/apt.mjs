import { CommandError, findProgram, run } from './command.mjs';
import { SetupError, step } from './progress.mjs';

/**
 * Installs Debian packages through apt-get, where there is one and this user may install packages without a password;
 * elsewhere it does nothing.
 *
 * @param {string} name what is installed, such as "Chromium"
 * @param {[string, ...string[]]} packages
 * @throws {SetupError} when they cannot be installed
 */
export async function installThroughApt(name, packages) {
  const prefix = (await findProgram('apt-get')) ? await rootPrefix() : undefined;
  if (!prefix) return;
  const apt = [...prefix, 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  await step(`Installing ${name} through apt-get`, async () => {
    try {
      await run('env', [...apt, 'update']);
      await run('env', [...apt, 'install', '-y', '--no-install-recommends', ...packages]);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw new SetupError(
        `${name} could not be installed. Install it by hand (\`sudo apt-get install ${packages[0]}\`), then run this again.\n\n${error.message}`,
      );
    }
  });
}

/** The words after `env` that make a command run as root; undefined where only a password would allow that. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  try {
    await run('sudo', ['-n', 'true']);
    return ['sudo', '-n', 'env'];
  } catch {
    return undefined;
  }
}
