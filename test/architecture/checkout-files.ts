import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const checkout = join(import.meta.dirname, '..', '..');

/** Every file that git tracks or would track, relative to the checkout, in order of its path. */
export const checkoutFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { cwd: checkout, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(checkout, file)))
  .sort();

/** The files whose paths match, with their texts. */
export function textsOf(pattern: RegExp): readonly { readonly file: string; readonly text: string }[] {
  return checkoutFiles
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(join(checkout, file), 'utf8') }));
}
