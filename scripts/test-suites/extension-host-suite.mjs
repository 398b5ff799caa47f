import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { honestCounts } from './counts.mjs';
import { findDesktop, runInDesktop } from './desktop-host.mjs';
import { withReport } from './report.mjs';
import { runInServer } from './server-host.mjs';

/**
 * What an extension host needs to run the suite.
 *
 * @typedef {object} HostRun
 * @property {string} workspace the folder to open
 * @property {string} extension the extension under test: this checkout
 * @property {string} tests the module whose `run` runs the tests
 * @property {Record<string, string>} environment
 */

const suite = join(checkout, 'test', 'extension-host');

/**
 * Runs the tests of test/extension-host with mocha inside an extension host: that of a desktop VS Code where one can be
 * had, otherwise that of the server build. It is the same suite.
 *
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function extensionHostSuite() {
  await bundleSuite();
  const folder = await mkdtemp(join(tmpdir(), 'aurora-extension-host-'));
  const workspace = join(folder, 'workspace');
  await cp(join(checkout, 'examples'), workspace, { recursive: true });
  try {
    return await withReport(async (file, readReport) => {
      const tests = join(suite, 'dist', 'index.cjs');
      /** @type {HostRun} */
      const run = { workspace, extension: checkout, tests, environment: { AURORA_TEST_REPORT: file } };
      const desktop = await findDesktop();
      const status = await (desktop ? runInDesktop(desktop, run) : runInServer(run));
      return honestCounts(await readReport(), status);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundleSuite() {
  const esbuild = await import('esbuild');
  await rm(join(suite, 'dist'), { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: suite,
    entryPoints: ['*.ts'],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
