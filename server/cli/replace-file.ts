import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { UsageError } from './exit-status.ts';

/**
 * Gives a file another text, whole or not at all: the text is written beside the file and takes its name when it is
 * complete. Permissions stay; a symbolic link keeps leading where it leads. Throws a UsageError when that cannot be done,
 * and when the file no longer holds `before`, byte for byte.
 */
export function replaceFile(file: string, before: string, after: string): void {
  let beside: string | undefined;
  try {
    const target = realpathSync(file);
    if (!readFileSync(target).equals(Buffer.from(before))) {
      throw new Error('it has changed meanwhile, or is not UTF-8');
    }
    beside = `${target}.${process.pid}.tmp`;
    writeFileSync(beside, after, { flag: 'wx', flush: true });
    chmodSync(beside, statSync(target).mode);
    renameSync(beside, target);
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
