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
  ['extension host', extensionHostSuite],
  ['window', () => vitestSuite('test/window/vitest.config.ts')],
];

await runScript(async () => {
  await installDependencies();
  await build();
  /** @type {Counts[]} */
  const results = [];
  for (const [name, run] of suites) {
    console.log(`\n── ${name}`);
    results.push(await countCrash(run));
  }
  console.log();
  suites.forEach(([name], index) => {
    const counts = results[index];
    if (counts) console.log(`${name}: ${countsLine(counts)}`);
  });
  const total = sum(results);
  console.log(countsLine(total));
  return total.failed === 0 ? 0 : 1;
});

/**
 * A suite that cannot even run is one failure.
 *
 * @param {() => Promise<Counts>} run
 * @returns {Promise<Counts>}
 */
async function countCrash(run) {
  try {
    return await run();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}
