import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What became of one test; `error` is there when it failed. */
interface TestOutcome {
  readonly title: string;
  readonly error?: string;
}

/**
 * VS Code calls this inside the extension host. It runs every `*.test` file beside it and writes the outcomes to
 * report.json, also beside it. It rejects when a test failed.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 60_000, color: false });
  for (const file of await readdir(__dirname)) {
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  }
  const outcomes: TestOutcome[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => outcomes.push({ title: test.fullTitle() }));
    runner.on('fail', (test, error) => outcomes.push({ title: test.fullTitle(), error: error.stack ?? error.message }));
  });
  await writeFile(join(__dirname, 'report.json'), JSON.stringify(outcomes));
  const failed = outcomes.filter((outcome) => outcome.error !== undefined).length;
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
