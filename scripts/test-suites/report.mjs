import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a suite a file to write its JSON report to. Reading gives undefined when the suite ended without writing it.
 *
 * @template T
 * @param {(file: string, readReport: () => Promise<any>) => Promise<T>} runSuite
 * @returns {Promise<T>}
 */
export async function withReport(runSuite) {
  const folder = await mkdtemp(join(tmpdir(), 'aurora-report-'));
  const file = join(folder, 'report.json');
  try {
    return await runSuite(file, () =>
      readFile(file, 'utf8').then(
        (text) => JSON.parse(text),
        () => undefined,
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
