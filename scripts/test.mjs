// Runs every test there is, after installing and building what they need. The last line is `N passed, N failed`.
import { build } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { runScript, SetupError } from './progress.mjs';
import { countsLine, sum } from './test-suites/counts.mjs';
import { extensionHostSuite } from './test-suites/extension-host-suite.mjs';
import { npmScriptSuite } from './test-suites/npm-script-suite.mjs';
import { vitestSuite } from './test-suites/vitest-suite.mjs';

/** @typedef {import('./test-suites/counts.mjs').Counts} Counts */

/** @type {[name: string, run: () => Promise<Counts>][]} */
const suites = [
  ['lint', () => npmScriptSuite('lint')],
  ['types', () => npmScriptSuite('types')],
  ['unit, command line and language server', () => vitestSuite('vitest.config.ts')],
  ['other JavaScript engines', () => vitestSuite('test/engines/vitest.config.ts')],
  ['other editors', () => vitestSuite('test/editors/vitest.config.ts')],
  ['extension host', extensionHostSuite],
  ['window', () => vitestSuite('test/window/vitest.config.ts')],
];

await runScript(async () => {
  const results = [await runSuite('build', installAndBuild)];
  const canBeTested = results.every(({ failed }) => failed === 0);
  for (const [name, run] of canBeTested ? suites : []) results.push(await runSuite(name, run));
  const total = sum(results);
  console.log(`\n${countsLine(total)}`);
  return total.failed === 0 ? 0 : 1;
});

/** @returns {Promise<Counts>} */
async function installAndBuild() {
  await installDependencies();
  await build();
  return { passed: 1, failed: 0 };
}

/**
 * Runs a suite under its name. A suite that cannot even run is one failure.
 *
 * @param {string} name
 * @param {() => Promise<Counts>} run
 * @returns {Promise<Counts>}
 */
async function runSuite(name, run) {
  console.log(`\n── ${name}`);
  const counts = await run().catch((error) => {
    console.error(error instanceof SetupError ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  console.log(`── ${name}: ${countsLine(counts)}`);
  return counts;
}
