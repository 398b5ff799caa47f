import { installThroughApt } from './apt.mjs';
import { findProgram, isExecutable } from './command.mjs';
import { SetupError } from './progress.mjs';

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
  await installThroughApt('Chromium', ['chromium', 'fonts-dejavu-core']);
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
