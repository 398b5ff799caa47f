import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { honestCounts } from './counts.mjs';
import { findDesktop, runInDesktop } from './desktop-host.mjs';
import { readReport } from './report.mjs';
import { runInServer } from './server-host.mjs';

/**
 * What an extension host needs to run the suite.
 *
 * @typedef {object} HostRun
 * @property {string} workspace the folder to open
 * @property {string} extension the extension under test: this checkout
 * @property {string} tests the module whose `run` runs the tests
 */

const suite = join(checkout, 'test', 'extension-host');
const bundle = join(suite, 'dist');

/**
 * Runs the tests of test/extension-host with mocha inside an extension host: that of a desktop VS Code where one can be
 * had, otherwise that of the server build. It is the same suite.
 *
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function extensionHostSuite() {
  await bundleSuite();
  const folder = await mkdtemp(join(tmpdir(), 'aurora-extension-host-'));
  try {
    const workspace = join(folder, 'workspace');
    await cp(join(checkout, 'examples'), workspace, { recursive: true });
    /** @type {HostRun} */
    const run = { workspace, extension: checkout, tests: join(bundle, 'index.cjs') };
    const desktop = await findDesktop();
    const status = await (desktop ? runInDesktop(desktop, run) : runInServer(run));
    return honestCounts(show(await readReport(join(bundle, 'report.json'))), status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The bundle lies in a fresh folder, so that a report in it is of this run. */
async function bundleSuite() {
  const esbuild = await import('esbuild');
  await rm(bundle, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: suite,
    entryPoints: ['*.ts'],
    outdir: bundle,
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

/** @param {{ title: string, error?: string }[] | undefined} outcomes */
function show(outcomes) {
  if (!outcomes) return undefined;
  for (const { title, error } of outcomes) console.log(error ? `  ✗ ${title}\n${error}` : `  ✓ ${title}`);
  const failed = outcomes.filter((outcome) => outcome.error).length;
  return { passed: outcomes.length - failed, failed };
}
