import { readFileSync, statSync } from 'node:fs';
import { longestSqlText } from '@aurora-blueprint/core/sql/analyze.ts';

/** Size in bytes of the largest file that is read: nothing of ours is larger, and templates are smaller. */
const largestFile = longestSqlText;

/** The text of a file; undefined for one that is gone, may not be read, is none, or is larger than what is ours. */
export function textOfFile(path: string): string | undefined {
  try {
    const entry = statSync(path);
    return entry.isFile() && entry.size <= largestFile ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
