import { readFileSync } from 'node:fs';

/** The text of a file; undefined for one that is gone or may not be read. */
export function textOfFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
