import { readFile } from 'node:fs/promises';

/**
 * The JSON report that a suite has written, or undefined when it ended without writing one.
 *
 * @template Report
 * @param {string} file
 * @returns {Promise<Report | undefined>}
 */
export async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
