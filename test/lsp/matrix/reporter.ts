import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { describedMethods } from './methods.ts';
import { type ExercisingTest, gapsOf, matrixOf } from './table.ts';

const tests = fileURLToPath(new URL('..', import.meta.url));
const page = fileURLToPath(new URL('../../../docs/language-server.md', import.meta.url));

/** What stands below this line of the page is written from what the tests have seen. */
const marker = '<!-- Below: written by `npx vitest run test/lsp -u` -->\n';

/**
 * After a run of all tests over stdio: fails the run when docs/language-server.md is not what they have seen, or writes
 * it (`-u`).
 */
export class MatrixReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const seen = modules.filter(({ moduleId }) => moduleId.startsWith(tests));
    if (!isWhole(seen)) return;
    const exercising = seen.toSorted(byFile).flatMap(exercisingTests);
    const written = readFileSync(page, 'utf8');
    const wanted = `${written.slice(0, written.indexOf(marker) + marker.length)}\n${matrixOf(describedMethods, exercising)}`;
    const isStale = written !== wanted;
    if (isStale && this.#vitest?.config.snapshotOptions.updateSnapshot === 'all') writeFileSync(page, wanted);
    else if (isStale)
      this.#fail('docs/language-server.md is not what the tests show: run `npx vitest run test/lsp -u`.');
    for (const gap of gapsOf(describedMethods, exercising)) this.#fail(`${gap}: see test/lsp/matrix/methods.ts.`);
  }

  #fail(message: string): void {
    this.#vitest?.logger.error(`\n${message}`);
    process.exitCode = 1;
  }
}

/** Whether every test over stdio ran and passed: less than that shows less than there is. */
function isWhole(modules: readonly TestModule[]): boolean {
  const files = new Set(modules.map(({ moduleId }) => moduleId));
  const all = readdirSync(tests).filter((name) => name.endsWith('.test.ts'));
  const passed = modules.every((module) =>
    [...module.children.allTests()].every((test) => test.result().state === 'passed'),
  );
  return passed && all.every((name) => files.has(join(tests, name)));
}

function byFile(one: TestModule, other: TestModule): number {
  return one.moduleId < other.moduleId ? -1 : 1;
}

function exercisingTests(module: TestModule): ExercisingTest[] {
  const file = relative(join(page, '..'), module.moduleId).replaceAll('\\', '/');
  return [...module.children.allTests()].map((test) => ({
    file,
    name: test.fullName,
    exercises: test.meta().lsp ?? [],
  }));
}
