import { CommandError, findProgram, isExecutable, run } from './command.mjs';
import { SetupError, step } from './progress.mjs';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** No GPU, and no calls home. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a Chromium without a screen, with a profile of its own. */
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: await findOrInstallChromium(), args: ARGUMENTS });
}

/**
 * The path of a Chromium or Chrome, installed through apt-get when there is none and this user may install packages.
 *
 * @returns {Promise<string>}
 * @throws {SetupError} that says how to get one
 */
export async function findOrInstallChromium() {
  const found = await findChromium();
  if (found) return found;
  if (await findProgram('apt-get')) await installThroughApt();
  const installed = await findChromium();
  if (installed) return installed;
  throw new SetupError(
    'Chromium is missing: it shows VS Code in the window tests. Install Chromium or Google Chrome so that it is on PATH (Debian: `sudo apt-get install chromium`), then run this again.',
  );
}

async function findChromium() {
  for (const name of PROGRAMS) {
    const path = await findProgram(name);
    if (path) return path;
  }
  for (const path of MAC_PROGRAMS) {
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

async function installThroughApt() {
  const prefix = await rootPrefix();
  if (!prefix) return;
  const apt = [...prefix, 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  await step('Installing Chromium through apt-get', async () => {
    try {
      await run('env', [...apt, 'update']);
      await run('env', [...apt, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw new SetupError(
        `Chromium could not be installed. Install it by hand (\`sudo apt-get install chromium\`), then run this again.\n\n${error.message}`,
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
