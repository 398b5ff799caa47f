import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * VS Code calls this inside the extension host. It runs every `*.test` file beside it, writes the number of passed and
 * failed tests to the file named by AURORA_TEST_REPORT, and rejects when a test failed.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 60_000, color: false });
  for (const file of await readdir(__dirname)) {
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  }
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(async (failures) => {
      const report = { passed: runner.stats?.passes ?? 0, failed: failures };
      await writeFile(process.env['AURORA_TEST_REPORT'] ?? '', JSON.stringify(report));
      resolve(failures);
    });
  });
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
