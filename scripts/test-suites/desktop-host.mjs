import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findProgram } from '../command.mjs';
import { step } from '../progress.mjs';
import { chosenBuild } from '../vscode-server/builds.mjs';

/**
 * A desktop VS Code that can show itself here.
 *
 * @typedef {object} Desktop
 * @property {string} executable
 * @property {string | undefined} xvfb the program that stands in for a screen; undefined where there is a screen
 */

/**
 * The desktop VS Code of the pinned version, downloaded on first use; undefined where there is neither a screen nor Xvfb,
 * or no way to the download.
 *
 * @returns {Promise<Desktop | undefined>}
 */
export async function findDesktop() {
  const needsScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const xvfb = needsScreen ? await findProgram('Xvfb') : undefined;
  if (needsScreen && !xvfb) return undefined;
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    const { version } = chosenBuild();
    const executable = await step(`Downloading VS Code ${version}`, () =>
      downloadAndUnzipVSCode({ version, reporter: new SilentReporter() }),
    );
    return { executable, xvfb };
  } catch (error) {
    if (isNameResolutionError(error)) return undefined;
    throw error;
  }
}

/**
 * Runs a suite in the extension host of a desktop VS Code.
 *
 * @param {Desktop} desktop
 * @param {import('./extension-host-suite.mjs').HostRun} run
 * @returns {Promise<number>} the exit status
 */
export async function runInDesktop(desktop, run) {
  const { runTests, TestRunFailedError } = await import('@vscode/test-electron');
  const screen = desktop.xvfb ? await startXvfb(desktop.xvfb) : undefined;
  try {
    return await runTests({
      vscodeExecutablePath: desktop.executable,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.tests,
      extensionTestsEnv: screen ? { DISPLAY: screen.display } : {},
      launchArgs: [run.workspace, '--disable-extensions', '--disable-workspace-trust', '--disable-gpu'],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  } finally {
    screen?.process.kill();
  }
}

/** @param {string} xvfb */
async function startXvfb(xvfb) {
  const process = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1500x950x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await once(process.stdout, 'data');
  return { process, display: `:${String(number).trim()}` };
}

/** @param {unknown} error */
function isNameResolutionError(error) {
  return error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN');
}
