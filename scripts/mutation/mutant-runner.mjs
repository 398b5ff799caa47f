import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { TestRunner } from 'vitest';
import { checkout } from '../checkout.mjs';

/**
 * What the instrumented sources read and write.
 *
 * @typedef {object} Instrumentation
 * @property {string} [activeMutant]
 * @property {string} [currentTestId]
 * @property {{ static: Record<string, number>, perTest: Record<string, Record<string, number>> }} [mutantCoverage]
 * @property {number} [hitCount] how often the active mutant was reached
 * @property {number} [hitLimit] how often is too often: a loop that no longer ends
 */

const HIT_LIMIT = 100_000;

/** @type {Instrumentation} */
const instrumentation = {};
Object.assign(globalThis, { __stryker__: instrumentation });

const folder = process.env.AURORA_MUTATION_FOLDER ?? '';
/** @type {import('./instrumented-rules.mjs').Mutant[]} */
const mutants = JSON.parse(readFileSync(join(folder, 'mutants.json'), 'utf8'));
const rules = new Map(mutants.map(({ id, rule }) => [id, rule]));

/**
 * Runs every test as it is, then again with each mutant that it reaches and nobody has noticed yet, where the name of
 * the test says that it is about the mutant's rule.
 */
export default class MutantRunner extends TestRunner {
  /** @type {Set<string>} */
  #noticed = new Set();

  /** @override @param {import('vitest').RunnerTask} test */
  onBeforeTryTask(test) {
    super.onBeforeTryTask(test);
    instrumentation.currentTestId = test.id;
  }

  /** @override @param {import('vitest').RunnerTestCase} test */
  async onAfterTryTask(test) {
    delete instrumentation.currentTestId;
    super.onAfterTryTask(test);
    if (test.result?.state === 'fail') return;
    const reached = Object.keys(instrumentation.mutantCoverage?.perTest[test.id] ?? {});
    const mutants = reached.filter((id) => test.fullName.includes(rules.get(id) ?? ''));
    if (mutants.length === 0) return;
    if (await fails(test, 'none')) throw new Error('This test fails when it runs again, and would notice any mutant.');
    for (const id of mutants) if (!this.#noticed.has(id) && (await fails(test, id))) this.#noticed.add(id);
  }

  /** @override @param {import('vitest').RunnerTestFile[]} [files] */
  onAfterRunFiles(files) {
    super.onAfterRunFiles();
    const { static: atImport = {}, perTest = {} } = instrumentation.mutantCoverage ?? {};
    const report = {
      noticed: [...this.#noticed],
      reached: [...new Set(Object.values(perTest).flatMap((hits) => Object.keys(hits)))],
      atImport: Object.keys(atImport),
    };
    const name = relative(checkout, files?.[0]?.filepath ?? '').replaceAll(sep, '-');
    writeFileSync(join(folder, `of-${name}.json`), JSON.stringify(report));
  }
}

/**
 * Whether a test fails with a mutant.
 *
 * @param {import('vitest').RunnerTestCase} test
 * @param {string} mutant
 */
async function fails(test, mutant) {
  Object.assign(instrumentation, { activeMutant: mutant, hitCount: 0, hitLimit: HIT_LIMIT });
  try {
    await TestRunner.getTestFn(test)();
    return false;
  } catch {
    return true;
  } finally {
    delete instrumentation.activeMutant;
  }
}
