import { checkout } from '../checkout.mjs';
import { runVisibly } from '../command.mjs';
import { step } from '../progress.mjs';

/**
 * A check that is a script of package.json, such as `lint`: it passes or fails as a whole.
 *
 * @param {string} script
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function npmScriptSuite(script) {
  const status = await step(`npm run ${script}`, () =>
    runVisibly('npm', ['run', '--silent', script], { cwd: checkout }),
  );
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
