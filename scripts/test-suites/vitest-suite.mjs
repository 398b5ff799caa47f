import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { runVisibly } from '../command.mjs';
import { honestCounts } from './counts.mjs';
import { readReport } from './report.mjs';

/**
 * Runs the tests of one vitest configuration.
 *
 * @param {string} config path from the root of the checkout
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function vitestSuite(config) {
  const folder = await mkdtemp(join(tmpdir(), 'aurora-vitest-'));
  try {
    const file = join(folder, 'report.json');
    const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const args = [vitest, 'run', '--config', config, ...reporters];
    const status = await runVisibly(process.execPath, args, { cwd: checkout });
    const report = await readReport(file);
    return honestCounts(report && countsOf(report), status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A file that could not even be loaded has no tests, and counts as one failure.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 */
function countsOf({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}
